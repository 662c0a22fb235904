"""Say how far two dates are apart, in the units that both of them tell."""

from collections.abc import Sequence
from datetime import date

from babel.units import format_unit
from dateutil.relativedelta import relativedelta

from index.language.english import CODE
from index.language.english.dates import APART
from qa.text.numbers.dates import Date, dates

_FEW_MONTHS = 2  # below it days are told, where both dates have one


def time_apart(answers: Sequence[str]) -> str:
    """Return a sentence with the time between the dates of two short answers.

    "" where one holds no date with a year, or several, or both are the same.
    """
    told = [_only_date(answer) for answer in answers]
    if len(told) != 2 or None in told:
        return ""
    first, last = sorted(filter(None, told), key=_day_of)
    if not (length := _length(first, last)):
        return ""
    written = {_only_date(answer): answer.strip(" .,;") for answer in answers}
    return APART.format(length=length, first=written[first], last=written[last])


def _only_date(answer: str) -> Date | None:
    found = [item.what for item in dates(answer) if isinstance(item.what, Date)]
    known = len(found) == 1 and found[0].year and not found[0].unsure and not found[0].last
    return found[0] if known and _is_in_calendar(found[0]) else None


def _is_in_calendar(told: Date) -> bool:
    try:
        return bool(_day_of(told))
    except ValueError:  # 30 February
        return False


def _day_of(told: Date) -> date:
    return date(told.year, told.month or 1, told.day or 1)


def _length(first: Date, last: Date) -> str:
    """Return the time between two dates: days, months and years, as far as both tell them."""
    between = relativedelta(_day_of(last), _day_of(first))
    months = 12 * between.years + between.months
    if not (first.month and last.month):
        return _counted(last.year - first.year, "year")
    if first.day and last.day and months < _FEW_MONTHS:
        return _counted((_day_of(last) - _day_of(first)).days, "day")
    parts = _counted(between.years, "year"), _counted(between.months, "month")
    return " ".join(filter(None, parts))


def _counted(number: int, unit: str) -> str:
    return str(format_unit(number, f"duration-{unit}", locale=CODE)) if number else ""
