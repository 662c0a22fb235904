from decimal import Decimal

import pytest

from qa.text.numbers.forms import NUMBER
from qa.text.numbers.surroundings import (
    bound_before,
    currency_before,
    is_label,
    rate_behind,
    scale_behind,
    sign_before,
    start_of_bound,
    unit_behind,
)


@pytest.mark.parametrize(
    ("before", "currency"),
    [("$", "USD"), ("C$", "CAD"), ("RMB ", "CNY"), ("GBP ", "GBP"), ("Rs. ", "INR"), ("€ ", "EUR")],
)
def test_a_currency_stands_before_a_sum(before: str, currency: str) -> None:
    text = f"It cost {before}5"
    assert currency_before(text, len(text) - 1) == (frozenset({currency}), len("It cost "))


@pytest.mark.parametrize("before", ["top ", "the ", "No. ", "all "])
def test_a_word_before_a_number_is_no_currency(before: str) -> None:
    assert currency_before(before, len(before)) == (frozenset(), len(before))


@pytest.mark.parametrize(
    ("before", "start"),
    [("It was -", 7), ("minus ", 0), ("It was −", 7), ("5-", None), ("a ", None)],
)
def test_a_minus_is_told_from_a_dash(before: str, start: int | None) -> None:
    assert sign_before(before, len(before)) == start


@pytest.mark.parametrize(
    ("before", "bound", "start"),
    [
        ("It cost more than ", "over", 8),
        ("It cost about the ", "about", 8),
        ("It cost ", "", 8),
        ("It goes up to ", "", 8),
        ("It holds up to ", "most", 9),
    ],
)
def test_the_words_before_a_number_bound_it(before: str, bound: str, start: int) -> None:
    assert bound_before(before, len(before)) == bound
    assert start_of_bound(before, len(before)) == start


@pytest.mark.parametrize(
    ("behind", "factor", "end"),
    [
        (" million", 10**6, 8),
        (" thousand million", 10**9, 17),
        ("-million", 10**6, 8),
        (" dozen", 12, 6),
        (" boats", 1, 0),
        (" millionaires", 1, 0),
    ],
)
def test_words_behind_a_number_scale_it(behind: str, factor: int, end: int) -> None:
    assert scale_behind(behind, 0, is_money=False, is_digits=True) == (Decimal(factor), end)


@pytest.mark.parametrize(
    ("behind", "is_money", "factor"),
    [("k", False, 1000), ("M", False, 10**6), ("m", False, 1), ("m", True, 10**6), (" m", True, 1)],
)
def test_a_letter_scales_digits_that_it_touches(behind: str, is_money: bool, factor: int) -> None:
    assert scale_behind(behind, 0, is_money=is_money, is_digits=True)[0] == factor
    assert scale_behind(behind, 0, is_money=is_money, is_digits=False)[0] == 1


@pytest.mark.parametrize(
    ("behind", "unit", "end"),
    [
        (" km away", "length-kilometer", 3),
        ("%", "%", 1),
        (" yuan", "CNY", 5),
        ("-year-old", "duration-year", 5),
        ("元", "CNY", 1),
    ],
)
def test_a_unit_stands_behind_a_number(behind: str, unit: str, end: int) -> None:
    found, ends = unit_behind(behind, 0)
    assert unit in found
    assert ends == end


@pytest.mark.parametrize("behind", [" boats", " in May", "", " kmx"])
def test_other_words_are_no_units(behind: str) -> None:
    assert unit_behind(behind, 0) == (frozenset(), 0)


@pytest.mark.parametrize(
    ("behind", "per", "end"),
    [
        (" a month", "duration-month", 8),
        (" per household", "household", 14),
        ("/day", "duration-day", 4),
        (" a boat", "", 0),
        (" a year later", "", 0),
    ],
)
def test_a_rate_is_of_a_unit_or_follows_per(behind: str, per: str, end: int) -> None:
    assert rate_behind(behind, 0) == (per, end)


@pytest.mark.parametrize(
    ("text", "label"),
    [("COVID-19", True), ("5x", True), ("abc5", True), ("Households-19", False), ("is 19.", False)],
)
def test_digits_in_a_name_are_a_label(text: str, label: bool) -> None:
    match = NUMBER.search(text)
    assert match
    assert is_label(text, match, match.end(), is_money=False) is label
