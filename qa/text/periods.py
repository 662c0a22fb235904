"""Days, weeks, months, quarters and years that a question or the name of an article tells."""

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields, replace

from index.date_forms import month_names, months_by_name
from index.dates import Date, dates, readings_of
from index.language.english.dates import (
    MONTH_ALONE,
    NUMBER_OF,
    NUMBERED,
    QUARTER,
    QUARTERS,
    WEEK,
    WEEK_OF,
)
from index.language.english.numbers import ORDINALS

_MONTHS_OF_QUARTER = 3
# How names of files write dates: 20230114, wk12, jan-2023.
_RUN_TOGETHER = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])?(?!\d)")
_BORDER = re.compile(r"(?<=[^\W\d_])[-_.]?(?=\d)|(?<=\d)[-_.]?(?=[^\W\d_])|(?<=\D)_|_(?=\D)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Period:
    """A time as far as it is told; 0 for a part that is not. `number` is that of an issue."""

    year: int = 0
    quarter: int = 0
    month: int = 0
    week: int = 0
    day: int = 0
    number: int = 0

    @property
    def order(self) -> tuple[int, ...]:
        """Return what puts periods in order."""
        month = self.month or _MONTHS_OF_QUARTER * self.quarter
        return self.year, month, self.week, self.day, self.number

    @property
    def is_of_year(self) -> bool:
        """Tell whether it is a part of a year."""
        return bool(self.month or self.quarter or self.week)

    def within(self, other: "Period") -> bool:
        """Tell whether this one lies in another: 3 May 2024 in May 2024, in its quarter, in May."""
        quarter = self.quarter or -(-self.month // _MONTHS_OF_QUARTER)
        mine = replace(self, quarter=quarter if other.quarter else 0)
        return all(
            part in (0, own) for own, part in zip(astuple(mine), astuple(other), strict=True)
        )

    def told(self) -> str:
        """Return the words for it: "14 January 2023", "second quarter 2023", "week 12, 2024"."""
        month = month_names(self.month)[0].capitalize() if self.month else ""
        parts = [str(self.day or ""), month, str(self.year or "")]
        if self.quarter:
            parts.insert(0, QUARTERS[self.quarter - 1])
        if self.week:
            parts.insert(0, WEEK_OF.format(week=self.week) + ("," if self.year else ""))
        return " ".join(filter(None, parts)) or NUMBER_OF.format(number=self.number)


@dataclass(frozen=True, slots=True)
class Named:
    """A period and its place in a text."""

    period: Period
    start: int
    end: int


def periods(text: str, around: str = "") -> list[Named]:
    """Return the periods of a text in order; `around` it may tell how its dates are written."""
    found: list[Named] = []
    for more in (_parts_of_years(text), _dates(text, around), _months(text)):
        found += [item for item in more if not any(_meet(item, known) for known in found)]
    return sorted(found, key=lambda item: item.start)


def period_of_name(name: str, around: str = "") -> tuple[Period, tuple[str, ...]]:
    """Return the period that a title or the name of a file tells, and its words beside that."""
    plain = _RUN_TOGETHER.sub(lambda match: "-".join(filter(None, match.groups())), name)
    plain = _BORDER.sub(" ", plain).replace("_", "-")
    found, told = periods(plain, around), Period()
    for item in found:
        told = _together(told, item.period)
    rest = without(plain, found)
    words = [word.casefold() for word in _WORD.findall(NUMBERED.sub(" ", rest))]
    months = [word for word in words if word in months_by_name()]
    if len(months) == 1 and not told.month:
        words.remove(months[0])
        told = replace(told, month=months_by_name()[months[0]])
    numbered = NUMBERED.search(rest)
    if numbered and told == Period(told.year):
        told = replace(told, number=int(numbered["number"]))
    return told, tuple(words)


def without(text: str, found: list[Named]) -> str:
    """Return a text with a space in the place of each of its periods."""
    for item in reversed(found):
        text = f"{text[: item.start]} {text[item.end :]}"
    return text


def _together(one: Period, two: Period) -> Period:
    """Return what two periods of one name tell; of a part that both tell the first one counts."""
    return Period(*(getattr(one, part.name) or getattr(two, part.name) for part in fields(Period)))


def _meet(one: Named, two: Named) -> bool:
    return one.start < two.end and two.start < one.end


def _parts_of_years(text: str) -> Iterator[Named]:
    for match in QUARTER.finditer(text):
        nth = (match["nth"] or "").lower()
        number = int(match["quarter"] or 0) or ORDINALS.get(nth) or int(nth[0])
        yield Named(Period(_year(match), quarter=number), *match.span())
    for match in WEEK.finditer(text):
        yield Named(Period(_year(match), week=int(match["week"])), *match.span())


def _year(match: re.Match[str]) -> int:
    return int(match["before"] or match["behind"] or 0)


def _dates(text: str, around: str) -> Iterator[Named]:
    for item in dates(text, around):
        if isinstance(item.what, Date):
            date = readings_of(item.what.unsure)[0] if item.what.unsure else item.what
            yield Named(Period(date.year, month=date.month, day=date.day), item.start, item.end)


def _months(text: str) -> Iterator[Named]:
    for match in MONTH_ALONE.finditer(text):
        name = "month" if match["month"] else "small"
        yield Named(Period(month=months_by_name()[match[name].lower()]), *match.span(name))
