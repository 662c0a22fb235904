"""The lines at the head and the foot of an article, where it tells of itself."""

import re
from collections.abc import Iterator

from index.sentences import Span, is_aligned, sentence_spans

_HEAD, _FOOT = 12, 6  # lines
_LONG = 200  # letters: a longer line is a paragraph
_PARAGRAPHS = 2  # at the head: a dateline may stand below a lead
_READ = 3000  # letters of head and of foot
_LINE = re.compile(r"[^\n]+")
MARKS = " \t*_#>|~`"  # around what a line says


def head(text: str) -> Iterator[Span]:
    """Yield the first lines, up to the second long paragraph."""
    paragraphs = 0
    for number, line in enumerate(_lines(text[:_READ], 0)):
        yield line
        paragraphs += line[1] - line[0] > _LONG
        if paragraphs == _PARAGRAPHS or number + 1 == _HEAD:
            break


def foot(text: str, most: int = _FOOT) -> list[Span]:
    """Return the last lines, each with the one below where it ends with a comma."""
    first = max(0, len(text) - _READ)
    lines = list(_lines(text[first:], first))[-most:]
    return [
        (start, lines[n + 1][1]) if text[end - 1] == "," and n + 1 < len(lines) else (start, end)
        for n, (start, end) in enumerate(lines)
    ]


def is_short(line: Span) -> bool:
    """Tell whether a line is no paragraph."""
    return line[1] - line[0] <= _LONG


def sentence_at(text: str, line: Span, place: int) -> Span:
    """Return a short line, or of a long one the sentence around a place."""
    start, end = line
    if is_short(line):
        return line
    spans = [(start + first, start + last) for first, last in sentence_spans(text[start:end])]
    return next((span for span in spans if span[0] <= place < span[1]), line)


def _lines(text: str, offset: int) -> Iterator[Span]:
    """Yield the lines that say something and are no rows, without what marks them."""
    for line in _LINE.finditer(text):
        start = line.start() + len(line.group()) - len(line.group().lstrip(MARKS))
        end = line.start() + len(line.group().rstrip(MARKS))
        is_row = line.group().lstrip().startswith("|") or is_aligned(line.group())
        if start < end and not is_row:
            yield offset + start, offset + end
