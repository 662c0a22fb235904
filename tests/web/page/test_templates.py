"""What the templates are filled with: marks, emphasis, data; the words of how sure an answer is."""

import json
from functools import partial
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import Request

from web.page.templates import (
    as_data,
    citation_link,
    confidence_word,
    linked_mark,
    render,
    told_of_source,
    wants_html,
)
from web.page.texts import say


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


def test_a_link_tells_where_the_words_stand_that_answer() -> None:
    link = urlsplit(citation_link(citation(1, answer_ranges=[(4, 6), (7, 8)])))
    assert parse_qs(link.query)["words"] == ["4-6", "7-8"]


def test_only_a_mark_with_a_quote_that_still_stands_is_a_link() -> None:
    cited = [citation(1), citation(2, gone=True)]
    assert linked_mark("[1]", cited).endswith(">[1]</a>")
    assert "&lt;fast&gt;" in linked_mark("[1]", cited)
    assert [linked_mark(mark, cited) for mark in ("[2]", "[3]")] == ["[2]", "[3]"]


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ([{}], "town/mill.md"),
        ([{"line": 3, "date": ""}], "line 3 · town/mill.md"),
        ([{"line": 3}, {"line": 9}, {"line": 3}, {"line": None}], "lines 3, 9 · town/mill.md"),
        ([{"date": "2 May"}], "2 May · town/mill.md"),
    ],
)
def test_a_source_tells_when_it_is_from_and_where_its_quotes_stand(
    cited: list[dict[str, object]], told: str
) -> None:
    found = [citation(1, source="town/mill.md", **more) for more in cited]
    assert told_of_source(found, partial(say, "en")) == told


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
