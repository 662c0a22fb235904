"""An article as one of several versions of a thing: its number, and when it holds."""

from dataclasses import dataclass
from datetime import date, timedelta

from index.dates import Date, Found, dates
from index.language.english.questions import ORDINALS
from index.language.english.versions.told import HOLDS_ON, NUMBER, ORDINAL
from index.types import Overview, Stated

Number = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What an article tells of its validity, as far as it is told.

    Without a last day it holds until the next one; a report of a year holds for that. `rank` is its
    place among the others, the oldest at 0.
    """

    article_id: str
    number: Number = ()
    first: date | None = None
    last: date | None = None
    published: date | None = None
    draft: bool = False
    superseded: bool = False
    replaces: bool = False
    rank: int = 0

    @property
    def is_marked(self) -> bool:
        """Tell whether it says that there are several."""
        dated = self.first or self.last
        return bool(self.number or dated or self.replaces or not self.is_final)

    @property
    def is_final(self) -> bool:
        """Tell whether it came into force and was not taken back."""
        return not (self.draft or self.superseded)

    def holds(self, day: date) -> bool:
        """Tell whether it says nothing against holding on a day."""
        begun = self.first is None or self.first <= day
        return self.is_final and begun and (self.last is None or day <= self.last)


def version_of(overview: Overview) -> Version:
    """Read what an article tells of its validity."""
    name = _value(overview.version)
    begins, ends = _days(_value(overview.valid_from)), _days(_value(overview.valid_until))
    years, published = _days(name), _days(_value(overview.published))
    first, last = begins or years, ends
    if years and not last and (years[0].year < years[1].year or not begins):
        stays = HOLDS_ON.search(f"{overview.title} {name}")
        last = None if stays and years[0].year == years[1].year else years
    return Version(
        overview.article_id,
        () if years else number_of(name),
        first[0] if first else None,
        last[1] if last else None,
        published[0] if published else None,
        overview.draft is not None,
        overview.superseded is not None,
        overview.replaces is not None,
    )


def number_of(name: str) -> Number:
    """Return the number that a version is called by, () for none: (3,) of "Third edition"."""
    if told := NUMBER.search(name):
        parts = [int(part) for part in told[0].split(".")]
        while len(parts) > 1 and not parts[-1]:
            parts.pop()
        return tuple(parts)
    ordinal = ORDINAL.search(name)
    return (ORDINALS[ordinal[0].lower()],) if ordinal else ()


def period(found: Found) -> tuple[date, date] | None:
    """Return the first and the last day of a date with a year, None for any other."""
    told = found.what
    if not isinstance(told, Date) or not told.year:
        return None
    try:
        if told.unsure or not told.month:
            return date(told.year, 1, 1), date(max(told.year, told.last), 12, 31)
        first = date(told.year, told.month, told.day or 1)
        following = date(told.year + told.month // 12, told.month % 12 + 1, 1)
        return first, first if told.day else following - timedelta(days=1)
    except ValueError:  # the 31st of June
        return None


def _value(told: Stated | None) -> str:
    return told.value if told else ""


def _days(written: str) -> tuple[date, date] | None:
    """Return first and last day of the last date in some words."""
    found = [days for one in dates(written) if (days := period(one))]
    return found[-1] if found else None
