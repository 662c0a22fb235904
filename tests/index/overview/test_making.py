"""Overviews of texts of all kinds: none may fail, each tells something sensible."""

import numpy as np
import pytest

from index.overview.making import make
from index.overview.terms import WORD
from index.types import Article, Overview

NUMBERS = "one two three four five six seven eight nine ten".split()


def overview(text: str, title: str = "x", shared: tuple[str, ...] = ()) -> Overview:
    """Make the overview of an article of one passage, all words as rare."""
    article = Article("a-1", title, text, "a.txt", "f00", "2024-01-01")
    vectors = np.ones((1, 8), np.float32)
    return make(article, [(0, len(text))], vectors, lambda word: 2.0, shared)


def key(text: str) -> list[str]:
    return [text[start:end] for start, end in overview(text).key]


STORY = """# The mill at Orran

By Jane Doe

The mill at Orran ground 40 tonnes of oats in March, more than in any month since 1911.
Who would have thought that it would ever grind again after so many quiet years?

## How it was saved

| Year | Oats ground in the mill | Tonnes of flour sold | Visitors who paid |
|---|---|---|---|

It was bought by the parish for a pound when the last miller, Nora Whitlock, died.
The parish paid £18,000 for a new wheel, which Tidewell Iron Works made of larch and steel.
Sign up for our newsletter to learn more about the mill and all of its friends.
The wheel drives three pairs of stones, of which one is as old as the mill itself.
"""


def test_key_sentences_are_whole_ones_that_say_something() -> None:
    assert key(STORY) == [
        "The mill at Orran ground 40 tonnes of oats in March, more than in any month since 1911.",
        "The parish paid £18,000 for a new wheel, "
        "which Tidewell Iron Works made of larch and steel.",
    ]


def test_what_is_left_of_a_cut_sentence_is_no_key_sentence() -> None:
    text = (
        "and so the parish bought the old mill for a pound.\n\nIts wheel is of larch and from 1911."
    )
    assert key(text) == ["Its wheel is of larch and from 1911."]


def test_an_address_is_no_key_sentence() -> None:
    text = (
        "Orran Mill Trust, Mill Lane, Orran, Tidewell, Northern Counties, U.K.\n\n"
        "The trust keeps the mill of Orran and opens it on Sundays."
    )
    assert key(text) == ["The trust keeps the mill of Orran and opens it on Sundays."]


def test_key_sentences_are_spread_over_a_long_text_and_say_different_things() -> None:
    stretches = [
        f"The {name} hall of the museum shows {10 + n} boats from the {name} voyage to Orran."
        for n, name in enumerate(NUMBERS * 20)
    ]
    text = " ".join(stretches)
    places = [start / len(text) for start, _ in overview(text).key]
    assert len(set(key(text))) == 7
    assert max(places) - min(places) > 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is 240 metres long", ["The bridge is 240 metres long"]),
        ("Hello", ["Hello"]),
        ("- oats\n- rye, 40 tonnes\n- wheat and barley", ["rye, 40 tonnes"]),
        ("# Oats\n\n| a | b |\n|---|---|\n| 1 | 2 |", ["# Oats"]),
    ],
)
def test_of_a_text_without_whole_sentences_a_line_is_shown(text: str, expected: list[str]) -> None:
    assert [line for line in key(text) if line in expected] == expected


def test_a_chinese_article_has_key_sentences_and_topics() -> None:
    text = (
        "广西南宁发布了扶贫小额信贷的政策，五年来共发放贷款二百五十四亿元。"
        "扶贫小额信贷帮助了五十六万贫困户发展生产。当地的扶贫小额信贷没有出现大的风险，"
        "扶贫小额信贷的回收率也在提高。"
    )
    found = overview(text)
    assert len(found.key) == 2
    assert found.topics == ("扶贫小额信贷",)


def test_topics_are_names_and_nouns_and_no_parts_of_each_other() -> None:
    text = (
        "The heat pump of Marrow Hall was installed in May 2021. A heat pump takes 12 kW. "
        "In winter the heat pump of Marrow Hall quickly warmed the hall, and 40 visitors said so. "
        "To warm, they said, is what a heat pump must do. Visitors of Marrow Hall were asked "
        "twice. The visitors were pleased. In May the visitors came back to Marrow Hall again. "
        "They asked the visitors in May, and it took 12 kW and 14 kW and 16 kW to warm them."
    )
    assert overview(text).topics == ("heat pump", "Marrow Hall", "visitors")


DATELINE = (
    "China News Service, Nanning, April 30 (Reporter Huang Yanmei) Guangxi has lent 25 billion "
    "yuan to poor households, which the bank of Guangxi calls a success. "
)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("The mill at Orran", STORY, "The mill at Orran"),
        ("Given by the file", "The mill ground oats. It is large.", "Given by the file"),
        ("MILL GRINDS AGAIN", "MILL GRINDS AGAIN\nOrran Times\n\nIt is open.", "MILL GRINDS AGAIN"),
        ("Who killed the bees?", "Who killed the bees?\n\nNobody did.", "Who killed the bees?"),
    ],
)
def test_a_real_title_stays(title: str, text: str, expected: str) -> None:
    assert overview(text, title).title == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "China News Service, Nanning, April 30 (Reporter Huang Yanmei) Guangxi has lent …",
            DATELINE + "The loans of Guangxi are safe. The loans are small. All loans are paid.",
            "Guangxi: loans (China News Service, Nanning, April 30)",
        ),
        (
            "By Jane Doe",
            "By Jane Doe\n\nThe mill of Orran ground the oats of Orran. The mill is old.",
            "Orran: mill",
        ),
        (
            "The mill ground 40 tonnes of oats in March",
            "The mill ground 40 tonnes of oats in March",
            "Oats",
        ),
        ("It rained.", "It rained.", "a"),
    ],
)
def test_the_first_words_of_a_text_are_no_title(title: str, text: str, expected: str) -> None:
    assert overview(text, title).title == expected


def test_a_title_that_several_articles_have_is_told_apart_by_its_date() -> None:
    text = "Minutes\n\nMeeting of 12 May 2024\n\nThe chair opened the meeting and all were there."
    assert overview(text, "Minutes", shared=("Minutes",)).title == "Minutes (12 May 2024)"
    assert overview(text, "Minutes").title == "Minutes"


def test_a_long_article_is_summed_up_in_little_time() -> None:
    words = WORD.findall(STORY)
    text = "\n\n".join(
        f"In {n} the {words[n % 40]} of Orran and the {words[n % 31]} met {words[n % 23]} again."
        for n in range(7000)
    )
    assert len(overview(text).key) == 7
