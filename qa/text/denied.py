"""Tell whether a sentence denies, plans or only claims what a question takes for so."""

import re

from index.language.room import Room
from qa.text.calendar import DAYS
from qa.text.foreign import words_in

_STEM = 4  # letters that the forms of a word that denies share
_SIGN = r"[,;，；]"


def is_denied(sentence: str, question: str, room: Room) -> bool:
    """Tell whether a sentence denies otherwise than a question does.

    What denies in a reason, or of a day, leaves the rest as it is: "täglich, montags nicht".
    """
    first, *rest = re.split(rf"{_SIGN}|(?={room.because.pattern})", sentence, flags=re.I)
    asked = words_in(question, room)
    said = [first, *(part for part in rest if not _is_beside(part, asked, room))]
    return _denials(" ".join(said), room) != _denials(question, room)


def _is_beside(part: str, asked: frozenset[str], room: Room) -> bool:
    """Tell whether a part of a sentence is a reason, or of a day, and has no word of a question."""
    beside = room.because.match(part.lstrip()) or DAYS[room.code].search(part)
    return bool(beside) and not asked & words_in(part, room)


def _denials(text: str, room: Room) -> set[str]:
    return {m.group().lower()[:_STEM] for m in room.denies.finditer(text)}
