import time

import pytest

from qa.text.numbers.quantities import readings, widened
from qa.text.numbers.ranges import Quantity


def quantities(text: str) -> list[Quantity]:
    return [reading.quantity for reading in readings(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("25.412 billion yuan", "RMB 25,412 million"),
        ("13.91 %", "13.91 per cent"),
        ("13.91%", "13.91 percent"),
        ("$5.2bn", "5.2 billion dollars"),
        ("GBP 5m", "£5 million"),
        ("5k", "5,000"),
        ("4.2mn", "4.2 million"),
        ("four hundred", "400"),
        ("two and a half million", "2.5 million"),
        ("a dozen", "12"),
        ("10⁴ litres", "10,000 litres"),
        ("5 × 10⁶", "5 million"),
        ("5 × 10^6", "5 million"),
        ("10^6 litres", "1 million litres"),
        ("5·10^-3 kg", "0.005 kg"),
        ("5·10^(-3) kg", "0.005 kg"),
        ("2^10 bytes", "1,024 bytes"),
        ("10^5–10^6 m", "100,000–1,000,000 m"),
        ("5·10⁶ kg", "5 million kg"),
        ("2.5 x 10⁻³ m", "0.0025 m"),
        ("$3,2 × 10¹²", "$3.2 trillion"),
        ("5亿元", "CNY 500 million"),
        ("三百万", "3 million"),
        ("25万", "250,000"),
        ("1.234,5 km", "1,234.5 kilometres"),
        ("25,4 %", "25.4 %"),
        ("1,23,456", "123,456"),
        ("3.5 crore rupees", "₹35 million"),
        ("40 lakh rupees", "Rs 4 million"),
        ("5-8 million", "5 million to 8 million"),
        ("two-thirds", "2/3"),
        ("½ cup", "half a cup"),
        ("1½", "1 1/2"),
        ("minus five", "-5"),
        ("the 13th", "the thirteenth"),
        ("5 km", "5 kilometers"),
        ("nine weeks", "9 weeks"),
        ("£22 a month", "22 pounds per month"),
        ("a million yuan", "CNY 1,000,000"),
        ("a hundred and five", "105"),
        ("a lakh rupees", "100,000 rupees"),
        ("one-ninth", "1/9"),
        ("⅞", "7/8"),
        ("5億3000萬", "530 million"),
        ("5公里长", "5 km"),
    ],
)
def test_the_same_quantity_is_the_same_in_another_form(one: str, other: str) -> None:
    [a], [b] = quantities(f"It is {one} now"), quantities(f"It is {other} now")
    if "cup" not in one:
        assert a.same(b)
    assert (a.low, a.high) == (b.low, b.high)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four hundred", "four thousand"),
        ("one million", "one billion"),
        ("$5.2bn", "$5.2mn"),
        ("GBP 5m", "GBP 5k"),
        ("5亿", "5"),
        ("5亿元", "5万元"),
        ("1.234,5", "1.234"),
        ("two to three per cent", "three to two per cent"),
        ("5 km", "5 kg"),
        ("$5", "€5"),
        ("C$5", "US$5"),
        ("5 percent", "5 percentage points"),
        ("25 basis points", "25 percentage points"),
        ("5", "-5"),
        ("3 lakh", "3 crore"),
        ("two-thirds", "three-quarters"),
        ("the 13th", "13"),
        ("22 pounds a month", "22 pounds a year"),
        ("2-3 %", "2 %"),
        ("5 yuan", "5 yen"),
    ],
)
def test_what_differs_in_value_scale_unit_sign_or_order_is_not_the_same(
    one: str, other: str
) -> None:
    [a], [b] = quantities(f"It is {one} now"), quantities(f"It is {other} now")
    assert not a.same(b)


@pytest.mark.parametrize(
    "text",
    [
        "v2.0.1 of it",
        "release 4.1.5",
        "one of them",
        "COVID-19",
        "B12",
        "hundreds of people",
        "on 3 May 2024",
    ],
)
def test_what_is_no_quantity_is_not_read(text: str) -> None:
    assert quantities(text) == []


def test_the_ends_of_a_change_share_a_unit_but_no_scale() -> None:
    nine, six = quantities("It fell from nine weeks to six.")
    assert nine.unit == six.unit != frozenset()
    low, high = quantities("It grew from 240,000 to 4.52 million.")
    assert [float(low.low), float(high.low)] == [240_000, 4_520_000]


def test_what_bounds_a_number_belongs_to_it() -> None:
    texts = ("about 460", "at least 2 GB", "up to 420", "nearly 300", "more than 5")
    assert [quantities(text)[0].bound for text in texts] == [
        "about",
        "least",
        "most",
        "nearly",
        "over",
    ]
    assert quantities("It goes up to 5 %.")[0].bound == ""


def test_a_number_is_widened_to_all_that_belongs_to_it() -> None:
    text = "It cost more than 20 billion yuan, or up to 30."
    at = text.index("20 billion")
    assert widened(text, at, at + 10) == (8, text.index(","))
    assert widened(text, 0, 7) == (0, 7)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("有407户人家", [(407, 407)]),
        ("增加5至8万", [(50_000, 80_000)]),
        ("第3章第12节", [(3, 3), (12, 12)]),
        ("2019年有5个县", [(5, 5)]),
    ],
)
def test_figures_between_chinese_characters_are_read(
    text: str, ends: list[tuple[int, int]]
) -> None:
    assert [(int(found.low), int(found.high)) for found in quantities(text)] == ends


def test_the_figures_of_a_long_text_of_dates_are_read_in_time() -> None:
    readings("3 May, 5 kg")  # builds the patterns
    begun = time.process_time()
    assert len(readings("3 May of 5 kg " * 7_000)) == 7_000
    assert time.process_time() - begun < 6
