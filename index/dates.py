"""Dates in a text, in all their forms.

3 May 2024, May 3rd, 2024, 03.05.2024 and 2024-05-03 are one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.date_forms import PLAIN_YEAR, SLASHED, TIME, months_by_name, patterns
from index.language.english import dates as english


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is told; 0 for a part that is not.

    `last` is the last day of a run of days, or the last year of a run of years. `unsure` is a date
    of two small numbers, 03/05/2024, as it is written: it may be of March or May.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    last: int = 0
    unsure: str = ""

    def covers(self, other: "Date") -> bool:
        """Tell whether this date says all that another says: 3 May 2024 covers May 2024."""
        if self.unsure:
            return other.unsure == self.unsure or other == Date(year=self.year)
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        if other.unsure or not all(b in (0, a) for a, b in zip(mine, theirs, strict=True)):
            return False
        is_run_of_years = self.last > 31
        return self.last == other.last or not (other.day or other.last or is_run_of_years)


@dataclass(frozen=True, slots=True)
class Found:
    """A date or a time of day (in minutes) and its place in a text."""

    what: Date | int
    start: int
    end: int


def dates(text: str, around: str = "") -> list[Found]:
    """Return the dates and times of a text in order.

    A year alone is a date, a month alone is a word. Whether 03/05/2024 begins with its day the
    other dates of the text, or of that `around` it, tell where they agree; else it is unsure.
    """
    found: list[Found] = []
    for pattern in patterns():
        found = _with(found, (Found(_read(m), *m.span()) for m in pattern.finditer(text)))
    times = (m for m in TIME.finditer(text) if m["minute"] or m["half"])
    found = _with(found, (Found(_minutes(m), *m.span()) for m in times))
    years = PLAIN_YEAR.finditer(text)
    found = _with(found, (Found(Date(year=int(m[0])), *m.span()) for m in years))
    return _settled(found, around or text)


def meets(found: Sequence[Found], start: int, end: int) -> bool:
    """Tell whether a range of a text meets one of its dates and times, which are in order."""
    at = bisect_right(found, start, key=lambda item: item.end)
    return at < len(found) and found[at].start < end


def readings_of(unsure: str) -> list[Date]:
    """Return both dates that 03/05/2024 may be, the one with its day first being the first."""
    first, second, year = map(int, re.findall(r"\d+", unsure))
    return [Date(year, second, first), Date(year, first, second)]


def _settled(found: list[Found], text: str) -> list[Found]:
    """Read the dates that are unsure by themselves as the other dates of their text tell to."""
    if not any(_unsure(item) for item in found):
        return found
    orders = {int(m["first"]) > 12 for m in SLASHED.finditer(text) if _tells_order(m)}
    if len(orders) != 1:
        return found
    which = 0 if orders.pop() else 1
    return [replace(f, what=readings_of(u)[which]) if (u := _unsure(f)) else f for f in found]


def _unsure(found: Found) -> str:
    return "" if isinstance(found.what, int) else found.what.unsure


def _tells_order(match: re.Match[str]) -> bool:
    first, second = int(match["first"]), int(match["second"])
    return match["dot"] != "." and min(first, second) <= 12 < max(first, second) <= 31


def _with(taken: list[Found], more: Iterator[Found]) -> list[Found]:
    free = [item for item in more if not meets(taken, item.start, item.end)]
    return sorted([*taken, *free], key=lambda item: item.start)


def _read(match: re.Match[str]) -> Date:
    parts = match.groupdict()
    year, last = int(parts.get("year") or 0), int(re.sub(r"\D", "", parts.get("last") or "") or 0)
    if until := parts.get("until"):
        return _until(year, int(until))
    if first := parts.get("first"):
        return _numeric(int(first), int(parts["second"]), year, parts["dot"], match.group())
    named = months_by_name().get((parts.get("month") or "").lower(), 0)
    return Date(year, int(parts.get("number") or named), int(parts.get("day") or 0), last)


def _until(year: int, until: int) -> Date:
    """Read 2022-23 and 1999-00 as years, 2024-05, which would end before it begins, as a month."""
    last = until if until > 99 else year // 100 * 100 + until
    if last > year or (year + 1) % 100 == until == 0:
        return Date(year, last=max(last, year + 1))
    return Date(year, until if 1 <= until <= 12 else 0)


def _numeric(first: int, second: int, year: int, dot: str, written: str) -> Date:
    """Read 03.05.2024 as day and month, as all do who write dots; of 03/05/2024 nobody can tell."""
    if max(first, second) > 12 or first == second or dot == ".":
        day, month = (second, first) if second > 12 else (first, second)
        return Date(year, month, day)
    return Date(year, unsure=written)


def _minutes(match: re.Match[str]) -> int:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith(english.AFTERNOON) else 0)
    return 60 * hour + int(match["minute"] or 0)
