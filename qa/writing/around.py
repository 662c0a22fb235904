"""Prove an answer with what stands around its proof: the sentences before and after."""

from collections.abc import Iterable
from dataclasses import replace

from index.sentences import sentence_spans
from qa.text.rows import is_row
from qa.types import Evidence, Statement


def with_surroundings(statements: Iterable[Statement]) -> list[Statement]:
    """Return the same statements, each of their proofs with its neighbours."""
    return [replace(said, proof=tuple(map(_widened, said.proof))) for said in statements]


def _widened(evidence: Evidence) -> Evidence:
    """Return a sentence with its neighbours in the same paragraph; a row of a table stays alone."""
    passage, at, end = evidence.passage, evidence.at, evidence.at + len(evidence.text)
    first = passage.rfind("\n\n", 0, at) + 1
    last = passage.find("\n\n", end)
    spans = [
        (start, stop)
        for start, stop in sentence_spans(passage)
        if first <= start and (last < 0 or stop <= last)
    ]
    own = [n for n, (start, stop) in enumerate(spans) if start < end and stop > at]
    if not own or is_row(evidence.text):
        return evidence
    start = spans[max(own[0] - 1, 0)][0]
    stop = spans[min(own[-1] + 1, len(spans) - 1)][1]
    moved = start - at
    return replace(
        evidence,
        text=passage[start:stop],
        start=evidence.start + moved,
        end=evidence.start + moved + stop - start,
        at=start,
    )
