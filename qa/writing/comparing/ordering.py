"""Say which of several short answers comes first, by their numbers or dates."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from index.dates import Date, dates
from qa.question.comparing.operations import BY_DATE, RECKONED, Operation
from qa.text.words import numbers
from qa.writing.comparing.operands import alike

_SMALLEST_FIRST = {Operation.LEAST, Operation.FIRST}


def ordered(answers: Sequence[str], operation: Operation | None) -> list[int]:
    """Return the numbers of the answers, the one that is asked for first.

    Empty where they do not compare: no or several numbers, other units, dates without a year.
    """
    if operation is None or operation in (*RECKONED, Operation.APART):
        return []
    by_date = operation in BY_DATE
    values = [_date(answer) if by_date else _value(answer) for answer in answers]
    known = [value for value in values if value is not None]
    of_one_unit = by_date or all(alike(*pair) for pair in combinations(answers, 2))
    if len(known) < len(values) or len(set(known)) < len(known) or not of_one_unit:
        return []
    order = sorted(range(len(known)), key=lambda n: known[n])
    return order if operation in _SMALLEST_FIRST else order[::-1]


def comparable(answer: str, operation: Operation | None) -> bool:
    """Tell whether a short answer has what an operation needs: a date, or a number."""
    by_date = operation in BY_DATE
    return bool(dates(answer) if by_date else numbers(answer))


def _value(answer: str) -> tuple[Decimal, ...] | None:
    found = numbers(answer)
    return (next(iter(found)).value,) if len(found) == 1 else None


def _date(answer: str) -> tuple[Decimal, ...] | None:
    found = [time.what for time in dates(answer) if isinstance(time.what, Date)]
    if len(found) != 1 or not found[0].year:
        return None
    date = found[0]
    return tuple(Decimal(part or 0) for part in (date.year, date.month, date.day))
