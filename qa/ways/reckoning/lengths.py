"""How long something took, by the two times or dates that one sentence tells."""

from collections.abc import Sequence
from dataclasses import dataclass

from babel.units import format_unit

from index.dates import Date, dates
from index.language.english import CODE
from index.language.english.comparing import reckoning as words
from qa.text.forms import beside
from qa.text.numbers.quantities import readings
from qa.text.words import content_words, unmet
from qa.types import Evidence
from qa.writing.comparing.apart import time_apart

_UNKNOWN = 2  # words of a question that need stand nowhere around a sentence
_HOUR = 60


@dataclass(frozen=True, slots=True)
class _Time:
    """A time of day in minutes, where it stands, and how it is written."""

    what: int
    start: int
    shown: str


def asks_length(question: str) -> bool:
    """Tell whether a question asks how long something takes or took."""
    return bool(words.HOW_LONG.search(question))


def length_within(question: str, sentence: str, around: str) -> tuple[str, str] | None:
    """Return how far the only two times of day, or whole dates, of a sentence are apart.

    None where it tells a length of time itself, or has other times.
    """
    asked = content_words(question) - words.RECKONING - words.LASTING
    if len(beside(asked, around)) > _UNKNOWN or unmet(question, around) - words.RECKONING:
        return None
    if len(beside(asked, sentence)) * 2 > len(asked) or _tells_length(sentence):
        return None
    return apart_in(sentence)


def apart_in(sentence: str) -> tuple[str, str] | None:
    """Return the time between the only two times of day, or whole dates, of a text."""
    found = dates(sentence)
    times = _times(sentence)
    days = [item for item in found if isinstance(item.what, Date) and item.what.day]
    if len(times) == 2 and not days:
        minutes = times[1].what - times[0].what
        if minutes <= 0:
            return None
        shown = _in_words(minutes)
        first, last = (item.shown for item in times)
        return words.APART_OF.format(length=shown, first=first, last=last), shown
    if len(days) == 2 and not times:
        told = time_apart([sentence[item.start : item.end] for item in days])
        return (told, "") if told else None
    return None


def ends_of(found: Sequence[Evidence]) -> tuple[Evidence, Evidence] | None:
    """Return the only two sentences of one article that tell when something began and ended."""
    timed = [item for item in found if len(_times(item.text)) == 1]
    opening = [item for item in timed if words.OPENS.search(item.text)]
    closing = [item for item in timed if words.CLOSES.search(item.text) and item not in opening]
    if len(opening) != 1 or len(closing) != 1 or opening[0].article_id != closing[0].article_id:
        return None
    return opening[0], closing[0]


def _times(text: str) -> list[_Time]:
    """Return the times of day of a text, "at 10.05" among them."""
    told = [
        _Time(item.what, item.start, text[item.start : item.end].strip())
        for item in dates(text)
        if isinstance(item.what, int)
    ]
    known = {item.start for item in told}
    dotted = [
        _Time(int(at["hour"]) * _HOUR + int(at["minute"]), at.start("hour"), at["time"])
        for at in words.DOTTED_TIME.finditer(text)
        if at.start("hour") not in known
    ]
    return sorted([*told, *dotted], key=lambda item: item.start)


def _tells_length(sentence: str) -> bool:
    units = (unit for reading in readings(sentence) for unit in reading.quantity.unit)
    return any(unit.startswith("duration-") for unit in units)


def _in_words(minutes: int) -> str:
    hours, left = divmod(minutes, _HOUR)
    parts = ((hours, "duration-hour"), (left, "duration-minute"))
    told = " ".join(str(format_unit(n, unit, locale=CODE)) for n, unit in parts if n)
    whole = format_unit(minutes, "duration-minute", locale=CODE)
    return f"{told}, {whole}" if hours and left else told
