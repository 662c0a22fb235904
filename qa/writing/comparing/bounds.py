"""Hold the number of an answer against the bound that a question for yes or no names."""

import operator
from collections.abc import Callable
from decimal import Decimal

from index.dates import Date, dates
from index.language.english.questions import BOUNDS
from qa.text.words import numbers
from qa.writing.comparing.operands import alike

_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "at least": operator.ge,
    "at most": operator.le,
    "above": operator.gt,
    "below": operator.lt,
}


def within_bound(question: str, answer: str) -> bool | None:
    """Tell whether the number or year of a short answer keeps to the bound of a question.

    None where the question names no bound, or the two do not compare.
    """
    for name, holds in _HOLDS.items():
        if found := BOUNDS[name].search(question):
            bound = question[found.end() :]
            told, asked = _value(answer), _value(bound)
            if told is None or asked is None or not alike(answer, bound):
                return None
            return holds(told, asked)
    return None


def _value(text: str) -> Decimal | None:
    """Return the one number of a text, or the one year."""
    years = {time.what.year for time in dates(text) if isinstance(time.what, Date)} - {0}
    if years:
        return Decimal(years.pop()) if len(years) == 1 else None
    found = numbers(text)
    return found.pop().value if len(found) == 1 else None
