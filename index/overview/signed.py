"""Find what an article tells of itself at its head and foot: author, date, publisher, place.

Precision first: what could be something else is left out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from index.language.english.bylines import (
    BESIDE,
    BYLINES,
    CLOSINGS,
    DATELINES,
    DATES,
    IMPRINTS,
    LAST_NAME,
)
from index.language.english.names import (
    MONTH,
    NOT_OF_PEOPLE,
    NOT_OF_PLACES,
    OF_PUBLISHERS,
)
from index.sentences import Span, is_aligned, sentence_spans
from index.types import Stated

_HEAD, _FOOT = 12, 6  # lines
_LONG = 200  # letters: a longer line is a paragraph
_PARAGRAPHS = 2  # at the head: a dateline may stand below a lead
_READ = 3000  # letters of head and of foot
_LINE = re.compile(r"[^\n]+")
_MARKS = " \t*_#>|~`"


@dataclass(slots=True)
class _Signed:
    """What is found so far; what is found first stays."""

    text: str
    told: dict[str, Stated] = field(default_factory=dict)

    def take(self, patterns: Iterable[re.Pattern[str]], line: Span) -> bool:
        """Take what the patterns find in a line; tell whether one named something."""
        start, end = line
        before = len(self.told)
        for pattern in patterns:
            if found := pattern.search(self.text[start:end]):
                for name, value in found.groupdict().items():
                    self._keep(name, value, line, start + max(0, found.start(name)))
        return len(self.told) > before

    def _keep(self, name: str, value: str | None, line: Span, place: int) -> None:
        value = value.strip(_MARKS + ",;") if value else ""
        told = "publisher" if name == "press" else name
        if value and told not in self.told and _is_sure(name, value):
            self.told[told] = Stated(value, *_sentence(self.text, line, place))


def signed(text: str, published: str | None) -> dict[str, Stated]:
    """Return what is found, by the names of the fields of an `Overview`.

    `published` is the date that the file gives, which counts where the text has none.
    """
    found = _Signed(text)
    head, foot = list(_head(text)), _foot(text)
    for line in head:
        found.take(DATELINES, line)
    short = [line for line in head if _is_short(text, line)]
    for line in short:
        _read(found, line)
    for line in foot:
        if line not in head and _is_short(text, line):
            _read(found, line)
        found.take(CLOSINGS, line)
    if foot:
        found.take([LAST_NAME], foot[-1])
    for line in short:
        found.take(DATES, line)
    if published and "published" not in found.told:
        found.told["published"] = Stated(published, 0, 0)
    return found.told


def _read(found: _Signed, line: Span) -> None:
    if found.take(BYLINES, line):
        found.take(BESIDE, line)
    found.take(IMPRINTS, line)


def _head(text: str) -> Iterator[Span]:
    """Yield the first lines, up to the second long paragraph."""
    paragraphs = 0
    for number, line in enumerate(_lines(text[:_READ], 0)):
        yield line
        paragraphs += line[1] - line[0] > _LONG
        if paragraphs == _PARAGRAPHS or number + 1 == _HEAD:
            break


def _foot(text: str) -> list[Span]:
    """Return the last lines, each with the one below where it ends with a comma."""
    first = max(0, len(text) - _READ)
    lines = list(_lines(text[first:], first))[-_FOOT:]
    return [
        (start, lines[n + 1][1]) if text[end - 1] == "," and n + 1 < len(lines) else (start, end)
        for n, (start, end) in enumerate(lines)
    ]


def _lines(text: str, offset: int) -> Iterator[Span]:
    """Yield the lines that say something and are no rows, without what marks them."""
    for line in _LINE.finditer(text):
        start = line.start() + len(line.group()) - len(line.group().lstrip(_MARKS))
        end = line.start() + len(line.group().rstrip(_MARKS))
        is_row = line.group().lstrip().startswith("|") or is_aligned(line.group())
        if start < end and not is_row:
            yield offset + start, offset + end


def _is_short(text: str, line: Span) -> bool:
    return line[1] - line[0] <= _LONG


def _sentence(text: str, line: Span, place: int) -> Span:
    """Return a short line, or of a long one the sentence around a place."""
    start, end = line
    if _is_short(text, line):
        return line
    spans = [(start + first, start + last) for first, last in sentence_spans(text[start:end])]
    return next((span for span in spans if span[0] <= place < span[1]), line)


def _is_sure(name: str, value: str) -> bool:
    words = set(re.findall(r"[^\W\d_]{2,}", value.casefold()))
    if name == "author":
        return not words & NOT_OF_PEOPLE
    if name == "place":
        return not words & NOT_OF_PLACES and not OF_PUBLISHERS.search(value)
    if name == "publisher":
        return bool(OF_PUBLISHERS.search(value))
    return not re.fullmatch(MONTH, value)
