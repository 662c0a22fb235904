"""Find what an article tells of itself at its head and foot: author, date, publisher, place.

Precision first: what could be something else is left out.
"""

import re
from collections.abc import Iterable
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
from index.overview.edges import MARKS, foot, head, is_short, sentence_at
from index.sentences import Span
from index.types import Stated


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
        value = value.strip(MARKS + ",;") if value else ""
        told = "publisher" if name == "press" else name
        if value and told not in self.told and _is_sure(name, value):
            self.told[told] = Stated(value, *sentence_at(self.text, line, place))


def signed(text: str, published: str | None, author: str | None = None) -> dict[str, Stated]:
    """Return what is found, by the names of the fields of an `Overview`.

    `published` and `author` are what the file gives, which counts where the text has none.
    """
    found = _Signed(text)
    above, below = list(head(text)), foot(text)
    for line in above:
        found.take(DATELINES, line)
    short = [line for line in above if is_short(line)]
    for line in short:
        _read(found, line)
    for line in below:
        if line not in above and is_short(line):
            _read(found, line)
        found.take(CLOSINGS, line)
    if below:
        found.take([LAST_NAME], below[-1])
    for line in short:
        found.take(DATES, line)
    of_file = {"published": published, "author": author and _is_sure("author", author) and author}
    given = {name: Stated(value, 0, 0) for name, value in of_file.items() if value}
    return {**given, **found.told}


def _read(found: _Signed, line: Span) -> None:
    if found.take(BYLINES, line):
        found.take(BESIDE, line)
    found.take(IMPRINTS, line)


def _is_sure(name: str, value: str) -> bool:
    words = set(re.findall(r"[^\W\d_]{2,}", value.casefold()))
    if name == "author":
        return not words & NOT_OF_PEOPLE
    if name == "place":
        return not words & NOT_OF_PLACES and not OF_PUBLISHERS.search(value)
    if name == "publisher":
        return bool(OF_PUBLISHERS.search(value))
    return not re.fullmatch(MONTH, value)
