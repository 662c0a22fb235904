"""Differences and sums of two numbers that the quotes hold, written with both operands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from index.language.english.numbers import (
    END_OF_CHANGE,
    FROM,
    PERCENTAGE_POINTS,
    TO,
    WRITTEN_SCALES,
)
from index.language.english.words import STOPWORDS
from qa.question.operations import RECKONED, Operation
from qa.text.numbers.quantities import readings
from qa.text.numbers.ranges import Quantity
from qa.text.numbers.words import SCALES
from qa.text.words import YEAR, Number, numbers

_SHORT, _NEAR = 4, 10  # words of a short answer; so much greater may a bare number be
_SMALLEST_WHOLE = 1000  # a smaller number may be short for thousands or millions


@dataclass(frozen=True, slots=True)
class _Operand:
    """A number as a quote writes it, with the word behind it, and "from" or "to" before it.

    `measure` is its unit or money, by whatever name or sign.
    """

    number: Number
    written: str
    unit: str
    after: str
    measure: frozenset[str] = frozenset()


def computed(operation: Operation | None, quotes: Sequence[str], *, compares: bool = False) -> str:
    """Return a sentence with the difference or the sum that is asked for.

    "" when the quotes leave any doubt. The operands are "from 5 to 8" in one quote (a difference
    only), or the only numbers of two quotes, in one unit; where the question `compares` for sure,
    one of them may also have no unit, both where the quotes are short answers, or they are the only
    two of one quote in one. Years do not count. The result must not stand there already.
    """
    if operation not in RECKONED:
        return ""
    differ = operation is Operation.DIFFERENCE
    pair = _pair(quotes, differ) or (_pair_compared(quotes) if compares else None)
    if pair is None:
        return ""
    one, two = pair
    value = one.number.value - two.number.value if differ else one.number.value + two.number.value
    if value <= 0 or value in {number.value for quote in quotes for number in numbers(quote)}:
        return ""
    shown = f"{written(value)} {_shared_unit(one, two)}".rstrip()
    operands = f"{one.written} {'−' if differ else '+'} {two.written}"
    return f"{operation.capitalize()}: {shown} ({operands})."


def _shared_unit(one: _Operand, two: _Operand) -> str:
    if one.number.percent:
        return PERCENTAGE_POINTS
    return one.unit if one.unit == two.unit else ""


def _pair(quotes: Sequence[str], asks_difference: bool) -> tuple[_Operand, _Operand] | None:
    """Return the two operands, the greater first."""
    match [_operands(quote) for quote in quotes]:
        case [[one, two]] if asks_difference and (one.after, two.after) == (FROM, TO):
            pass
        case [[one], [two]] if one.unit == two.unit and all(map(_has_unit, (one, two))):
            pass
        case _:
            return None
    if one.number.percent != two.number.percent or _shares_scale(one, two):
        return None
    return (one, two) if one.number.value >= two.number.value else (two, one)


def _pair_compared(quotes: Sequence[str]) -> tuple[_Operand, _Operand] | None:
    """Return the only numbers of two quotes, or the only two of one in one unit, if any."""
    match [_operands(quote) for quote in quotes]:
        case [[one], [two]]:
            told = _is_told(one) or _is_told(two) or _are_short(quotes, one, two)
            pairs = [[one, two]] if told and _is_alike(one, two) else []
        case [operands]:
            groups: dict[tuple[object, ...], list[_Operand]] = {}
            for operand in operands:
                groups.setdefault(_kind(operand), []).append(operand)
            pairs = [two for two in groups.values() if len(two) == 2 and all(map(_is_told, two))]
        case _:
            return None
    if len(pairs) != 1:
        return None
    one, two = sorted(pairs[0], key=lambda operand: -operand.number.value)
    return one, two


def _are_short(quotes: Sequence[str], one: _Operand, two: _Operand) -> bool:
    """Tell whether two bare numbers are short answers to one question: near, and little else."""
    low, high = sorted((one.number.value, two.number.value))
    return all(len(quote.split()) <= _SHORT for quote in quotes) and high <= _NEAR * low


def _is_alike(one: _Operand, two: _Operand) -> bool:
    """Tell whether two numbers are of one unit; a bare number is of that of the other."""
    same = {one.unit, two.unit} - {""}
    return len(same) < 2 and _kind(one)[1:] == _kind(two)[1:]


def _kind(operand: _Operand) -> tuple[object, ...]:
    return operand.unit, operand.measure, operand.number.percent


def _is_told(operand: _Operand) -> bool:
    """Tell whether a number has a unit, or a scale behind it."""
    return _has_unit(operand) or operand.written[-1].isalpha()


def alike(one: str, two: str) -> bool:
    """Tell whether all numbers of two short answers are of one unit and currency."""
    return all(_is_alike(*pair) for pair in product(_operands(one), _operands(two)))


def _has_unit(operand: _Operand) -> bool:
    return bool(operand.unit) or operand.number.percent


def _shares_scale(one: _Operand, two: _Operand) -> bool:
    """Tell whether the first number may mean the scale behind the second: "from 5 to 8 million"."""
    is_bare = one.written[-1].isdigit() and one.number.value < _SMALLEST_WHOLE
    return bool(one.after) and is_bare and two.written[-1].isalpha()


def units(text: str) -> set[str]:
    """Return the words behind the numbers of a text, "%" for a percentage."""
    return {"%" if operand.number.percent else operand.unit for operand in _operands(text)}


def written(value: Decimal) -> str:
    """Write a number as articles do: 4.28 million, 183,939."""
    for name, scale in WRITTEN_SCALES.items():
        if value >= Decimal(10) ** scale:
            return f"{_plain(value.scaleb(-scale))} {name}"
    return _plain(value)


def _operands(quote: str) -> list[_Operand]:
    """Return the numbers in digits of a quote; its dates are none."""
    found = []
    for reading in readings(quote):
        percent = "%" in reading.quantity.unit
        shown = quote[reading.first : reading.end if percent else reading.last]
        if any(char.isdigit() for char in shown):
            unit = "" if percent else _unit_behind(quote[reading.last :])
            before = END_OF_CHANGE.search(quote[: reading.start])
            after = before[1].lower() if before else ""
            values = _values(reading.quantity)
            found += [
                _Operand(Number(value, percent), shown, unit, after, reading.quantity.unit)
                for value in values
            ]
    return found + _like_years(quote, {operand.unit for operand in found} - {""})


def _like_years(quote: str, units: set[str]) -> list[_Operand]:
    """Return what looks like a year, but counts what is counted elsewhere in the quote.

    "252 villages have a branch, and 1921 villages a machine."
    """
    placed = [(match[0], _unit_behind(quote[match.end() :])) for match in YEAR.finditer(quote)]
    return [
        _Operand(Number(Decimal(year)), year, unit, "") for year, unit in placed if unit in units
    ]


def _values(quantity: Quantity) -> list[Decimal]:
    return [quantity.low] if quantity.low == quantity.high else [quantity.low, quantity.high]


def _unit_behind(rest: str) -> str:
    following = re.match(r"[\s-]+([^\W\d_]+)", rest)
    word = following[1] if following else ""
    return "" if word in SCALES or word in STOPWORDS else word


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
