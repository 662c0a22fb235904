"""How an answer is shown: lists as lists, and no sentence twice."""

import re
from functools import partial
from typing import Any

import pytest
from fastapi import Request

from web.page.answering import blocks, by_article, says_quotes, source_line
from web.page.templates import render
from web.page.texts import say

BRIDGE, MILL = "The bridge was opened in 1874.", "The mill ground oats."


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
    assert blocks(answer) == shown


@pytest.mark.parametrize(
    ("answer", "quotes"),
    [
        (f"{BRIDGE} [1]", [BRIDGE]),
        (f"{BRIDGE} [1]", ["The bridge was\n  opened in 1874."]),  # a hard-wrapped text
        (f"The town:\n- {BRIDGE} [1]\n- {MILL} [2]\nAnd more.", [BRIDGE, MILL]),
        (f"{BRIDGE} [1] {MILL} [2] They differ. [1][2]", [BRIDGE, MILL]),
        (f"- - {MILL} [1]", [f"- {MILL}"]),  # a line of a list in the article
    ],
)
def test_quotes_that_an_answer_says_word_for_word_are_known(answer: str, quotes: list[str]) -> None:
    assert says_quotes(answer, [{"quote": quote} for quote in quotes])


@pytest.mark.parametrize(
    ("answer", "quotes"),
    [
        ("It was opened in 1874. [1]", [BRIDGE]),
        (f"Yes. {BRIDGE} [1]", [BRIDGE]),
        (f"Although it rained: {BRIDGE} [1]", [BRIDGE]),
        ("… was opened in 1874. [1]", [BRIDGE]),
        (f"{BRIDGE} [1] Oats. [2]", [BRIDGE, MILL]),
        ("- The mill (mill.md) [1]", [MILL]),
        ("As in (3). [1]", ["As in [3]."]),
    ],
)
def test_an_answer_in_other_words_does_not_say_its_quotes(answer: str, quotes: list[str]) -> None:
    assert not says_quotes(answer, [{"quote": quote} for quote in quotes])


def test_a_quote_that_is_gone_from_its_article_is_shown_all_the_same() -> None:
    assert not says_quotes(f"{BRIDGE} [1]", [{"quote": BRIDGE, "gone": True}])


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({}, "a/b.md"),
        ({"version": "", "valid_from": "", "valid_until": "", "draft": False}, "a/b.md"),
        ({"version": "v2", "valid_until": "2022"}, "a/b.md, v2, valid until 2022"),
        ({"valid_from": "1 May 2020", "draft": True}, "a/b.md, draft, valid from 1 May 2020"),
        ({"superseded": True}, "a/b.md, superseded"),
    ],
)
def test_a_source_is_shown_with_the_validity_of_its_article(
    told: dict[str, object], shown: str
) -> None:
    assert source_line({"source": "a/b.md", **told}, partial(say, "en")) == shown


def test_sources_are_the_articles_each_with_its_quotes() -> None:
    quoted: list[dict[str, object]] = [
        {"marker": at, "article_id": name} for at, name in enumerate("aba", 1)
    ]
    markers = [[citation["marker"] for citation in cited] for cited in by_article(quoted)]
    assert markers == [[1, 3], [2]]


def shown(answer: str, *quotes: str, **more: object) -> str:
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
    assert said.count('<a href="/articles/town-') == 2


def test_a_sentence_that_was_read_is_not_quoted_again_but_its_source_is_there() -> None:
    page = shown(f"{BRIDGE} [1]", BRIDGE)
    assert "<blockquote>" not in page
    assert 'aria-label="Sources"' in page
    assert re.search(r'<li>\[1\] <a href="/articles/town-1\?.*?">Title 1</a>', page)
    assert '<span class="source">town/1.md</span>' in page


def test_a_quote_that_differs_from_the_answer_is_shown_with_its_source() -> None:
    page = shown("In <1874>. [1]", BRIDGE, short_answer="<1874>")
    assert "<p>In <strong>&lt;1874&gt;</strong>. <a" in page
    assert f"<blockquote>{BRIDGE}</blockquote>" in page
    assert 'aria-label="Quotes"' in page
    assert '<span class="source">town/1.md</span>' in page


def test_a_declined_answer_is_one_paragraph() -> None:
    page = shown("Nothing.", reason="no-question")
    assert '<div class="answer declined"><p>Nothing.</p></div>' in page
