"""What a drawing on a PDF page says of its words: marks of lists, lines through words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from index.reading.pdf.page.view import Box
from index.reading.pdf.page.word import Word

_MOST = 500  # dots; more are of a picture
_FAR = 2.5  # of the size of letters; a mark stands no further from its text
_THROUGH = (0.12, 0.5)  # of the size; so far above the base line a line goes through a word
_BESIDE = 0.5  # of the size; a line through words ends no further from them


def drawn_marks(dots: Sequence[Box], words: Sequence[Word]) -> Iterator[Word]:
    """Yield a mark for each dot before the first word of a line; browsers draw them so."""
    if not 0 < len(dots) <= _MOST:
        return
    level = sorted((word for word in words if not word.turned), key=lambda word: word.base)
    tall = max((word.size for word in level), default=0.0)
    for left, top, right, bottom in dots:
        middle = (top + bottom) / 2
        beside = [
            word
            for word in _with_base(level, middle, middle + tall)
            if middle > word.base - word.size and word.right > left - _FAR * word.size
        ]
        first = min(beside, key=lambda word: word.left, default=None)
        if first is not None and 0 < first.left - right < _FAR * first.size:
            base, size = first.base, first.size
            yield Word("•", left, base - size, right, base, base, size, first.order, first.bold)


def struck_words(lines: Sequence[Box], words: Sequence[Word]) -> set[int]:
    """Return the ids of the words that a line goes through, from the first to the last of them."""
    found: set[int] = set()
    if not lines:
        return found
    level = sorted((word for word in words if not word.turned), key=lambda word: word.base)
    tall = max((word.size for word in level), default=0.0)
    for left, y, right, _ in lines:
        under = [
            word
            for word in _with_base(level, y, y + _THROUGH[1] * tall)
            if _THROUGH[0] < (word.base - y) / (word.size or 1) < _THROUGH[1]
            and left - _BESIDE * word.size < word.left
            and word.right < right + _BESIDE * word.size
        ]
        if under and _covers(left, right, under):
            found.update(map(id, under))
    return found


def _covers(left: float, right: float, words: Sequence[Word]) -> bool:
    """Tell whether a line is as long as the words that it goes through."""
    near = _BESIDE * words[0].size
    first, last = min(word.left for word in words), max(word.right for word in words)
    return abs(first - left) < near and abs(last - right) < near


def _with_base(level: Sequence[Word], first: float, last: float) -> Sequence[Word]:
    """Return the words of a list by base line whose base lines are within two heights."""
    start = bisect_left(level, first, key=lambda word: word.base)
    return level[start : bisect_right(level, last, key=lambda word: word.base)]
