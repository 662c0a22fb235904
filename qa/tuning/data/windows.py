"""Examples for the larger reader: the windows that it is given, cut out of longer texts."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.language.english.words import STOPWORDS
from index.sentences import Span, sentence_spans
from qa.text.windows import LONGEST, window
from qa.tuning.data.examples import Example

# The shares below were chosen once and kept; see docs/experiments.md.
_NEIGHBOUR = 0.4  # of the windows with the answer: around a neighbour of its sentence
_ELSEWHERE = 0.25  # of the texts with an answer: also a window that does not hold it
_LIKEST = (
    0.75  # of the windows without one: around the sentence that shares most words with the question
)
_WORD = re.compile(r"\w+")


def windowed(example: Example, chance: random.Random) -> Iterator[Example]:
    """Yield an example over windows of its text, one that holds its answer first; a short text is one window."""
    spans = sentence_spans(example.text)
    if len(example.text) <= LONGEST or not spans:
        yield example
        return
    gold = [n for n, span in enumerate(spans) if any(_meet(span, part) for part in example.gold)]
    if gold:
        yield _around_gold(example, spans, gold, chance)
    if not gold or chance.random() < _ELSEWHERE:
        yield from _elsewhere(example, spans, gold, chance)


def _around_gold(
    example: Example, spans: Sequence[Span], gold: Sequence[int], chance: random.Random
) -> Example:
    home = chance.choice(gold)
    around = home
    if chance.random() < _NEIGHBOUR:
        around = min(max(home + chance.choice((-1, 1)), 0), len(spans) - 1)
    first, last = window(spans, around, before=chance.random() < 0.5)
    if not first <= home < last:
        first, last = window(spans, home, before=chance.random() < 0.5)
    return _cut(example, spans[first][0], spans[last - 1][1])


def _elsewhere(
    example: Example, spans: Sequence[Span], gold: Sequence[int], chance: random.Random
) -> Iterator[Example]:
    """Yield a window that no gold sentence and no copy of the answer stands in, where there is one."""
    asked = _words(example.question)
    answer = example.text[slice(*example.span)] if example.span else ""
    others = [n for n in range(len(spans)) if n not in gold]
    if not others:
        return
    around = max(
        others, key=lambda n: (len(asked & _words(example.text[slice(*spans[n])])), chance.random())
    )
    if chance.random() > _LIKEST:
        around = chance.choice(others)
    first, last = window(spans, around, before=chance.random() < 0.5)
    cut = _cut(example, spans[first][0], spans[last - 1][1])
    if not cut.gold and not (answer and answer in cut.text):
        yield cut


def _cut(example: Example, start: int, end: int) -> Example:
    gold = tuple(
        (max(a, start) - start, min(b, end) - start)
        for a, b in example.gold
        if _meet((a, b), (start, end))
    )
    span = example.span
    inside = span is not None and start <= span[0] and span[1] <= end
    moved = (span[0] - start, span[1] - start) if span and inside else None
    return replace(
        example,
        text=example.text[start:end],
        gold=gold,
        span=moved,
        knows_span=example.knows_span and (inside or not gold),
    )


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and one[1] > other[0]


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - STOPWORDS
