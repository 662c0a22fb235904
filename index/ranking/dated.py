"""The dates of a query as texts write them: phrases for the lexical index.

3 May 2024 stands in a text as 03.05.2024, 2024-05-03, 3. Mai 2024 or 2024年5月3日, of which the
words are none of the query's.
"""

from collections.abc import Iterator

from index.date_forms import month_names
from index.dates import Date, dates, readings_of
from index.language.east_asian import DAY, MONTH, YEAR
from index.language.english.dates import OF
from index.language.english.numbers import ORDINAL_ENDING
from index.language.european import OF as OF_ELSEWHERE


def date_phrases(query: str) -> list[str]:
    """Return each date of a query in all its forms, a phrase each; of 03/05/2024 in both readings.

    A year alone is a word of the query already.
    """
    found = [item.what for item in dates(query) if isinstance(item.what, Date)]
    read = [date for one in found for date in (readings_of(one.unsure) if one.unsure else [one])]
    phrases = (phrase for date in read if date.month and date.year for phrase in _forms(date))
    return list(dict.fromkeys(phrases))


def _forms(date: Date) -> Iterator[str]:
    year, month, day = date.year, date.month, date.day
    if not day:
        yield from (f"{year} {month:02}", f"{month:02} {year}", f"{year}{YEAR}{month}{MONTH}")
        for name in month_names(month):
            yield from (f"{name} {year}", f"{name} {OF_ELSEWHERE} {year}", f"{name} {OF} {year}")
        return
    yield f"{year}{YEAR}{month}{MONTH}{day}{DAY}"
    for d, m in ((str(day), str(month)), (f"{day:02}", f"{month:02}")):
        yield from (f"{d} {m} {year}", f"{year} {m} {d}", f"{m} {d} {year}")
    english, *others = month_names(month)
    for d in (str(day), f"{day:02}", f"{day}{_ending(day)}"):
        yield from (f"{d} {english} {year}", f"{english} {d} {year}", f"{d} {OF} {english} {year}")
    for name in others:
        yield from (f"{day} {name} {year}", f"{name} {day} {year}")
        yield f"{day} {OF_ELSEWHERE} {name} {OF_ELSEWHERE} {year}"


def _ending(day: int) -> str:
    """Return the ending of an English ordinal, as of 3rd."""
    *_, usual = endings = ORDINAL_ENDING.split("|")
    return usual if day % 10 not in (1, 2, 3) or day in (11, 12, 13) else endings[day % 10 - 1]
