import re

import pytest

from qa.tuning.data.changing.figures import YEAR, numbers, swapped_numbers
from tests.qa.tuning.data.changing.conftest import made

NUMBER = re.compile(r"[\d.,]*\d")


def figures(text: str) -> list[str]:
    return NUMBER.findall(text)


@pytest.mark.parametrize("figure", ["240", "3.5", "1,200", "52,000", "25.412", "9"])
def test_a_changed_number_is_another_one_at_its_place(figure: str) -> None:
    changed = {figures(text)[0] for text in made(numbers, f"It is {figure} metres long.")}
    changed.discard(figure)  # a draw may be the digit that was there
    assert len(changed) > 1
    for text in made(numbers, f"It is {figure} metres long."):
        assert re.fullmatch(r"It is [\d.,]+ metres long\.", text)


def test_the_digits_of_a_number_change_places_and_its_point_moves() -> None:
    assert "It is 420 metres long." in made(numbers, "It is 240 metres long.")
    assert "It is 2400 metres long." in made(numbers, "It is 240 metres long.")
    assert "It is 35 metres long." in made(numbers, "It is 3.5 metres long.")
    assert "It is 1.200 metres long." in made(numbers, "It is 1,200 metres long.")


def test_no_number_gets_a_nought_in_front() -> None:
    assert not any(text.startswith("It has 0") for text in made(numbers, "It has 105 rooms."))
    assert not any(text.startswith("It has 0") for text in made(numbers, "It has 10 rooms."))


def test_a_number_word_becomes_another_one_with_its_capital() -> None:
    changed = made(numbers, "Seven towns joined.")
    assert len(changed) > 5
    assert "Seven towns joined." not in changed
    assert all(re.fullmatch(r"[A-Z][a-z]+ towns joined\.", text) for text in changed)


@pytest.mark.parametrize(
    "text",
    [
        "It was opened in 1874.",
        "It was opened on 3 May.",
        "It was opened on the 3rd May.",
        "It is open.",
        "See chapter A4 and B-52.",
    ],
)
def test_years_days_and_names_with_digits_are_no_numbers(text: str) -> None:
    assert made(numbers, text) == set()


def test_another_number_of_the_evidence_takes_the_place_of_one() -> None:
    evidence = "It is 240 metres long and 9 metres wide, and was opened in 1874."
    changed = made(swapped_numbers, "It is 240 metres long.", evidence, "It cost 52,000 pounds.")
    assert changed == {"It is 9 metres long.", "It is 52,000 metres long."}


@pytest.mark.parametrize(
    "text", ["It was opened in 1874.", "It was opened on 3 May.", "It was opened on May 3."]
)
def test_no_number_takes_the_place_of_a_date(text: str) -> None:
    assert made(swapped_numbers, text, f"{text} It is 240 metres long.") == set()


def test_a_number_that_stands_alone_in_its_evidence_has_none_to_take_its_place() -> None:
    assert made(swapped_numbers, "It is 240 metres long.") == set()


@pytest.mark.parametrize(
    ("text", "years"), [("in 1874 and 2019", 2), ("2,019 sheep", 0), ("1874,5", 0), ("3 of 12", 0)]
)
def test_a_year_has_four_digits_and_no_thousands(text: str, years: int) -> None:
    assert len(YEAR.findall(text)) == years
