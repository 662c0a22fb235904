"""Which of the versions of a thing a question means, on 27 November 2026."""

from datetime import date
from typing import Any

import pytest

from index.overview.validity import validity
from index.types import Overview
from qa.evidence.versions.choosing import in_order, meant, two_named
from qa.evidence.versions.version import Version, number_of, version_of

TODAY = date(2026, 11, 27)
POLICY = ("Policy, version 1 (valid until 31 December 2022)", "Policy, version 2 (valid from 2023)")
HANDBOOKS = ("Staff handbook 2021", "Staff handbook 2023")
REPORTS = ("Annual report 2021", "Annual report 2022", "Annual report 2023")
PRICES = ("Prices as of March 2022", "Prices as of May 2024", "Prices as of January 2027")
RULES = ("Rules (draft)", "Rules")
EDITIONS = ("Guide, second edition", "Guide, third edition", "Guide, fourth edition (draft)")
EXPIRED = ("Terms, valid until 30 June 2019", "Terms, valid until 30 June 2021")
KEPT = ("Guide 2019", "Guide")
LATER = ("Guide", "Guide, version 2")
FIRST = ("Guide, version 1", "Guide")


def versions_of(titles: tuple[str, ...]) -> list[Version]:
    told: list[dict[str, Any]] = [dict(validity(title, "", "a/x.md")) for title in titles]
    pairs = zip(titles, told, strict=True)
    return [version_of(Overview(title, title, "a/x.md", **one)) for title, one in pairs]


def chosen(question: str, titles: tuple[str, ...]) -> str:
    """Return the title of the version that is meant, behind "!" where the question names it."""
    found = meant(question, versions_of(titles), TODAY)
    if found is None:
        return ""
    assert {one.article_id for one in (found.version, *found.others)} == set(titles)
    return "!" * found.named + found.version.article_id


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (POLICY, POLICY[1]),
        (HANDBOOKS, HANDBOOKS[1]),
        (REPORTS, REPORTS[2]),
        (PRICES, PRICES[1]),  # those of 2027 do not hold yet
        (RULES, RULES[1]),
        (EDITIONS, EDITIONS[1]),
        (EXPIRED, EXPIRED[1]),  # neither holds: the last one did
        (KEPT, KEPT[1]),
        (LATER, LATER[1]),
        (FIRST, FIRST[1]),
        (("Rules", "Rules (superseded)"), "Rules"),
        (("Guide 2021-2022", "Guide 2019-2020"), "Guide 2021-2022"),
    ],
)
def test_the_version_that_holds_today_is_meant(titles: tuple[str, ...], expected: str) -> None:
    assert chosen("How much is a ticket?", titles) == expected
    assert chosen("How much is a ticket?", titles[::-1]) == expected
    assert chosen("How much is a ticket now?", titles) == f"!{expected}"


@pytest.mark.parametrize(
    ("question", "titles", "expected"),
    [
        ("What may staff claim in 2024?", POLICY, POLICY[1]),
        ("What could staff claim in 2021?", POLICY, POLICY[0]),
        ("What could staff claim on 31 December 2022?", POLICY, POLICY[0]),
        ("What does version 1 say of meals?", POLICY, POLICY[0]),
        ("What did the old policy say of meals?", POLICY, POLICY[0]),
        ("How long was the leave in 2021?", HANDBOOKS, HANDBOOKS[0]),
        ("How long was the leave in 2022?", HANDBOOKS, HANDBOOKS[0]),
        ("How long is the leave in the 2023 handbook?", HANDBOOKS, HANDBOOKS[1]),
        ("How many books were lent in 2022?", REPORTS, REPORTS[1]),
        ("What did a ticket cost in 2023?", PRICES, PRICES[0]),
        ("What will a ticket cost in March 2027?", PRICES, PRICES[2]),
        ("Where is the gate according to the draft?", RULES, RULES[0]),
        ("What does the second edition say?", EDITIONS, EDITIONS[0]),
        ("What does edition 3 say?", EDITIONS, EDITIONS[1]),
    ],
)
def test_a_question_names_a_version_by_its_number_or_its_time(
    question: str, titles: tuple[str, ...], expected: str
) -> None:
    assert chosen(question, titles) == f"!{expected}"


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("How many books were lent in 2020?", REPORTS),  # a report tells of its own year only
        ("How many books were lent in 2025?", REPORTS),
        ("How many books were lent in 2021 and in 2023?", REPORTS),
        ("What changed from version 1 to version 2?", POLICY),
        ("How long is the leave?", ("Guide", "Guide")),  # nothing says that they are versions
        ("How long is the leave?", ("Guide 2023", "Guide 2023 ")),
    ],
)
def test_where_none_is_meant_nothing_is_chosen(question: str, titles: tuple[str, ...]) -> None:
    assert chosen(question, titles) == ""


def test_of_two_that_held_in_a_year_the_later_one_is_meant_and_the_other_told() -> None:
    titles = ("Rules, valid until 30 June 2022", "Rules, valid from 1 July 2022")
    assert chosen("What was the fee in 2022?", titles) == titles[1]
    assert chosen("What was the fee in May 2022?", titles) == f"!{titles[0]}"


def test_what_replaces_the_other_is_the_newer_one() -> None:
    told: dict[str, Any] = dict(validity("Rules", "Replaces: the code", "a/x.md"))
    newer = Overview("newer", "Rules", "a", **told)
    older = Overview("older", "Code", "a")
    ordered = in_order([version_of(newer), version_of(older)], TODAY)
    assert [one.article_id for one in ordered] == ["older", "newer"]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("version 2", (2,)),
        ("v2.0", (2,)),
        ("Rev. 2.1", (2, 1)),
        ("third edition", (3,)),
        ("3rd edition", (3,)),
        ("2023 edition", ()),
        ("draft", ()),
    ],
)
def test_a_version_is_known_by_its_number(name: str, number: tuple[int, ...]) -> None:
    assert number_of(name) == number


@pytest.mark.parametrize(
    ("question", "titles", "expected"),
    [
        ("How did it change between the 2021 and the 2023 edition?", HANDBOOKS, HANDBOOKS),
        ("How did it change?", POLICY, POLICY),
        ("How did it change from version 1 to version 2?", POLICY, POLICY),
        ("How has it changed since 2021?", REPORTS, (REPORTS[0], REPORTS[2])),
        ("How did it change between 2021 and 2022?", REPORTS, REPORTS[:2]),
        ("How did it change between 1999 and 2001?", REPORTS, ()),
        ("How did the fee for 2 boats change?", EDITIONS, EDITIONS[:2]),
        ("How did it change?", ("Guide", "Rules"), ()),
        ("How did it change?", RULES, ()),
    ],
)
def test_a_difference_is_asked_for_of_two_versions(
    question: str, titles: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    for given in (titles, titles[::-1]):
        pair = two_named(question, versions_of(given), TODAY)
        assert tuple(one.article_id for one in pair or ()) == expected
