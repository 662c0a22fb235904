"""Where the words of a quote stand on a PDF page."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from index.reading.pdf.page.view import Box
from index.reading.pdf.page.word import Word

_RUN = 3  # words; fewer in a row may be of another sentence
_GAP = 2  # words between two runs: one that a line breaks stands in two pieces
_LEVEL = 2.0  # points


def quote_boxes(words: Sequence[Word], quote: str) -> list[Box]:
    """Return the boxes of the words of a quote, one a line; none where a page does not hold it."""
    there = [_letters(word.text) for word in words]
    wanted = list(filter(None, map(_letters, quote.split())))
    least = min(_RUN, len(wanted))
    found: list[int] = []
    for run in SequenceMatcher(None, there, wanted, autojunk=False).get_matching_blocks():
        if run.size and run.size >= least:
            near = found and run.a - found[-1] <= _GAP + 1
            found += range(found[-1] + 1 if near else run.a, run.a + run.size)
    return list(_lines([words[at] for at in found]))


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _lines(words: Sequence[Word]) -> Iterator[Box]:
    """Yield one box for the words beside each other."""
    last: Box | None = None
    for word in words:
        box = word.left, word.top, word.right, word.bottom
        if last and abs(last[3] - box[3]) <= _LEVEL and last[2] <= box[0] + _LEVEL:
            last = last[0], min(last[1], box[1]), box[2], max(last[3], box[3])
            continue
        if last:
            yield last
        last = box
    if last:
        yield last
