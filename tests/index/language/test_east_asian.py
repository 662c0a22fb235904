import re

import pytest

from index.language import east_asian


@pytest.mark.parametrize("char", ["港", "ひ", "カ", "한"])
def test_characters_without_spaces_are_known(char: str) -> None:
    assert east_asian.CHARACTER.fullmatch(char)


@pytest.mark.parametrize("char", ["a", "é", "д", "5", "。", "，"])
def test_letters_of_words_figures_and_marks_are_none(char: str) -> None:
    assert not east_asian.CHARACTER.search(char)


@pytest.mark.parametrize("number", ["5亿", "5亿3000万", "2.5万", "3千"])
def test_digits_may_have_a_scale(number: str) -> None:
    assert re.fullmatch(east_asian.SCALED_DIGITS, number)


@pytest.mark.parametrize("number", ["三百万", "二十", "〇"])
def test_numerals_stand_for_digits(number: str) -> None:
    assert re.fullmatch(east_asian.NUMERALS, number)


def test_traditional_scales_are_the_simplified_ones() -> None:
    assert "5億3萬".translate(east_asian.SIMPLIFIED) == "5亿3万"


@pytest.mark.parametrize(("text", "denials"), [("没有开", 1), ("已经开了", 0), ("不是没有", 2)])
def test_denials_are_counted(text: str, denials: int) -> None:
    assert len(east_asian.NEGATION.findall(text)) == denials
