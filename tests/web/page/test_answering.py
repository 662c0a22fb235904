"""How an answer is shown: its words marked, lists as lists, and no sentence twice."""

import re
from functools import partial
from typing import Any

import pytest
from fastapi import Request

from web.page.answering import (
    blocks,
    by_article,
    quoted,
    said_first,
    shows_quote,
    told_of_writing,
    writer,
)
from web.page.templates import render, told_of_source
from web.page.texts import say

BRIDGE, MILL = "The bridge was opened in 1874.", "The mill ground oats."


def plainly(answer: str) -> list[str | list[str]]:
    """Return the lines of an answer as they are shown, those of a list together."""
    lines = [
        (block["listed"], ["".join(text for _, text in line) for line in block["lines"]])
        for block in blocks(answer)
    ]
    return [shown if listed else shown[0] for listed, shown in lines]


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("In 1874. [1]", ["In 1874. [1]"]),
        ("A head\nand a line\n\nmore", ["A head\nand a line\n\nmore"]),
        (
            "Two:\n- a [1]\n- b - c [2]\nThat is all.",
            ["Two:", ["a [1]", "b - c [2]"], "That is all."],
        ),
        ("- a\n-b\n- c", [["a"], "-b", ["c"]]),
        ("", [""]),
    ],
)
def test_lines_with_a_dash_are_a_list(answer: str, shown: list[str | list[str]]) -> None:
    assert plainly(answer) == shown


def test_a_line_is_cut_where_words_that_answer_and_marks_begin_and_end() -> None:
    answer = "Both:\n- In 1874. [1][2]"
    assert blocks(answer, [(11, 15)])[1]["lines"] == [
        [("", "In "), ("words", "1874"), ("", ". "), ("mark", "[1]"), ("mark", "[2]")]
    ]


def test_words_that_answer_are_marked_on_each_line_that_they_reach() -> None:
    lines = [block["lines"][0] for block in blocks("- ab\ncd", [(2, 6)])]
    assert lines == [[("words", "ab")], [("words", "c"), ("", "d")]]


def test_a_quote_has_its_words_that_answer_where_the_article_has_them() -> None:
    citation = {"quote": "It has [1] 9 arches.", "start": 100, "answer_ranges": [(111, 119)]}
    assert quoted(citation) == [("", "It has [1] "), ("words", "9 arches"), ("", ".")]
    assert quoted({"quote": "Oats.", "start": 3}) == [("", "Oats.")]


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        (f"{BRIDGE} [1]", BRIDGE),
        (f"{BRIDGE} [1]", "The bridge was\n  opened in 1874."),  # a hard-wrapped text
        (f"Yes. {BRIDGE} [1]", BRIDGE),
        (f"The town:\n- {MILL} [1]\n- {BRIDGE} [2]\nAnd more.", BRIDGE),
        (f"- - {MILL} [1]", f"- {MILL}"),  # a line of a list in the article
    ],
)
def test_a_quote_that_is_read_in_the_answer_is_not_shown_again(answer: str, quote: str) -> None:
    assert not shows_quote({"quote": quote}, answer)
    assert shows_quote({"quote": quote, "gone": True}, answer)


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("It was opened in 1874. [1]", BRIDGE),
        ("… was opened in 1874. [1]", BRIDGE),
        ("- The mill (mill.md) [1]", MILL),
        ("As in (3). [1]", "As in [3]."),
        ("", BRIDGE),
    ],
)
def test_a_quote_that_says_more_than_the_answer_is_shown(answer: str, quote: str) -> None:
    assert shows_quote({"quote": quote}, answer)


SIDES = [{"name": "A", "answer": "1874", "marker": 1}, {"name": "B", "answer": "9", "marker": 2}]
QUOTES = [{"quote": BRIDGE}, {"quote": MILL}]


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        ({"answer": f"{BRIDGE} [1] {MILL} [2]"}, f"{BRIDGE} [1] {MILL} [2]"),
        (
            {"answer": "The sum is 13. [1][2] A: 9. [1] B: 4. [2]", "sides": SIDES},
            "The sum is 13. [1][2]",
        ),
        ({"answer": "B: 9, against 1874. [1]", "sides": SIDES}, "B"),
        ({"answer": "A: 1874. [1] B: 9. [2]", "sides": SIDES}, ""),
        ({"answer": f"The sum is 5. [1][2] {BRIDGE} [1] {MILL} [2]"}, "The sum is 5. [1][2]"),
        (
            {"answer": "The sum is 5. [1][2] Oats. [1] Two. [2]"},
            "The sum is 5. [1][2] Oats. [1] Two. [2]",
        ),
        ({"answer": "Both. [1][2]"}, "Both. [1][2]"),
        ({"answer": "Nothing of it."}, "Nothing of it."),
    ],
)
def test_what_stands_in_a_table_or_a_quote_below_is_not_said_above(
    turn: dict[str, Any], said: str
) -> None:
    assert said_first({"citations": QUOTES, **turn}) == said


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({}, "a/b.md"),
        ({"version": "", "valid_from": "", "valid_until": "", "draft": False}, "a/b.md"),
        ({"version": "v2", "valid_until": "2022"}, "v2 · valid until 2022 · a/b.md"),
        ({"valid_from": "1 May 2020", "draft": True}, "draft · valid from 1 May 2020 · a/b.md"),
        ({"superseded": True}, "superseded · a/b.md"),
    ],
)
def test_a_source_is_shown_with_the_validity_of_its_article(
    told: dict[str, object], shown: str
) -> None:
    assert told_of_source([{"source": "a/b.md", "validity": told}], partial(say, "en")) == shown


