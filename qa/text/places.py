"""Where words stand: a quote in its file, by the line that an editor shows; words in a text."""

import re
from collections.abc import Iterable
from pathlib import Path

from index.language.east_asian import LETTER as EAST_ASIAN
from index.sentences import Span

_LEAST = 12  # letters and digits by which a part of a quote, or of a word, is known
_LETTER = rf"(?!{EAST_ASIAN})\w"  # of writing with spaces: Chinese words have no borders


def line_of(quote: str, file: Path) -> int | None:
    """Return the line of a text file at which a quote begins, counted from 1.

    None where it is not found, or twice. Letters and digits alone are compared, because cleaning
    mends marks and spaces. A quote whose letters were mended too is found by its beginning.
    """
    try:
        raw = file.read_bytes()
    except OSError:
        return None
    if b"\x00" in raw:
        return None
    text = raw.decode("utf-8", errors="replace")
    if len(quote) >= _LEAST and text.count(quote) == 1:
        return text.count("\n", 0, text.index(quote)) + 1
    letters = [(char.lower(), place) for place, char in enumerate(text) if char.isalnum()]
    written = "".join(char for char, _ in letters if len(char) == 1)
    places = [place for char, place in letters if len(char) == 1]
    wanted = "".join(char.lower() for char in quote if char.isalnum() and len(char.lower()) == 1)
    shorter = [length for length in (len(wanted) // 2, _LEAST) if _LEAST <= length < len(wanted)]
    for length in (len(wanted), *shorter):
        begin = wanted[:length]
        at = written.find(begin) if begin and written.count(begin) == 1 else -1
        if at < 0:
            continue
        if length >= _LEAST or _stands_alone(text, places[at], places[at + length - 1]):
            return text.count("\n", 0, places[at]) + 1
    return None


def _stands_alone(text: str, first: int, last: int) -> bool:
    """Tell whether a range of a text begins and ends with a word."""
    return not text[:first][-1:].isalnum() and not text[last + 1 : last + 2].isalnum()


def place_of(words: str, text: str) -> Span | None:
    """Return where words first stand in a text as whole words, in whatever case; None: nowhere.

    They are no part of a longer word or number: 5 is not in 15, in 5,000 or in 2.5.
    """
    before = after = ""
    if re.match(_LETTER, words):
        before = rf"(?<!{_LETTER})" + (r"(?<!\d[.,])" if words[0].isdecimal() else "")
    if re.match(_LETTER, words[-1:]):
        after = rf"(?!{_LETTER})" + (r"(?![.,]\d)" if words[-1].isdecimal() else "")
    found = re.search(before + re.escape(words) + after, text, re.I) if words else None
    return found.span() if found else None


def disjoint(places: Iterable[Span]) -> tuple[Span, ...]:
    """Return ranges in their order, those that touch or overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
