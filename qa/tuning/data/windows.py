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
_LIKEST = 0.75  # of those without one: around the sentence that shares most words with the question
_WORD = re.compile(r"\w+")


def windowed(example: Example, chance: random.Random) -> Iterator[Example]:
    """Yield an example over windows of its text; a short text is one window.

    The first one holds its answer, where it has one.
    """
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
    """Yield a window without a gold sentence and a copy of the answer, where there is one."""
    asked = _words(example.question)
    answer = example.text[slice(*example.span)] if example.span else ""
    others = [n for n in range(len(spans)) if n not in gold]
    if not others:
        return

    def likeness(number: int) -> tuple[int, float]:
        """Count the words that a sentence shares with the question; chance decides ties."""
        return len(asked & _words(example.text[slice(*spans[number])])), chance.random()

    around = max(others, key=likeness)
    if chance.random() > _LIKEST:
        around = chance.choice(others)
    first, last = window(spans, around, before=chance.random() < 0.5)
    cut = _cut(example, spans[first][0], spans[last - 1][1])
    if not cut.gold and not (answer and answer in cut.text):
        yield cut


def _cut(example: Example, start: int, end: int) -> Example:
    """Return an example over a part of its text."""
    met = [part for part in example.gold if _meet(part, (start, end))]
    gold = tuple((max(a, start) - start, min(b, end) - start) for a, b in met)
    span = example.span
    if span and start <= span[0] and span[1] <= end:
        moved, knows_span = (span[0] - start, span[1] - start), example.knows_span
    else:
        moved, knows_span = None, example.knows_span and not gold
    text = example.text[start:end]
    return replace(example, text=text, gold=gold, span=moved, knows_span=knows_span)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and one[1] > other[0]


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - STOPWORDS