def test_sources_are_the_articles_each_with_its_quotes() -> None:
    quotes: list[dict[str, object]] = [
        {"marker": at, "article_id": name} for at, name in enumerate("aba", 1)
    ]
    markers = [[citation["marker"] for citation in cited] for cited in by_article(quotes)]
    assert markers == [[1, 3], [2]]


def shown(
    answer: str, *quotes: str, citation: dict[str, object] | None = None, **more: object
) -> str:
    """Return the page of an answer, each quote from an article of its own."""
    turn: dict[str, Any] = {
        "id": "1",
        "conversation_id": "1",
        "created": "2026-01-02T03:04:05",
        "question": "What is in the town?",
        "answer": answer,
        "answered": bool(quotes),
        "confidence": 1.0,
        "models": {"index": "generation 1"},
        "passages": [],
        "changes": [],
        "citations": [
            {
                "marker": at,
                "article_id": f"town-{at}",
                "title": f"Title {at}",
                "source": f"town/{at}.md",
                "quote": quote,
                "start": 0,
                "end": 3,
                **(citation or {}),
            }
            for at, quote in enumerate(quotes, 1)
        ],
        **more,
    }
    scope = {"type": "http", "path": "/", "query_string": b"", "headers": []}
    return render("answer.html", Request(scope), turn=turn)


def test_a_list_has_a_head_its_lines_with_their_marks_and_a_remark() -> None:
    page = shown("Two <things>:\n- a [1]\n- b [2]\nAnd more.", BRIDGE, MILL)
    said = re.findall(r'<div class="answer">(.*?)</div>', page, re.S)[0]
    without_links = re.sub(r"</?a\b[^>]*>", "", said)
    assert without_links == (
        "<p>Two &lt;things&gt;:</p><ul><li>a [1]</li><li>b [2]</li></ul><p>And more.</p>"
    )
    assert said.count('href="/articles/town-') == 2


def test_a_sentence_that_was_read_is_not_quoted_again_but_its_source_is_there() -> None:
    page = shown(f"{BRIDGE} [1]", BRIDGE)
    assert "<blockquote>" not in page
    assert 'aria-label="Sources"' in page
    assert re.search(r'<p class="source">\[1\] <a href="/articles/town-1\?.*?">Title 1</a>', page)
    assert '<span class="meta">town/1.md</span>' in page


def test_a_quote_that_differs_from_the_answer_is_shown_with_its_words_marked() -> None:
    page = shown("In <1874>. [1]", "Since <1874> & on", answer_ranges=[(3, 9)])
    assert "<p>In <mark>&lt;1874&gt;</mark>. <a" in page
    quote = re.findall("<blockquote>(.*?)</blockquote>", page)[0]
    assert quote.endswith(">[1]</a> Since &lt;1874&gt; &amp; on")
    marked = shown("In 1874. [1]", BRIDGE, citation={"answer_ranges": [(25, 29)]})
    assert "opened in <mark>1874</mark>.</blockquote>" in marked
    assert "start=0&amp;end=3&amp;words=25-29#marked" in marked


@pytest.mark.parametrize(
    ("citation", "told"),
    [
        ({"date": "3 May 1874", "line": 14}, "3 May 1874 · line 14 · town/1.md"),
        ({"page": 3}, "page 3 · town/1.md"),
    ],
)
def test_a_source_tells_its_date_and_where_its_quotes_stand(
    citation: dict[str, object], told: str
) -> None:
    page = shown("In 1874. [1]", BRIDGE, citation=citation)
    assert f'<span class="meta">{told}</span>' in page


def test_several_pages_are_told_in_their_order() -> None:
    cited = [{"source": "town/1.md", "page": page} for page in (7, 3, 7)]
    assert told_of_source(cited, partial(say, "en")) == "pages 3, 7 · town/1.md"


def test_what_is_compared_is_a_table_with_a_mark_a_row() -> None:
    sides = [SIDES[0], {**SIDES[1], "name": "<B>"}]
    page = shown("A: 1874. [1] <B>: 9. [2]", BRIDGE, MILL, sides=sides)
    assert 'class="answer"' not in page
    row = r'<tr><th scope="row">(.*?)</th><td><mark>(.*?)</mark> <a .*?>(.*?)</a>'
    rows = re.findall(row, page)
    assert rows == [("A", "1874", "[1]"), ("&lt;B&gt;", "9", "[2]")]
    assert page.count("<blockquote>") == 2


def test_a_declined_answer_is_one_paragraph() -> None:
    page = shown("Nothing.", reason="no-question")
    assert '<div class="answer declined"><p>Nothing.</p></div>' in page


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        ({}, []),
        ({"written_by": "", "dropped": 0, "generator_away": ""}, []),
        (
            {"written_by": "", "dropped": 2, "generator_away": "It hangs."},
            [
                "Sentences of the model that are left out, as nothing proves them or they do not "
                "answer: 2",
                "The articles are quoted, as the model could not be asked. It hangs.",
            ],
        ),
    ],
)
def test_an_answer_tells_what_of_it_is_left_out(turn: dict[str, object], told: list[str]) -> None:
    assert told_of_writing(turn, partial(say, "en")) == told


@pytest.mark.parametrize(
    ("turn", "name"),
    [
        ({}, ""),
        ({"written_by": "qwen2.5:7b"}, "qwen2.5:7b"),
        ({"written_by": "Small-Instruct+adapter@713c8cc3"}, "Small-Instruct"),
    ],
)
def test_the_writer_is_named_without_its_card(turn: dict[str, object], name: str) -> None:
    assert writer(turn) == name
