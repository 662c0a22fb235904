"""Carry where the pages of a text begin over what cleaning does to it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import accumulate

from index.types import Pages


def carried(
    pages: Pages,
    lines: Sequence[str],
    dead: Collection[int],
    repaired: Callable[[str], str],
    text: str,
) -> Pages:
    """Return where in the cleaned text stands what pages of the written one begin with.

    `lines` are as they were written, `dead` those that went. Cleaning changes the white space
    between lines, so the letters before a page are counted.
    """
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    kept = [0 if at in dead else _letters(repaired(line)) for at, line in enumerate(lines)]
    before = [0, *accumulate(kept)]
    counts = []
    for place, _ in pages:
        at = min(bisect_right(starts, place) - 1, len(lines) - 1)
        within = 0 if at in dead else _letters(repaired(lines[at][: place - starts[at]]))
        counts.append(before[at] + within)
    return tuple(zip(_found(counts, text), (number for _, number in pages), strict=True))


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _found(counts: Sequence[int], text: str) -> Iterator[int]:
    """Yield where in a text the letter stands that has so many letters before it."""
    words = re.finditer(r"\S+", text)
    passed = start = end = 0  # letters before the word from `start` to `end`
    for count in counts:
        while passed + end - start <= count:
            passed += end - start
            word = next(words, None)
            start, end = word.span() if word else (len(text), len(text) + count + 1)
        yield min(start + count - passed, len(text))
