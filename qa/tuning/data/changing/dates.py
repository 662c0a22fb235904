"""Wrong dates: another year, month, day or time."""

import random
import re
from collections.abc import Iterator

from qa.tuning.data.changing.draft import Draft, replaced
from qa.tuning.data.changing.figures import YEAR
from qa.tuning.data.changing.swaps import MONTHS

_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_BEFORE_MONTH = rf"\b\d{{1,2}}(?=(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)}))"
_BEFORE_YEAR = r"(?<=[a-z] )\d{1,2}(?=, \d{4})"
_MINUTES = r"(?<=\d:)[0-5]\d"
_DAY_OR_MINUTES = re.compile(f"{_BEFORE_MONTH}|{_BEFORE_YEAR}|{_MINUTES}")
_LARGEST = 27  # of the days that are put in the place of another; every month has them


def dates(draft: Draft, chance: random.Random) -> Iterator[str]:
    """Change a year, also to another one of the evidence, a month, a day or a time."""
    yield from _years(draft)
    for match in _MONTH.finditer(draft.text):
        others = [month for month in MONTHS if month != match.group()]
        yield replaced(draft.text, match, chance.choice(others))
    for match in _DAY_OR_MINUTES.finditer(draft.text):
        other = str(int(match.group()) % _LARGEST + 1).zfill(len(match.group()))
        yield replaced(draft.text, match, other)


def _years(draft: Draft) -> Iterator[str]:
    known = {match.group() for text in draft.evidence for match in YEAR.finditer(text)}
    for match in YEAR.finditer(draft.text):
        near = {str(int(match.group()) + step) for step in (-10, -1, 1)}
        for year in sorted(near | known - {match.group()}):
            yield replaced(draft.text, match, year)
