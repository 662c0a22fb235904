from decimal import Decimal

import pytest

from qa.text.numbers.words import GLYPHS, LETTERS, SCALES, cjk_value, ratio, run_value


@pytest.mark.parametrize(
    ("run", "number"),
    [
        ("four", 4),
        ("Twenty-One", 21),
        ("one hundred and five", 105),
        ("a hundred", 100),
        ("twelve thousand three hundred", 12_300),
        ("two lakh", 200_000),
        ("three crore", 30_000_000),
        ("nineteen eighty-four", 1984),
        ("twenty sixteen", 2016),
    ],
)
def test_a_run_of_words_is_one_number(run: str, number: int) -> None:
    assert run_value(run) == number


@pytest.mark.parametrize("run", ["five six", "ninety eighty", "boats"])
def test_words_that_are_no_single_number_have_no_value(run: str) -> None:
    assert run_value(run) is None


@pytest.mark.parametrize(
    ("run", "number"),
    [("5亿", 5 * 10**8), ("三百万", 3 * 10**6), ("两万", 20_000), ("5億", 5 * 10**8)],
)
def test_chinese_numerals_are_one_number(run: str, number: int) -> None:
    assert cjk_value(run) == number


def test_numerals_out_of_order_have_no_value() -> None:
    assert cjk_value("万百") is None


def test_a_third_is_the_same_wherever_it_stands() -> None:
    assert ratio(1, 3) == ratio(2, 6) == ratio(*GLYPHS["⅓"])
    assert ratio(1, 4) == Decimal("0.25")


def test_scales_of_all_languages_are_known() -> None:
    assert SCALES["million"] == SCALES["millones"] == SCALES["mn"] == 6
    assert SCALES.keys() >= LETTERS
