"""The parts of a page in the order in which they are read: columns one after the other.

A page is cut where blank stripes run through it (recursive XY cut, Nagy and Seth, 1984).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.reading.pdf.aligned import aligned_table
from index.reading.pdf.rows import Row, rows_of
from index.reading.pdf.table import Table
from index.reading.pdf.words import Box, Word

Span = tuple[float, float]

GUTTER = 0.85  # of the size of letters; a stripe between columns is at least so wide
LIST_MARK = re.compile(
    r"[•◦▪‣●○■□➢✓\uf0b7\uf0a7*–-]|\[[ x]\]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|\d+(?:\.\d+)+\.?"
)
_WIDE = 1.4  # of the size; so wide is no space of a line that fills its column
_INDENT = 4.0  # of the size; a mark of a list stands no further from its text
_PROSE_WORDS, _PROSE_LETTERS = 3, 19  # of the middle line of a column of prose, at least
_LONG_LINE = 40  # letters; a column of such lines is prose
_GOES_ON = 0.25  # share of the lines of prose that begin with a small letter


@dataclass(slots=True)
class Text:
    """Lines that stand below each other."""

    rows: list[Row]


Part = Text | Table


@dataclass(slots=True)
class _Run:
    """Words of a stripe of the page, and the blank stripes that run through it upright."""

    words: list[Word]
    gaps: list[Span]

    @property
    def gutters(self) -> list[Span]:
        """Return the blank stripes with words on both sides."""
        first, last = (pick(word.left for word in self.words) for pick in (min, max))
        return [gap for gap in self.gaps if first < gap[0] and gap[1] <= last]


def parts_of(words: Sequence[Word], rules: Sequence[Box] = ()) -> list[Part]:
    """Return the parts of a page, or of a column of it, in the order of reading."""
    if not words:
        return []
    parts: list[Part] = []
    plain: list[Word] = []
    for run in _runs(words):
        if not run.gutters or len(_two_sided(run)) < 2:
            plain += run.words
            continue
        split = _column_gutter(run)
        if split is None:
            rows = rows_of(plain)
            above, table, below = aligned_table(rows, run.words, run.gutters, rules)
            parts += [*_texts(above), *([table] if table else [])]
            plain = [word for row in below for word in row.words]
            continue
        parts += _texts(rows_of(plain))
        plain = []
        for side in (True, False):
            parts += parts_of([w for w in run.words if (w.left < split) is side], rules)
    return [*parts, *_texts(rows_of(plain))]


def _texts(rows: Sequence[Row]) -> Iterator[Part]:
    """Yield rows of text, and the ruled tables between them."""
    held: list[Row] = []
    for row in rows:
        tables = [word.table for word in row.words if word.table]
        words = [word for word in row.words if not word.table]
        if words:
            held.append(Row(words))
        if tables:
            if held:
                yield Text(held)
            held = []
            yield from tables
    if held:
        yield Text(held)


def _runs(words: Sequence[Word]) -> Iterator[_Run]:
    """Yield stripes across the page, each as high as the same blank stripes run through it."""
    size = median(word.size for word in words)
    edges = min(word.left for word in words) - size, max(word.right for word in words) + size
    run: _Run | None = None
    for band in _bands(words):
        gaps = _gaps(band, edges, GUTTER * size)
        shared = _shared(run.gaps, gaps, GUTTER * size) if run else []
        alone = _Run(list(band), gaps)
        joined = _Run([*run.words, *band], shared) if run and shared else None
        wide = _WIDE * size
        if run and joined and _keeps(joined, run, wide) and _keeps(joined, alone, wide):
            run = joined
        else:
            if run:
                yield run
            run = alone
    if run:
        yield run


def _keeps(joined: _Run, run: _Run, wide: float) -> bool:
    """Tell whether no wide blank stripe is lost by joining; narrow ones may be spaces."""
    kept = joined.gutters
    return all(
        any(start < last and first < end for first, last in kept)
        for start, end in run.gutters
        if end - start >= wide
    )


def _bands(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words between blank lines that run across the whole width."""
    band: list[Word] = []
    lowest = 0.0
    for word in sorted(words, key=lambda word: _upper(word)):
        if band and _upper(word) >= lowest:
            yield band
            band = []
        lowest = max(lowest if band else 0.0, _lower(word))
        band.append(word)
    if band:
        yield band


def _upper(word: Word) -> float:
    return word.top if word.table else word.base - 0.6 * word.size


def _lower(word: Word) -> float:
    return word.bottom if word.table else word.base


def _gaps(band: Sequence[Word], edges: Span, least: float) -> list[Span]:
    """Return the blank stripes of a band; a mark of a list is of its text."""
    spans = sorted((word.left, _reach(word, band)) for word in band)
    gaps, end = [], edges[0]
    for left, right in spans:
        if left - end >= least:
            gaps.append((end, left))
        end = max(end, right)
    return [*gaps, (end, edges[1])] if edges[1] - end >= least else gaps


def _reach(word: Word, band: Sequence[Word]) -> float:
    if not LIST_MARK.fullmatch(word.text):
        return word.right
    level = (other.left for other in band if abs(other.base - word.base) < word.size / 2)
    after = min((left for left in level if left > word.left), default=word.right)
    return after if after - word.right <= _INDENT * word.size else word.right


def _shared(one: Sequence[Span], other: Sequence[Span], least: float) -> list[Span]:
    crossed = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return [(start, end) for start, end in crossed if end - start >= least]


def _two_sided(run: _Run) -> list[Row]:
    """Return the lines of a stripe with words on two sides of a blank stripe."""
    return [
        row
        for row in rows_of(run.words)
        if any(row.left < start and row.words[-1].left >= end for start, end in run.gutters)
    ]


def _column_gutter(run: _Run) -> float | None:
    """Return where columns of text are parted; None where the stripe is a table."""
    edges = [0.0, *((start + end) / 2 for start, end in run.gutters), float("inf")]
    columns = [
        [word for word in run.words if left <= word.left < right] for left, right in pairwise(edges)
    ]
    prose = [_is_prose(column) for column in columns]
    for at, edge in enumerate(edges[1:-1]):
        if prose[at] and prose[at + 1]:
            return edge
    for at, edge in enumerate(edges[1:-1]):
        before = max(word.order for column in columns[: at + 1] for word in column)
        after = [word for column in columns[at + 1 :] for word in column]
        if before < min(word.order for word in after) and not _is_figures(after):
            return edge
    return None


def _is_prose(column: Sequence[Word]) -> bool:
    """Tell whether lines run on from one to the next, as those of a text do."""
    texts = [row.text for row in rows_of(column) if not row.words[0].table]
    if len(texts) < 2:
        return False
    letters, words = (median(map(len, found)) for found in (texts, [t.split() for t in texts]))
    goes_on = sum(text[0].islower() for text in texts) >= _GOES_ON * len(texts)
    return letters >= _PROSE_LETTERS and words >= _PROSE_WORDS and (goes_on or letters >= _LONG_LINE)


def _is_figures(words: Sequence[Word]) -> bool:
    """Tell whether words are figures for the most part, as those of a table are."""
    return 2 * sum(any(map(str.isdigit, word.text)) for word in words) > len(words)
