import re

import pytest

from index.language.english import numbers

WORDS = re.compile("|".join(numbers.FORMS), re.I)


@pytest.mark.parametrize(
    ("text", "form", "written"),
    [
        ("some two-thirds of it", "part", "two-thirds"),
        ("half a million", "part", "half"),
        ("a quarter of it", "part", "a quarter"),
        ("the twenty-first town", "nth", "twenty-first"),
        ("one hundred and five boats", "run", "one hundred and five"),
        ("twelve thousand three hundred", "run", "twelve thousand three hundred"),
        ("two point five", "point", " point five"),
        ("two and a half", "half", " and a half"),
        ("half a dozen", "part", "half"),
        ("a dozen", "dozen", "a "),
    ],
)
def test_a_number_in_words_has_its_form(text: str, form: str, written: str) -> None:
    match = WORDS.search(text)
    assert match
    assert match[form] == written


@pytest.mark.parametrize("text", ["the tenor", "a boat", "the threesome", "someone", "attend"])
def test_words_with_a_number_in_them_are_none(text: str) -> None:
    assert not WORDS.search(text)


def test_scales_are_powers_of_ten() -> None:
    assert {numbers.SCALES[form] for form in ("k", "thousand", "thousands")} == {3}
    assert {numbers.SCALES[form] for form in ("bn", "billion", "b")} == {9}
    assert numbers.SCALES["crore"] == numbers.SCALES["lakh"] + 2
    assert numbers.SCALES.keys() >= numbers.LETTERS
    assert numbers.WRITTEN_SCALES.items() <= numbers.SCALES.items()


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("It cost at least ", "least"),
        ("It cost more than the ", "over"),
        ("built circa. ", "about"),
        ("It cost up to ", "most"),
        ("only ", "only"),
    ],
)
def test_words_before_a_number_bound_it(before: str, bound: str) -> None:
    match = numbers.BOUND.search(before)
    assert match
    assert numbers.BOUNDS[match[1].lower()] == bound


@pytest.mark.parametrize("before", ["It cost ", "the roundabout ", "It is overdue: "])
def test_other_words_do_not(before: str) -> None:
    assert not numbers.BOUND.search(before)


def test_only_says_nothing_else_than_the_number() -> None:
    assert "only" not in numbers.FIRM_BOUNDS
    assert set(numbers.BOUNDS.values()) == numbers.FIRM_BOUNDS | {"only"}


@pytest.mark.parametrize(
    ("behind", "per"),
    [(" a month", "month"), (" per head", "head"), ("/h", "h"), (" a year later", None)],
)
def test_a_rate_is_told_from_a_time_that_passed(behind: str, per: str | None) -> None:
    match = numbers.PER.match(behind)
    assert (match and match["per"]) == per
