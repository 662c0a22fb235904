from decimal import Decimal

import pytest

from qa.text.numbers.forms import NUMBER, decimal, value


def values(text: str) -> list[Decimal]:
    return [found for match in NUMBER.finditer(text) if (found := value(match)) is not None]


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("7", "7"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,23,456", "123456"),
        ("1'234", "1234"),
        ("1 234 567", "1234567"),
        ("25,4", "25.4"),
        ("25,412", "25412"),
        ("25.412", "25.412"),
    ],
)
def test_digits_may_be_grouped_in_any_way(digits: str, number: str) -> None:
    assert decimal(digits) == Decimal(number)
    assert values(f"It is {digits} now") == [Decimal(number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3/4 of it", "0.75"),
        ("1 3/4 of it", "1.75"),
        ("1½ of it", "1.5"),
        ("half of it", "0.5"),
        ("three quarters of it", "0.75"),
        ("the 13th", "13"),
        ("the twenty-first", "21"),
        ("twenty-one", "21"),
        ("two hundred and five", "205"),
        ("two point two five", "2.25"),
        ("two and a quarter", "2.25"),
        ("nineteen eighty-four", "1984"),
        ("5亿3000万", "530000000"),
        ("三百万", "3000000"),
        ("二十五", "25"),
    ],
)
def test_each_form_has_its_value(text: str, number: str) -> None:
    assert values(text) == [Decimal(number)]


@pytest.mark.parametrize(
    "text", ["1/0", "one of them", "v2.0.1", "B12", "x1.2.3", "a boat", "1.2.3.4"]
)
def test_what_only_looks_like_a_number_has_none(text: str) -> None:
    assert values(text) == []


def test_the_sides_of_a_product_are_two_numbers() -> None:
    assert values("6.5×55mm") == [Decimal("6.5"), Decimal(55)]


@pytest.mark.parametrize("text", ["2 March", "12:30"])
def test_dates_are_not_told_apart_here(text: str) -> None:
    assert values(text)
