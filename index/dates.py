"""Dates in a text, in all their forms.

3 May 2024, May 3rd, 2024, 03.05.2024 and 2024-05-03 are one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from babel.dates import get_month_names

from index.language import east_asian, european
from index.language.english import CODE
from index.language.english import dates as english
from index.language.english.numbers import ORDINAL_ENDING, PERCENT
from index.language.european import LETTERS_OF_WORDS

_LOCALES = (CODE, *european.MONTH_LOCALES)
_ABBREVIATED = (CODE, european.ABBREVIATED_MONTHS)
_OF = rf"(?:{english.OF}|{european.OF})\s"
_THE = rf"{english.THE}\s"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
_DAY_NUMBER = r"[12]\d|3[01]|0?[1-9]"
_DAY = rf"(?P<day>{_DAY_NUMBER})(?:{ORDINAL_ENDING}|{european.DAY_ENDING})?\b\.?"
_TO = rf"(?P<last>\s?[-–—/]\s?(?:{_DAY_NUMBER})(?:{ORDINAL_ENDING})?\b\.?)?"
_NO_MORE = r"(?!\d|[.,]\d)"  # digits behind a year
_MONTH_NUMBER = r"(?P<number>0?[1-9]|1[0-2])"
_LEAD = "|".join(rf"(?<=\b{word}\s)" for word in english.BEFORE_YEARS)
_PLAIN_YEAR = re.compile(
    rf"(?<![\w.,:/–£$€¥-])(?:(?:1[5-9]|20)\d\d|(?:{_LEAD})1[0-4]\d\d)"
    rf"(?![\w/]|[.,:]\d|\s?(?:%|{PERCENT}))",
    re.I,
)
_SLASHED = re.compile(
    rf"(?<![{LETTERS_OF_WORDS}0-9_.,/])(?P<first>\d{{1,2}})(?P<dot>[./-])(?P<second>\d{{1,2}})(?P=dot)"
    rf"(?P<year>(?:1[5-9]|20)\d\d)(?![{LETTERS_OF_WORDS}0-9_]|[.,/-]\d)"
)
_TIME = re.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])"
    rf"(?:(?::|\.(?=\d\d\s?{english.HALF_OF_DAY}))(?P<minute>[0-5]\d))?"
    rf"(?:\s?(?P<half>{english.HALF_OF_DAY})(?:\.|\b)|(?<=:\d\d)(?!\d|:\d))",
    re.I,
)


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


@cache
def month_names(number: int) -> tuple[str, ...]:
    """Return what texts call a month, in lower case, the English name first."""
    english_name = get_month_names("wide", "format", CODE)[number].lower()
    return tuple(dict.fromkeys([english_name, *(n for n, m in _months().items() if m == number)]))


@cache
def in_other_forms() -> re.Pattern[str]:
    """Return the pattern of what may be a date, but for those with an English month."""
    own = {name.lower().rstrip(".") for name in get_month_names("wide", "format", CODE).values()}
    names = "|".join(sorted(map(re.escape, _months().keys() - own), key=len, reverse=True))
    year, month, day = east_asian.YEAR, east_asian.MONTH, east_asian.DAY
    return re.compile(
        r"(?<![\d.])(?:\d{1,4}([./-])\d{1,2}\1\d{1,4}(?!\d|\.\d)|"
        rf"\d{{4}}\s?{year}\s?\d{{1,2}}\s?{month}(?:\s?\d{{1,2}}\s?{day})?|"
        rf"\d{{1,2}}(?:{european.DAY_ENDING})?\.?\s(?:{european.OF}\s)?(?:{names})\b\.?"
        rf"(?:\s(?:{european.OF}\s)?\d{{4}})?)",
        re.I,
    )


@cache
def _months() -> dict[str, int]:
    found = dict(english.MONTHS)
    for locale in _LOCALES:
        for width in ("wide", "abbreviated") if locale in _ABBREVIATED else ("wide",):
            for number, name in get_month_names(width, "format", locale).items():
                found.setdefault(name.lower().rstrip("."), number)
    return found


@cache
def _patterns() -> list[re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?P<month>{names})\b\.?"
    year, months, days = east_asian.YEAR, east_asian.MONTH, east_asian.DAY
    written = [
        rf"(?<![0-9A-Za-z])(?<!\d[.,])(?P<year>\d{{4}})(?:[-/]|\s?{year}\s?){_MONTH_NUMBER}"
        rf"(?:[-/]|\s?{months}\s?)(?P<day>{_DAY_NUMBER})(?:\s?{days}|(?!\d))",
        rf"(?<![\w.])(?P<year>(?:19|20)\d\d)\.{_MONTH_NUMBER}\.(?P<day>{_DAY_NUMBER})(?!\w|\.\d)",
        _SLASHED.pattern,
        rf"(?P<year>\d{{4}})\s?{year}\s?{_MONTH_NUMBER}\s?{months}(?!\s?\d)",
        rf"(?<![\w.,/])(?:{_THE})?{_DAY}{_TO}\s(?:{_OF})?{month},?"
        rf"(?:\s(?:{european.OF}\s)?{_YEAR}{_NO_MORE})?",
        rf"(?<!\w){month}\s(?:{_THE})?{_DAY}{_TO}(?!\d|[.,:]\d)(?:,?\s{_YEAR}{_NO_MORE})?",
        rf"(?<!\w){month},?\s(?:{_OF})?{_YEAR}{_NO_MORE}",
        r"(?<![\w.,/–-])(?P<year>(?:1[5-9]|20)\d\d)[-–/](?P<until>(?:1[5-9]|20)\d\d|\d\d)"
        r"(?![\w/–-]|[.,:]\d)",
        rf"(?P<year>(?:1[5-9]|20)\d\d){year}",
    ]
    return [re.compile(pattern, re.I) for pattern in written]


def dates(text: str, around: str = "") -> list[Found]:
    """Return the dates and times of a text in order.

    A year alone is a date, a month alone is a word. Whether 03/05/2024 begins with its day the
    other dates of the text, or of that `around` it, tell where they agree; else it is unsure.
    """
    found: list[Found] = []
    for pattern in _patterns():
        found += _free(found, (Found(_read(m), *m.span()) for m in pattern.finditer(text)))
    times = (m for m in _TIME.finditer(text) if m["minute"] or m["half"])
    found += _free(found, (Found(_minutes(m), *m.span()) for m in times))
    years = _PLAIN_YEAR.finditer(text)
    found += _free(found, (Found(Date(year=int(m[0])), *m.span()) for m in years))
    ordered = sorted(found, key=lambda item: item.start)
    return [_settled(item, around or text) for item in ordered]


def readings_of(unsure: str) -> list[Date]:
    """Return both dates that 03/05/2024 may be, the one with its day first being the first."""
    first, second, year = map(int, re.findall(r"\d+", unsure))
    return [Date(year, second, first), Date(year, first, second)]


def _settled(found: Found, text: str) -> Found:
    """Return a date that is unsure by itself as the other dates of its text tell to read it."""
    if isinstance(found.what, int) or not found.what.unsure:
        return found
    orders = {int(m["first"]) > 12 for m in _SLASHED.finditer(text) if _tells_order(m)}
    if len(orders) != 1:
        return found
    return replace(found, what=readings_of(found.what.unsure)[0 if orders.pop() else 1])


def _tells_order(match: re.Match[str]) -> bool:
    first, second = int(match["first"]), int(match["second"])
    return match["dot"] != "." and min(first, second) <= 12 < max(first, second) <= 31


def _free(taken: list[Found], more: Iterator[Found]) -> list[Found]:
    return [item for item in more if all(item.end <= t.start or item.start >= t.end for t in taken)]


def _read(match: re.Match[str]) -> Date:
    parts = match.groupdict()
    year, last = int(parts.get("year") or 0), int(re.sub(r"\D", "", parts.get("last") or "") or 0)
    if until := parts.get("until"):
        return Date(year, last=int(until) if len(until) == 4 else year // 100 * 100 + int(until))
    if first := parts.get("first"):
        return _numeric(int(first), int(parts["second"]), year, parts["dot"], match.group())
    named = _months().get((parts.get("month") or "").lower(), 0)
    return Date(year, int(parts.get("number") or named), int(parts.get("day") or 0), last)


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
