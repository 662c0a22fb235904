"""What the templates are filled with: marks, emphasis, data; the words of how sure an answer is."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import Request

from web.page.templates import (
    as_data,
    citation_link,
    confidence_word,
    linked_marks,
    render,
    wants_html,
)


def citation(marker: int, **more: object) -> dict[str, object]:
    place = {"article_id": "mill-1", "start": 3, "end": 9}
    return {"marker": marker, "quote": 'It "turns" <fast>.', **place, **more}


def request(**headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "path": "/here", "query_string": b"a=1&b=2", "headers": raw}
    return Request({**scope, "server": ("localhost", 80), "scheme": "http"})


def test_a_mark_leads_to_its_sentence() -> None:
    link = urlsplit(citation_link(citation(1)))
    assert (link.path, parse_qs(link.query), link.fragment) == (
        "/articles/mill-1",
        {"start": ["3"], "end": ["9"]},
        "marked",
    )


def test_only_marks_with_a_quote_that_still_stands_are_links() -> None:
    shown = linked_marks("It turns. [1] [2] [3]", [citation(1), citation(2, gone=True)])
    assert shown.count("<a ") == 1
    assert shown.endswith("</a> [2] [3]")
    assert "&lt;fast&gt;" in shown
    assert "<fast>" not in shown


@pytest.mark.parametrize(
    ("answered", "confidence", "word"),
    [
        (True, 0.95, "high"),
        (True, 0.9, "high"),
        (True, 0.8, "good"),
        (True, 0.75, "good"),
        (True, 0.5, "low"),
        (False, 0.95, "none"),
    ],
)
def test_how_sure_an_answer_is_is_said_in_a_word(
    answered: bool, confidence: float, word: str
) -> None:
    turn: dict[str, object] = {"answered": answered, "confidence": confidence}
    assert confidence_word(turn) == f"confidence_{word}"


@pytest.mark.parametrize("text", ["</script><script>alert(1)", "<!--", "\u2028\u2029", "“é” 羊"])
def test_data_in_a_script_element_cannot_end_it_and_reads_the_same(text: str) -> None:
    data = as_data({"text": text})
    assert "<" not in data
    assert "\u2028" not in data
    assert json.loads(data) == {"text": text}


def test_a_page_escapes_its_values_and_leads_back_to_itself() -> None:
    page = render("error.html", request(), status=404, message="<b>Nothing</b>")
    assert "&lt;b&gt;Nothing&lt;/b&gt;" in page
    assert "back=/here%3Fa%3D1%26b%3D2" in page


def test_a_browser_is_known_by_what_it_accepts() -> None:
    assert wants_html(request(accept="text/html,application/xhtml+xml;q=0.9"))
    assert not wants_html(request(accept="application/json"))
    assert not wants_html(request())
