"""What a quantity is, and ranges: two numbers that are the ends of one, "two to three per cent"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from index.language import east_asian, european
from index.language.english import numbers as english
from qa.text.numbers.units import Meanings

_BEHIND = 24  # characters before a number that may say something of it
_JOINS = re.compile(
    rf"\s?[-–—~～{east_asian.JOINS}]\s?|\s(?:{english.JOINS}|{european.JOINS})\s", re.I
)
_SMALLEST_WHOLE = 1000  # a smaller number shares the scale of the other end: "5 to 8 million"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity; `low` and `high` differ for a range ("two to three per cent"), in its order.

    `unit` is what its written unit may mean (nothing when it has none), `per` what it is a rate of.
    """

    low: Decimal
    high: Decimal
    unit: Meanings = frozenset()
    per: str = ""
    bound: str = ""
    ordinal: bool = False

    def same(self, other: "Quantity") -> bool:
        """Tell whether two quantities are the same in any form, whatever bounds them."""
        mine = (self.low, self.high, self.ordinal, self.per)
        theirs = (other.low, other.high, other.ordinal, other.per)
        return mine == theirs and (self.unit == other.unit or bool(self.unit & other.unit))


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity and its place in a text, sign, currency, scale and unit included.

    `first` to `last` is the bare number, `scale` what a word behind it multiplied its digits by.
    """

    quantity: Quantity
    start: int
    end: int
    first: int
    last: int
    scale: Decimal = Decimal(1)


def joined(text: str, found: list[Reading]) -> Iterator[Reading]:
    """Make one of the two ends of each range.

    What the second has and the first lacks belongs to both.
    """
    skip = False
    for one, two in zip(found, [*found[1:], None], strict=False):
        if skip:
            skip = False
        elif two and _is_range(text, one, two):
            skip = True
            yield _range(one, two)
        elif two and _is_change(text, one, two):
            skip = True
            yield from _sharing(one, two)
        else:
            yield one


def _is_range(text: str, one: Reading, two: Reading) -> bool:
    between, opening = text[one.end : two.start], _opening(text, one)
    joined = _JOINS.fullmatch(between) or _is_between(opening, between)
    if not joined or opening == english.FROM:
        return False
    a, b = one.quantity, two.quantity
    if a.ordinal or b.ordinal or b.bound:
        return False
    return not a.unit or a.unit == b.unit


def _is_between(opening: str, between: str) -> bool:
    return opening == english.BETWEEN and between.lower() == english.AND_BETWEEN


def _is_change(text: str, one: Reading, two: Reading) -> bool:
    """Tell whether two numbers are the ends of a change, "from nine weeks to six"."""
    between = english.TO_BETWEEN.fullmatch(text[one.end : two.start])
    return bool(between) and _opening(text, one) == english.FROM


def _opening(text: str, one: Reading) -> str:
    """Return the "from" or "between" that stands before a number, "" where neither does."""
    match = english.OPENS_RANGE.search(text, max(0, one.start - _BEHIND), one.start)
    return match[1].lower() if match else ""


def _sharing(one: Reading, two: Reading) -> Iterator[Reading]:
    """Give the unit of either end of a change to the other, where that has none.

    A scale is not shared: 240,000 to 4 million.
    """
    a, b = one.quantity, two.quantity
    yield replace(one, quantity=replace(a, unit=a.unit or b.unit, per=a.per or b.per))
    yield replace(two, quantity=replace(b, unit=b.unit or a.unit, per=b.per or a.per))


def _range(one: Reading, two: Reading) -> Reading:
    low, high = one.quantity.low, two.quantity.high
    if one.scale == 1 and low < _SMALLEST_WHOLE:
        low *= two.scale
    quantity = replace(two.quantity, low=low, high=high, bound=one.quantity.bound)
    return replace(two, quantity=quantity, start=one.start, first=one.first)
