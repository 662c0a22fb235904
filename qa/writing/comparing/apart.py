"""Say how far two dates are apart, in the units that both of them tell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from babel.units import format_unit
from dateutil.relativedelta import relativedelta

from index.dates import Date, dates
from index.language.english import CODE
from index.language.english.dates import APART

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
    if not (first.month and last.month):
        years = last.year - first.year
        return _counted(years, "year") if years > 1 or first.month == last.month else ""
    if not (first.day and last.day):
        first, last = replace(first, day=0), replace(last, day=0)
    between = relativedelta(_day_of(last), _day_of(first))
    days = _counted((_day_of(last) - _day_of(first)).days, "day")
    if first.day and not between.years and between.months < _FEW_MONTHS:
        return days
    parts = ((between.years, "year"), (between.months, "month"), (between.days, "day"))
    told = " ".join(filter(None, (_counted(*part) for part in parts)))
    return f"{told}, {days}" if first.day else told


def _counted(number: int, unit: str) -> str:
    return str(format_unit(number, f"duration-{unit}", locale=CODE)) if number else ""
