import re

import pytest

from index.language.english import dates


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("in may 2019", ["may", "2019"]),
        ("the first quarter of 2020", ["first quarter", "2020"]),
        ("the dismayed 12019th", []),
    ],
)
def test_periods_are_years_months_and_parts_of_a_year(text: str, periods: list[str]) -> None:
    assert dates.PERIOD.findall(text) == periods


@pytest.mark.parametrize(("half", "is_afternoon"), [("pm", True), ("p.m", True), ("am", False)])
def test_the_halves_of_a_day_are_told_apart(half: str, is_afternoon: bool) -> None:
    assert re.fullmatch(dates.HALF_OF_DAY, half)
    assert half.startswith(dates.AFTERNOON) is is_afternoon
