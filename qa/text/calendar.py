"""Name the days and times of the languages beside English."""

import re

from babel.dates import get_day_names, get_month_names

from index.language.european import WORDS_OF_TIME
from index.language.rooms import ROOMS


def _days(code: str) -> list[str]:
    return list(map(str, get_day_names("wide", "format", code).values()))


def _times(code: str) -> re.Pattern[str]:
    months = map(str, get_month_names("wide", "format", code).values())
    named = "|".join([*months, *_days(code), *WORDS_OF_TIME])
    return re.compile(rf"(?<!\w)(?:{named}|(?:{ROOMS[code].time.pattern}))(?!\w)", re.I)


# Of each language by its code: days, within words too, and whole words of times.
DAYS = {code: re.compile("|".join(_days(code)), re.I) for code in ROOMS}
TIMES = {code: _times(code) for code in ROOMS}
