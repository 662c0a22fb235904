"""Which sentences hold all that an answer states."""

from collections.abc import Sequence
from dataclasses import replace

from index.language.english.claims import GOVERNS
from index.sentences import sentence_spans
from qa.checking.checks import provable
from qa.checking.claims import figures
from qa.types import Evidence


def support_of(answer: str, evidence: Sequence[Evidence], question: str) -> tuple[Evidence, ...]:
    """Return the sentences that hold what an answer states, none where it breaks a rule.

    An answer may take up a date or figure of its question that a single piece of evidence leaves
    to what stands before it: then the nearest sentence there with a figure comes besides, if that
    states it.
    """
    if provable(answer, evidence, question):
        return tuple(evidence)
    [item, *more] = evidence
    if more or not provable(answer, [item, replace(item, text=question)], question):
        return ()
    leads = leading_in(item)
    return (item, leads) if leads and provable(answer, (item, leads), question) else ()


def leading_in(item: Evidence) -> Evidence | None:
    """Return the nearest sentence before it that has a figure; None where it only claims or denies.

    A heading is none: it proves nothing.
    """
    begins = item.start - item.at
    for start, end in reversed(sentence_spans(item.passage)):
        text = item.passage[start:end]
        if start < item.at and not text.startswith("#") and figures(text):
            told = replace(item, text=text, start=begins + start, end=begins + end, at=start)
            return None if GOVERNS.search(text) else told
    return None
