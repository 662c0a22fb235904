"""Tell what stands around an answer: the sentences before and after the one that proves it."""

from dataclasses import replace

from index.sentences import sentence_spans
from qa.text.rows import is_row
from qa.types import Evidence, Statement


def with_surroundings(statements: list[Statement]) -> list[Statement]:
    """Return statements, each followed by its first proof among its neighbours.

    A statement that is said there word for word is not said twice.
    """
    told: list[Statement] = []
    for said in statements:
        wide = _widened(said.proof[0]) if said.proof else None
        if wide is None:
            told.append(said)
            continue
        shown = " ".join(wide.text.split())
        if said.text not in shown:
            told.append(said)
        told.append(Statement(shown, (wide,)))
    return list(dict.fromkeys(told))


def _widened(evidence: Evidence) -> Evidence | None:
    """Return a sentence with its neighbours in the same paragraph, None where it has none."""
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
        return None
    start = spans[max(own[0] - 1, 0)][0]
    stop = spans[min(own[-1] + 1, len(spans) - 1)][1]
    if (start, stop) == (at, end):
        return None
    moved = start - at
    return replace(
        evidence,
        text=passage[start:stop],
        start=evidence.start + moved,
        end=evidence.start + moved + stop - start,
        at=start,
    )
