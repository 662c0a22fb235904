"""Hold the number of an answer against the bound that a question for yes or no names."""

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from index.dates import Date, dates
from index.language.english.questions import BOUNDS, ONE_PERCENT
from qa.text.inflection import lemmas
from qa.text.numbers.quantities import readings

_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "at least": operator.ge,
    "at most": operator.le,
    "above": operator.gt,
    "below": operator.lt,
}
_NEAR = 20  # characters between the words of a bound and its number
_PERCENT = frozenset({"%"})
_BEHIND = re.compile(r"\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Bound:
    """What is asked to be kept to: a number of a unit, or of the things that `counts` names."""

    name: str
    value: Decimal
    unit: frozenset[str] = frozenset()
    counts: str = ""
    is_year: bool = False


def bound_of(question: str) -> Bound | None:
    """Return the bound that a question names; a part of a whole is one in per cent."""
    for name in _HOLDS:
        if found := BOUNDS[name].search(question):
            rest = ONE_PERCENT.sub("1%", question[found.end() :])
            years = list(_years(rest[: 2 * _NEAR]))
            first = next(_amounts(rest), None)
            if first and first[0] <= _NEAR:
                return Bound(name, *first[1:])
            return Bound(name, years[0], is_year=True) if len(years) == 1 else None
    return None


def is_kept(bound: Bound, answer: str, sentence: str = "") -> bool | None:
    """Tell whether the numbers of a short answer, or else of its sentence, keep to a bound.

    None where none compares with it, or they differ.
    """
    for text in (answer, sentence):
        if values := _that_compare(bound, text):
            kept = {_HOLDS[bound.name](value, bound.value) for value in values}
            return kept.pop() if len(kept) == 1 else None
    return None


def _that_compare(bound: Bound, text: str) -> list[Decimal]:
    if bound.is_year:
        return list(_years(text))
    alike = [(value, counts) for _, value, unit, counts in _amounts(text) if unit == bound.unit]
    of_one = [value for value, counts in alike if lemmas(counts) & lemmas(bound.counts)]
    return of_one or [value for value, counts in alike if bound.unit or not counts]


def _amounts(text: str) -> Iterator[tuple[int, Decimal, frozenset[str], str]]:
    """Yield where each number of a text stands, with its unit or the word behind it."""
    for reading in readings(text):
        quantity = reading.quantity
        if quantity.low != quantity.high or quantity.ordinal:
            continue
        if not quantity.unit and 0 < quantity.low < 1:
            yield reading.start, quantity.low * 100, _PERCENT, ""
            continue
        behind = _BEHIND.match(text, reading.last)
        counts = behind[1].lower() if behind and not quantity.unit else ""
        yield reading.start, quantity.low, quantity.unit, counts


def _years(text: str) -> Iterator[Decimal]:
    found = {time.what.year for time in dates(text) if isinstance(time.what, Date)} - {0}
    return (Decimal(year) for year in found)
