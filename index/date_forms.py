"""The forms in which texts write dates, and the names of months."""

import re
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
PLAIN_YEAR = re.compile(
    rf"(?<![\w.,:/–£$€¥-])(?:(?:1[5-9]|20)\d\d|(?:{_LEAD})1[0-4]\d\d)"
    rf"(?![\w/]|[.,:]\d|\s?(?:%|{PERCENT}))",
    re.I,
)
SLASHED = re.compile(
    rf"(?<![{LETTERS_OF_WORDS}0-9_.,/])(?P<first>\d{{1,2}})(?P<dot>[./-])(?P<second>\d{{1,2}})(?P=dot)"
    rf"(?P<year>(?:1[5-9]|20)\d\d)(?![{LETTERS_OF_WORDS}0-9_]|[.,/-]\d)"
)
TIME = re.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])"
    rf"(?:(?::|\.(?=\d\d\s?{english.HALF_OF_DAY}))(?P<minute>[0-5]\d))?"
    rf"(?:\s?(?P<half>{english.HALF_OF_DAY})(?:\.|\b)|(?<=:\d\d)(?!\d|:\d))",
    re.I,
)


@cache
def month_names(number: int) -> tuple[str, ...]:
    """Return what texts call a month, in lower case, the English name first."""
    english_name = get_month_names("wide", "format", CODE)[number].lower()
    return tuple(
        dict.fromkeys([english_name, *(n for n, m in months_by_name().items() if m == number)])
    )


@cache
def in_other_forms() -> re.Pattern[str]:
    """Return the pattern of what may be a date, but for those with an English month."""
    own = {name.lower().rstrip(".") for name in get_month_names("wide", "format", CODE).values()}
    names = "|".join(sorted(map(re.escape, months_by_name().keys() - own), key=len, reverse=True))
    year, month, day = east_asian.YEAR, east_asian.MONTH, east_asian.DAY
    return re.compile(
        r"(?<![\d.])(?:\d{1,4}([./-])\d{1,2}\1\d{1,4}(?!\d|\.\d)|"
        rf"\d{{4}}\s?{year}\s?\d{{1,2}}\s?{month}(?:\s?\d{{1,2}}\s?{day})?|"
        rf"\d{{1,2}}(?:{european.DAY_ENDING})?\.?\s(?:{european.OF}\s)?(?:{names})\b\.?"
        rf"(?:\s(?:{european.OF}\s)?\d{{4}})?)",
        re.I,
    )


@cache
def months_by_name() -> dict[str, int]:
    """Return the number of each month by its names, in lower case and without a stop."""
    found = dict(english.MONTHS)
    for locale in _LOCALES:
        for width in ("wide", "abbreviated") if locale in _ABBREVIATED else ("wide",):
            for number, name in get_month_names(width, "format", locale).items():
                found.setdefault(name.lower().rstrip("."), number)
    return found


@cache
def patterns() -> list[re.Pattern[str]]:
    """Return the patterns of dates; the first ones win."""
    names = "|".join(sorted(map(re.escape, months_by_name()), key=len, reverse=True))
    month = rf"(?P<month>{names})\b\.?"
    year, months, days = east_asian.YEAR, east_asian.MONTH, east_asian.DAY
    written = [
        rf"(?<![0-9A-Za-z])(?<!\d[.,])(?P<year>\d{{4}})(?:[-/]|\s?{year}\s?){_MONTH_NUMBER}"
        rf"(?:[-/]|\s?{months}\s?)(?P<day>{_DAY_NUMBER})(?:\s?{days}|(?!\d))",
        rf"(?<![\w.])(?P<year>(?:19|20)\d\d)\.{_MONTH_NUMBER}\.(?P<day>{_DAY_NUMBER})(?!\w|\.\d)",
        SLASHED.pattern,
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
