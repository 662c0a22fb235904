"""The parts of a page in the order in which they are read: columns one after the other.

A page is cut where blank stripes run through it (recursive XY cut, Nagy and Seth, 1984).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.reading.pdf.layout.aligned import aligned_table
from index.reading.pdf.layout.rows import Row, rows_of
from index.reading.pdf.layout.stripes import Span, Stripe, over_columns, stripes
from index.reading.pdf.layout.table import Table
from index.reading.pdf.page.view import Box
from index.reading.pdf.page.word import Word

_PROSE_WORDS, _PROSE_LETTERS = 3, 19  # of the middle line of a column of prose, at least
_LONG_LINE = 40  # letters; a column of such lines is prose
_APART = 2.2  # times the usual distance of rows; so far apart are two tables
_GOES_ON = 0.25  # share of the lines of prose that begin with a small letter


@dataclass(slots=True)
class Text:
    """Lines that stand below each other."""

    rows: list[Row]


Part = Text | Table


def parts_of(words: Sequence[Word], rules: Sequence[Box] = ()) -> list[Part]:
    """Return the parts of a page, or of a column of it, in the order of reading."""
    if not words:
        return []
    parts: list[Part] = []
    plain: list[Word] = []
    runs = list(stripes(words))
    for run, prose in over_columns(runs, [_prose_gutter(run) for run in runs]):
        if not _is_two_sided(run):
            plain += run.words
            continue
        split = _column_gutter(run, prose)
        if split is None:
            for words_near in _near(run.words):
                rows = rows_of(plain)
                above, table, below = aligned_table(rows, words_near, run.gutters, rules)
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


def _is_two_sided(run: Stripe) -> bool:
    """Tell whether two lines or more stand beside each other on the sides of a blank stripe."""
    for start, end in run.gutters:
        left = [word for word in run.words if word.right <= start + 1]
        right = [word for word in run.words if word.left >= end - 1]
        top = max(min(word.base for word in side) for side in (left, right))
        bottom = min(max(word.base for word in side) for side in (left, right))
        near = top - left[0].size, bottom + left[0].size
        if min(_lines_between(side, *near) for side in (left, right)) > 1:
            return True
    return False


def _lines_between(words: Sequence[Word], top: float, bottom: float) -> int:
    return len({round(word.base / 3) for word in words if top <= word.base <= bottom})


def _near(words: Sequence[Word]) -> list[list[Word]]:
    """Part the words of tables that stand below each other, with more between than their rows."""
    rows = rows_of(words)
    steps = [below.main.base - row.main.base for row, below in pairwise(rows)]
    most = _APART * median(steps) if steps else 0.0
    found = [list(rows[0].words)]
    for step, row in zip(steps, rows[1:], strict=True):
        if step > most:
            found.append([])
        found[-1] += row.words
    return found


def _column_gutter(run: Stripe, prose: Span | None) -> float | None:
    """Return where columns of text are parted, of prose if so; None where the stripe is a table."""
    if gutter := prose or _prose_gutter(run):
        return sum(gutter) / 2
    for start, end in run.gutters:
        edge = (start + end) / 2
        before = max(word.order for word in run.words if word.left < edge)
        after = [word for word in run.words if word.left >= edge]
        if before < min(word.order for word in after) and not _is_figures(after):
            return edge
    return None


def _prose_gutter(run: Stripe) -> Span | None:
    """Return the blank stripe between two columns of prose, None where there is none."""
    gutters = run.gutters
    if not gutters:
        return None
    edges = [0.0, *((start + end) / 2 for start, end in gutters), float("inf")]
    prose = [
        _is_prose([word for word in run.words if left <= word.left < right])
        for left, right in pairwise(edges)
    ]
    sides = zip(gutters, pairwise(prose), strict=True)
    return next((gutter for gutter, both in sides if all(both)), None)


def _is_prose(column: Sequence[Word]) -> bool:
    """Tell whether lines run on from one to the next, as those of a text do."""
    texts = [row.text for row in rows_of(column) if not row.words[0].table]
    if len(texts) < 2:
        return False
    letters, words = (median(map(len, found)) for found in (texts, [t.split() for t in texts]))
    goes_on = sum(text[0].islower() for text in texts) >= _GOES_ON * len(texts)
    return (
        letters >= _PROSE_LETTERS and words >= _PROSE_WORDS and (goes_on or letters >= _LONG_LINE)
    )


def _is_figures(words: Sequence[Word]) -> bool:
    """Tell whether words are figures for the most part, as those of a table are."""
    return 2 * sum(any(map(str.isdigit, word.text)) for word in words) > len(words)
