"""The numbers of a quote that can be reckoned with: how each is written, and what it measures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from index.language.english.numbers import END_OF_CHANGE
from index.language.english.words import STOPWORDS
from qa.text.numbers.quantities import readings
from qa.text.numbers.ranges import Quantity
from qa.text.numbers.words import SCALES
from qa.text.words import YEAR, Number

_NEAR = 10  # so many times greater may a bare number be than another of the same thing


@dataclass(frozen=True, slots=True)
class Operand:
    """A number as a quote writes it, with the word behind it, and "from" or "to" before it.

    `measure` is its unit or money, by whatever name or sign, and what it is told by ("a month");
    `sign` is that of money before it.
    """

    number: Number
    written: str
    unit: str
    after: str
    measure: frozenset[str] = frozenset()
    sign: str = ""


def operands(quote: str) -> list[Operand]:
    """Return the numbers in digits of a quote; its dates are none."""
    found = []
    for reading in readings(quote):
        percent = "%" in reading.quantity.unit
        shown = quote[reading.first : reading.end if percent else reading.last]
        if any(char.isdigit() for char in shown):
            unit = "" if percent else _unit_behind(quote[reading.last :])
            before = END_OF_CHANGE.search(quote[: reading.start])
            after = before[1].lower() if before else ""
            measure = reading.quantity.unit | ({reading.quantity.per} - {""})
            sign = quote[reading.start : reading.first] if reading.quantity.low >= 0 else ""
            found += [
                Operand(Number(value, percent), shown, unit, after, measure, sign)
                for value in _values(reading.quantity)
            ]
    return found + _like_years(quote, {operand.unit for operand in found} - {""})


def _like_years(quote: str, units: set[str]) -> list[Operand]:
    """Return what looks like a year, but counts what is counted elsewhere in the quote.

    "252 villages have a branch, and 1921 villages a machine."
    """
    placed = [(match[0], _unit_behind(quote[match.end() :])) for match in YEAR.finditer(quote)]
    return [
        Operand(Number(Decimal(year)), year, unit, "") for year, unit in placed if unit in units
    ]


def _values(quantity: Quantity) -> list[Decimal]:
    return [quantity.low] if quantity.low == quantity.high else [quantity.low, quantity.high]


def _unit_behind(rest: str) -> str:
    following = re.match(r"[\s-]+([^\W\d_]+)", rest)
    word = following[1] if following else ""
    return "" if word in SCALES or word in STOPWORDS else word


def units(text: str) -> set[str]:
    """Return the words behind the numbers of a text, "%" for a percentage."""
    return {"%" if operand.number.percent else operand.unit for operand in operands(text)}


def are_near(one: Operand, two: Operand) -> bool:
    """Tell whether two numbers are of one order, as those of one thing are."""
    low, high = sorted((one.number.value, two.number.value))
    return high <= _NEAR * low


def is_alike(one: Operand, two: Operand) -> bool:
    """Tell whether two numbers are of one unit; a bare number is of that of the other."""
    if one.measure != two.measure or one.number.percent != two.number.percent:
        return False
    return bool(one.measure) or len({one.unit, two.unit} - {""}) < 2


def is_told(operand: Operand) -> bool:
    """Tell whether a number has a unit, a measure, or a scale behind it."""
    return has_unit(operand) or bool(operand.measure) or operand.written[-1].isalpha()


def alike(one: str, two: str) -> bool:
    """Tell whether all numbers of two short answers are of one unit and currency."""
    return all(is_alike(*pair) for pair in product(operands(one), operands(two)))


def has_unit(operand: Operand) -> bool:
    """Tell whether a number has a word behind it, or is a percentage."""
    return bool(operand.unit) or operand.number.percent


def groups(found: Sequence[Operand]) -> list[list[Operand]]:
    """Return the operands of one sentence by what they measure, or count.

    A number without a word behind it goes with those before it that none measures either.
    """
    of_one: dict[tuple[object, ...], list[Operand]] = {}
    counted = ""
    for operand in found:
        if not operand.measure:
            counted = operand.unit or counted
        of = "" if operand.measure else counted
        of_one.setdefault((of, operand.measure, operand.number.percent), []).append(operand)
    return list(of_one.values())
