"""Cut a text into pieces: words, marks, quantities, dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.dates import Date, dates
from index.language.east_asian import LETTER
from qa.text.numbers.marks import blanked
from qa.text.numbers.quantities import readings
from qa.text.numbers.ranges import Quantity

_PIECE = re.compile(
    rf"[A-Z]{{2,}}\w*(?:-\w+)+|{LETTER}|"
    rf"[^\W_]+?(?:['’.](?=[^\W_]))?(?:(?<=[’'.])[^\W_]+?)*"
    rf"(?={LETTER}|[^\w’'.]|['’.](?:\W|$)|_|$)|"
    r"['’](?=\s|$)|[,;:()\[\]—–…!?\"“”|\n]"
)
_CODE = re.compile(r"(?<![\w-])(?:[A-Z]{2,}\w*-|[A-Za-z]+\d+-)[\w-]*\w")  # KSA-2023-07, COVID-19
_CODE_OR_JOINT = re.compile(rf"{_CODE.pattern}|[-/]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or mark as it stands, lower case in `low`, with the token that it is, if any."""

    text: str
    low: str
    start: int
    end: int
    what: Quantity | Date | int | None = None


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the words, marks, figures and dates of a text in order."""
    masked = _CODE.sub(lambda match: "x" * len(match.group()), text)
    times = dates(masked)
    taken: list[tuple[int, int, Any]] = [(f.start, f.end, f.what) for f in times]
    taken += [(r.start, r.end, r.quantity) for r in readings(masked, times)]
    taken.sort(key=lambda item: item[0])
    end, unmarked = 0, blanked(text)
    for start, stop, what in [*taken, (len(text), len(text), None)]:
        for match in _PIECE.finditer(_parted(unmarked[end:start])):
            word = match.group()
            yield Piece(word, word.lower(), end + match.start(), end + match.end())
        if what is not None:
            yield Piece(text[start:stop], text[start:stop].lower(), start, stop, what)
        end = stop


def _parted(text: str) -> str:
    """Return a text with a space for each hyphen or slash that joins words; a code stays whole."""
    return _CODE_OR_JOINT.sub(lambda match: " " if match.group() in "-/" else match.group(), text)
