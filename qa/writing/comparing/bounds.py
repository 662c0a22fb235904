"""Hold the number of an answer against the bound that a question for yes or no names."""

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from index.dates import Date, dates
from index.language.english.questions import BOUNDS, LOOSE_BOUNDS, ONE_PERCENT, OPEN_ENDED, PART_OF
from qa.text.numbers.quantities import readings
from qa.types import Found

HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "least": operator.ge,
    "most": operator.le,
    "above": operator.gt,
    "below": operator.lt,
}
_NEAR = 12  # characters behind the words of a bound in which its number begins
_PERCENT = frozenset({"%"})


@dataclass(frozen=True, slots=True)
class Bound:
    """What is asked to be kept to: a number of a unit, a year where it `is_year`.

    `firm`: its words mean nothing else, as "under" and "before" do.
    """

    name: str
    value: Decimal
    unit: frozenset[str] = frozenset()
    is_year: bool = False
    firm: bool = True


def bound_of(question: str) -> Bound | None:
    """Return the bound that a question names; a part of a whole is one in per cent."""
    for name in HOLDS:
        if found := BOUNDS[name].search(question):
            rest = ONE_PERCENT.sub("1%", question[found.end() :])
            firm = not LOOSE_BOUNDS.fullmatch(found[0])
            at, value, unit = next(_amounts(rest), (0, None, frozenset()))
            if value is not None:
                return Bound(name, value, unit, firm=firm) if at <= _NEAR else None
            years = list(_years(rest[:_NEAR]))
            return Bound(name, years[0], is_year=True, firm=False) if len(years) == 1 else None
    return None


def is_kept(bound: Bound, best: Found) -> bool | None:
    """Tell whether the number of a short answer, or else the only one of its sentence, keeps to it.

    None where none compares with it, where it has an open end, or is the bound itself in per cent.
    """
    text = best.evidence.text
    values = _that_compare(bound, best.answer) or _that_compare(bound, text)
    if len(values) != 1 or OPEN_ENDED.search(text):
        return None
    [value] = values
    if value == bound.value and bound.unit == _PERCENT and bound.name in ("above", "below"):
        return None
    return HOLDS[bound.name](value, bound.value)


def _that_compare(bound: Bound, text: str) -> set[Decimal]:
    if bound.is_year:
        return set(_years(text))
    return {value for _, value, unit in _amounts(text) if unit == bound.unit}


def _amounts(text: str) -> Iterator[tuple[int, Decimal, frozenset[str]]]:
    """Yield where each number of a text stands, and its unit with what it is told by."""
    for reading in readings(text):
        quantity = reading.quantity
        if quantity.low != quantity.high or quantity.ordinal:
            continue
        if not quantity.unit and 0 < quantity.low < 1 and PART_OF.match(text, reading.last):
            yield reading.start, quantity.low * 100, _PERCENT
            continue
        yield reading.start, quantity.low, quantity.unit | ({quantity.per} - {""})


def _years(text: str) -> Iterator[Decimal]:
    found = {time.what.year for time in dates(text) if isinstance(time.what, Date)} - {0}
    return (Decimal(year) for year in found)
