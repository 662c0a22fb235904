"""Cut a text into pieces: words, marks, quantities, dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qa.text.numbers.dates import Date, dates
from qa.text.numbers.quantities import readings
from qa.text.numbers.ranges import Quantity

_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_PIECE = re.compile(
    rf"[A-Z]{{2,}}\w*(?:-\w+)+|{_CJK}|[^\W_]+?(?:['’.](?=[^\W_]))?(?:(?<=[’'.])[^\W_]+?)*(?={_CJK}|[^\w’'.]|['’.](?:\W|$)|_|$)|['’](?=\s|$)|[,;:()\[\]—–…!?\"“”|\n]"
)
_CODE = re.compile(r"(?<![\w-])(?:[A-Z]{2,}\w*-|[A-Za-z]+\d+-)[\w-]*\w")  # KSA-2023-07, COVID-19


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
    end = 0
    for start, stop, what in [
        *sorted(taken, key=lambda item: item[0]),
        (len(text), len(text), None),
    ]:
        for match in _PIECE.finditer(_parted(text[end:start])):
            yield Piece(
                match.group(), match.group().lower(), end + match.start(), end + match.end()
            )
        if what is not None:
            yield Piece(text[start:stop], text[start:stop].lower(), start, stop, what)
        end = stop


def _parted(text: str) -> str:
    """Return a text with its words parted where hyphens and slashes join them; a code stays whole."""
    return re.sub(
        rf"{_CODE.pattern}|[-/]",
        lambda match: " " if len(match.group()) == 1 else match.group(),
        text,
    )
