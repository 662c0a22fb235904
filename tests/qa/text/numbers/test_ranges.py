from decimal import Decimal

import pytest

from qa.text.numbers.quantities import readings
from qa.text.numbers.ranges import Quantity

METRES, YUAN = frozenset({"length-meter"}), frozenset({"CNY"})


def ends(text: str) -> list[tuple[float, float]]:
    return [(float(r.quantity.low), float(r.quantity.high)) for r in readings(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5-8 boats", 5, 8),
        ("5 – 8 boats", 5, 8),
        ("5 to 8 boats", 5, 8),
        ("5 or 8 boats", 5, 8),
        ("between 5 and 8 boats", 5, 8),
        ("5至8", 5, 8),
        ("5 bis 8", 5, 8),
        ("5%-8%", 5, 8),
        ("5 to 8 million", 5e6, 8e6),
        ("5 to 10 million", 5e6, 1e7),
        ("5 to 200 thousand", 5000, 200_000),
        ("2.5 to 3.5 billion", 2.5e9, 3.5e9),
        ("5-8万", 50_000, 80_000),
        ("5 million to 8 million", 5e6, 8e6),
        ("2,000 to 3 million", 2000, 3e6),
        ("two to three dozen", 24, 36),
    ],
)
def test_two_ends_make_one_quantity(text: str, low: float, high: float) -> None:
    assert ends(text) == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "from 5 to 8 boats",
        "5 and 8 boats",
        "5 km to 8 kg",
        "the 5th to 8 boats",
        "5 to about 8 boats",
        "5 boats to 8",
    ],
)
def test_two_numbers_of_a_change_or_of_two_things_stay_two(text: str) -> None:
    assert ends(text) == [(5, 5), (8, 8)]


def test_a_range_is_read_with_its_place_and_its_bound() -> None:
    text = "It took about 5 to 8 weeks."
    [reading] = readings(text)
    assert text[reading.start : reading.end] == "5 to 8 weeks"
    assert text[reading.first : reading.last] == "5 to 8"
    assert reading.quantity.bound == "about"


def test_the_ends_of_a_change_share_unit_and_rate() -> None:
    for text in ("from 5 yuan a day to 8", "from 5 to 8 yuan a day"):
        one, two = (reading.quantity for reading in readings(text))
        assert one.unit == two.unit == YUAN
        assert one.per == two.per == "duration-day"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Quantity(Decimal(5), Decimal(5)), Quantity(Decimal("5.0"), Decimal(5)), True),
        (Quantity(Decimal(5), Decimal(5)), Quantity(Decimal(5), Decimal(5), METRES), False),
        (Quantity(Decimal(5), Decimal(8)), Quantity(Decimal(8), Decimal(5)), False),
        (Quantity(Decimal(5), Decimal(5)), Quantity(Decimal(5), Decimal(5), ordinal=True), False),
        (Quantity(Decimal(5), Decimal(5)), Quantity(Decimal(5), Decimal(5), bound="over"), True),
        (Quantity(Decimal(5), Decimal(5)), Quantity(Decimal(5), Decimal(5), per="day"), False),
        (
            Quantity(Decimal(5), Decimal(5), METRES | YUAN),
            Quantity(Decimal(5), Decimal(5), YUAN),
            True,
        ),
    ],
)
def test_quantities_are_the_same_by_all_but_their_bounds(
    one: Quantity, other: Quantity, same: bool
) -> None:
    assert one.same(other) is other.same(one) is same
