"""Stripes across a page that the same blank stripes run through upright.

What the recursive XY cut is made of (Nagy and Seth, 1984).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from index.reading.pdf.page.word import Word

Span = tuple[float, float]

GUTTER = 0.85  # of the size of letters; a stripe between columns is at least so wide
LIST_MARK = re.compile(
    r"[•◦▪‣●○■□➢✓\uf0b7\uf0a7*–-]|\[[ x]\]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|\d+(?:\.\d+)+\.?"
)
_WIDE = 1.4  # of the size; so wide is no space of a line that fills its column
_LINE_OR_TWO = 2
_INDENT = 4.0  # of the size; a mark of a list stands no further from its text


@dataclass(slots=True)
class Stripe:
    """Words of a stripe of the page, and the blank stripes that run through it upright."""

    words: list[Word]
    gaps: list[Span]
    lefts: Span  # where the first and the last word begin
    bands: int = 1

    @property
    def gutters(self) -> list[Span]:
        """Return the blank stripes with words on both sides."""
        first, last = self.lefts
        return [gap for gap in self.gaps if first < gap[0] and gap[1] <= last]


def stripes(words: Sequence[Word]) -> Iterator[Stripe]:
    """Yield stripes of a page, each as high as the same blank stripes run through it."""
    size = median([word.size for word in words])
    edges = min([word.left for word in words]), max([word.right for word in words])
    run: Stripe | None = None
    bands = [_stripe(band, edges, GUTTER * size) for band in _bands(words)]
    for band, following in zip(bands, [*bands[1:], None], strict=True):
        shared = _shared(run.gaps, band.gaps, GUTTER * size) if run else []
        joined = _joined(run, band, shared) if run and shared else None
        after = _shared(band.gaps, following.gaps, GUTTER * size) if following else []
        if run and joined and _keeps(joined, run, size) and _keeps(joined, band, size, after):
            run = joined
        else:
            if run:
                yield run
            run = band
    if run:
        yield run


def over_columns(
    runs: Sequence[Stripe], gutters: Sequence[Span | None]
) -> Iterator[tuple[Stripe, Span | None]]:
    """Yield stripes, those joined that the gutter between columns of prose runs through.

    `gutters` tells it for each stripe that has such columns, and comes with one that is not joined.
    What stands in one column alone, as a
    table does, has gutters of its own, which part it from what is beside it in the other.
    """
    at = 0
    while at < len(runs):
        last, gap = _reach_of_gutter(runs, gutters, at)
        joined = runs[at]
        for run in runs[at + 1 : last + 1]:
            joined = _joined(joined, run, [gap])
        yield joined, gutters[at] if last == at else None
        at = last + 1


def _reach_of_gutter(
    runs: Sequence[Stripe], gutters: Sequence[Span | None], at: int
) -> tuple[int, Span]:
    """Return the last stripe that a gutter between columns reaches, from a stripe on, and where."""
    gaps, last = runs[at].gutters, at
    gap = (0.0, 0.0)
    between = False  # columns of prose
    for number in range(at, len(runs)):
        gaps = _shared(gaps, runs[number].gaps, 1.0)
        known = gutters[number]
        if known and not between:
            gaps, between = [one for one in gaps if _crosses(one, [known])], True
        if not gaps:
            break
        if between and any(_crosses(one, gaps) for one in runs[number].gutters):
            last, gap = number, gaps[0]
    return last, gap


def _stripe(band: list[Word], edges: Span, least: float) -> Stripe:
    lefts = [word.left for word in band]
    return Stripe(band, _gaps(band, edges, least), (min(lefts), max(lefts)))


def _joined(run: Stripe, other: Stripe, shared: list[Span]) -> Stripe:
    (first, last), (left, right) = run.lefts, other.lefts
    return Stripe(
        run.words + other.words, shared, (min(first, left), max(last, right)), run.bands + 1
    )


def _keeps(joined: Stripe, run: Stripe, size: float, after: Sequence[Span] = ()) -> bool:
    """Tell whether no blank stripe is lost by joining.

    A narrow one in a line or two is a space, unless the line `after` has it, too.
    """
    least = _WIDE * size if run.bands <= _LINE_OR_TWO else 0.0
    left = joined.gutters
    return all(
        _crosses(gutter, left)
        for gutter in run.gutters
        if gutter[1] - gutter[0] >= least or _crosses(gutter, after)
    )


def _crosses(gutter: Span, others: Sequence[Span]) -> bool:
    return any(gutter[0] < end and start < gutter[1] for start, end in others)


def _bands(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words between blank lines that run across the whole width."""
    band: list[Word] = []
    lowest = 0.0
    for upper, _, word in sorted([(_upper(word), n, word) for n, word in enumerate(words)]):
        if band and upper >= lowest:
            yield band
            band = []
        lower = word.bottom if word.table else word.base
        lowest = max(lowest, lower) if band else max(0.0, lower)
        band.append(word)
    if band:
        yield band


def _upper(word: Word) -> float:
    return word.top if word.table else word.base - 0.6 * word.size


def _gaps(band: Sequence[Word], edges: Span, least: float) -> list[Span]:
    """Return the blank stripes of a band; a mark of a list is of its text."""
    spans = sorted(
        [
            (word.left, word.right) if word.text[-1:].isalpha() else _reach(word, band)
            for word in band
        ]
    )
    gaps, end = [], edges[0]
    for left, right in spans:
        if left - end >= least:
            gaps.append((end, left))
        end = max(end, right)
    return [*gaps, (end, edges[1])] if edges[1] - end >= least else gaps


def _reach(word: Word, band: Sequence[Word]) -> Span:
    """Return the width of a word; of a mark of a list with what is before the text that it marks.

    A box to tick may stand on either side of its label.
    """
    if not LIST_MARK.fullmatch(word.text):
        return word.left, word.right
    level = [other for other in band if abs(other.base - word.base) < word.size / 2]
    after = min((other.left for other in level if other.left > word.left), default=inf)
    before = max((other.right for other in level if other.left < word.left), default=-inf)
    most = _INDENT * word.size
    if word.field and word.left - before < min(after - word.right, most):
        return before, word.right
    return word.left, after if after - word.right <= most else word.right


def _shared(one: Sequence[Span], other: Sequence[Span], least: float) -> list[Span]:
    crossed = [(max(a, c), min(b, d)) for a, b in one for c, d in other]
    return [span for span in crossed if span[1] - span[0] >= least]
