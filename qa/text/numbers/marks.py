"""Marks of notes in a text, 310 [1] kilograms: no numbers of what it says."""

import re

_ITEM = r"(?:\d{1,3}|[a-h])"
# Behind a word or figure; at the beginning of a line it is the note's own.
MARK = re.compile(rf"(?<=[^\s|(\[])[ \u00a0]?\[{_ITEM}(?:\s?[,;–-]\s?{_ITEM})*\]")


def blanked(text: str) -> str:
    """Return a text with spaces in place of its marks of notes, as long as it was."""
    return MARK.sub(lambda mark: " " * len(mark[0]), text)


def without_marks(text: str) -> tuple[str, list[int]]:
    """Return a text without its marks of notes, and where each of its characters stood."""
    inside = {at for mark in MARK.finditer(text) for at in range(*mark.span())}
    places = [at for at in range(len(text)) if at not in inside]
    return "".join(text[at] for at in places), places
