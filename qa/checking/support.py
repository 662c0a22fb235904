"""Which sentences hold all that an answer states."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.sentences import sentence_spans
from qa.checking.checks import provable
from qa.types import Evidence


def support_of(answer: str, evidence: Sequence[Evidence], question: str) -> tuple[Evidence, ...]:
    """Return the sentences that hold what an answer states, none where it breaks a rule.

    An answer may take up a date or figure of its question that a single piece of evidence leaves
    to what stands around it: then the nearest sentence of the passage that has it comes besides.
    """
    if provable(answer, evidence, question):
        return tuple(evidence)
    [item, *more] = evidence
    if more or not provable(answer, [item, replace(item, text=question)], question):
        return ()
    pairs = ((item, other) for other in _neighbours(item))
    return next((pair for pair in pairs if provable(answer, pair, question)), ())


def _neighbours(item: Evidence) -> Iterator[Evidence]:
    """Yield the other sentences of its passage, the nearest first."""
    spans = [span for span in sentence_spans(item.passage) if span[0] != item.at]
    begins = item.start - item.at
    for start, end in sorted(spans, key=lambda span: abs(span[0] - item.at)):
        text = item.passage[start:end]
        if not text.startswith("#"):  # a heading proves nothing
            yield replace(item, text=text, start=begins + start, end=begins + end, at=start)
