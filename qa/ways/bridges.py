"""Answer what takes a fact to find a fact: what is described, then what is asked of it."""

from collections.abc import Generator
from dataclasses import replace

from index.ranking.search import Index
from qa.evidence.selection import ReaderEvidence, hits_to_read
from qa.question.bridges import bridge_of
from qa.steps import Step
from qa.text.words import names, numbers
from qa.types import Evidence, Statement
from qa.ways.facts import Facts
from qa.ways.inquiry import Inquiry, Reply
from qa.ways.reckoning.described import row_described
from qa.writing.shown import as_shown

_LONGEST_NAME = 6  # words
_ROW_SURE = 0.9  # that the only row with a figure is the one that is described by it


class Bridges:
    """Questions that no one sentence answers, as they describe what another one names."""

    def __init__(
        self, index: Index, evidence: ReaderEvidence, facts: Facts, min_confidence: float
    ) -> None:
        self._index = index
        self._evidence = evidence
        self._facts = facts
        self._min_confidence = min_confidence

    def reply(self, inquiry: Inquiry) -> Generator[str | Step, None, Reply | None]:
        """Return both facts, the one that is asked for first; None where one is not found."""
        bridge = bridge_of(inquiry.standalone)
        if bridge is None:
            return None
        named = self._named(bridge.asked, inquiry)
        inquiry.clock.lap("evidence")
        if named is None:
            return None
        name, found, sure = named
        question = bridge.question_about(name)
        asked = replace(inquiry.asked, operation=None)
        reply = yield from self._facts.reply(
            replace(inquiry, question=question, standalone=question, asked=asked)
        )
        if not reply.statements:
            return None
        known = any(found in said.proof for said in reply.statements)
        first = [] if known else [Statement(as_shown(found.text), (found,))]
        confidence = min(reply.confidence, sure)
        return replace(reply, statements=[*reply.statements, *first], confidence=confidence)

    def _named(self, asked: str, inquiry: Inquiry) -> tuple[str, Evidence, float] | None:
        """Return the name of what is described, what proves it, and how sure that is."""
        hits = hits_to_read(self._index, asked, inquiry.scope)
        read = map(self._index.article, dict.fromkeys(hit.passage.article_id for hit in hits))
        if row := row_described(asked, filter(None, read)):
            return (*row, _ROW_SURE)
        named = self._evidence.find(asked, inquiry.scope)
        if not named.found or named.confidence < self._min_confidence:
            return None
        best = named.found[0]
        is_name = _is_name(best.answer, inquiry)
        return (best.answer, best.evidence, named.confidence) if is_name else None


def _is_name(answer: str, inquiry: Inquiry) -> bool:
    """Tell whether a short answer is a name that the question does not have."""
    new = names(answer) - names(inquiry.standalone)
    return bool(new) and not numbers(answer) and len(answer.split()) <= _LONGEST_NAME
