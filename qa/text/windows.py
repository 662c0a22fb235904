"""What stands around a sentence of a passage: what the larger reader is given, and learns on."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.sentences import Span, sentence_spans

LONGEST = 420  # characters of a window; a single sentence may be longer


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a passage, with its sentences.

    They are those of the passage, not cut anew, as a part of a text may be cut otherwise.
    """

    start: int
    end: int
    text: str
    spans: tuple[Span, ...]


def around(passage: str, at: int) -> Window:
    """Return the part of a passage that is read to judge the sentence at a place of it."""
    spans = sentence_spans(passage)
    first, last = window(spans, _number(spans, at))
    start, end = spans[first][0], spans[last - 1][1]
    return Window(
        start, end, passage[start:end], tuple((a - start, b - start) for a, b in spans[first:last])
    )


def headed(window: Window, heads: str) -> Window:
    """Return a window of a table under the row that names its columns.

    It starts as much earlier, so that a place of the passage lies where it did.
    """
    further = len(heads) + 1
    spans = tuple((a + further, b + further) for a, b in window.spans)
    text = f"{heads}\n{window.text}"
    return Window(window.start - further, window.end, text, ((0, len(heads)), *spans))


def whole(text: str) -> Window:
    """Return all of a short text."""
    return Window(0, len(text), text, tuple(sentence_spans(text)))


def before(passage: str, at: int) -> str:
    """Return the sentence before the one that stands at a place of a passage, "" for the first."""
    spans = sentence_spans(passage)
    number = _number(spans, at)
    return passage[slice(*spans[number - 1])] if number else ""


def window(spans: Sequence[Span], number: int, *, before: bool = True) -> Span:
    """Return the numbers (first, last + 1) of the sentences that are read to judge one.

    They stand together in `LONGEST` characters. Neighbours are taken by turns, the one `before`
    first.
    """
    first, last = number, number + 1
    stuck = 0
    while stuck < 2:
        wider = (first - 1, last) if before else (first, last + 1)
        before = not before
        if _stand_together(spans, *wider):
            (first, last), stuck = wider, 0
        else:
            stuck += 1
    return first, last


def _stand_together(spans: Sequence[Span], first: int, last: int) -> bool:
    if first < 0 or last > len(spans):
        return False
    return spans[last - 1][1] - spans[first][0] <= LONGEST


def _number(spans: Sequence[Span], at: int) -> int:
    return next((number for number, (_, end) in enumerate(spans) if at < end), len(spans) - 1)
