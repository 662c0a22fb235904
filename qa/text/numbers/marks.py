"""Marks of notes in a text, 310 [1] kilograms: no numbers of what it says.

Figures in brackets that are values are none: 95% CI 4 [2, 9], in [0, 5].
"""

import re

from index.language.english.numbers import BEFORE_VALUES

_ITEM = r"(?:[1-9]\d{0,2}|[a-h])"
# Behind a word or figure; at the beginning of a line it is the note's own.
_MARK = re.compile(rf"(?<=[^\s|(\[])[ \u00a0]?\[{_ITEM}(?:\s?[,;–-]\s?{_ITEM})*\]")
_BEHIND = 40  # characters before brackets that may say what is in them


def marks(text: str) -> list[re.Match[str]]:
    """Return the marks of notes in a text, with the space before each."""
    return [
        mark
        for mark in _MARK.finditer(text)
        if not BEFORE_VALUES.search(text, max(0, mark.start() - _BEHIND), mark.start())
    ]


def blanked(text: str) -> str:
    """Return a text with spaces in place of its marks of notes, as long as it was."""
    inside = {at for mark in marks(text) for at in range(*mark.span())}
    return "".join(" " if at in inside else char for at, char in enumerate(text))


def without_marks(text: str) -> tuple[str, list[int]]:
    """Return a text without its marks of notes, and where each of its characters stood."""
    inside = {at for mark in marks(text) for at in range(*mark.span())}
    places = [at for at in range(len(text)) if at not in inside]
    return "".join(text[at] for at in places), places
