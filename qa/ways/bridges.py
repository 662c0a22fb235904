"""Answer what takes a fact to find a fact: what is described, then what is asked of it."""

from collections.abc import Generator
from dataclasses import replace

from qa.evidence.selection import ReaderEvidence
from qa.question.bridges import bridge_of
from qa.text.words import names, numbers
from qa.types import Statement, Step
from qa.ways.facts import Facts
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.shown import as_shown

_LONGEST_NAME = 6  # words


class Bridges:
    """Questions that no one sentence answers, as they describe what another one names."""

    def __init__(self, evidence: ReaderEvidence, facts: Facts, min_confidence: float) -> None:
        self._evidence = evidence
        self._facts = facts
        self._min_confidence = min_confidence

    def reply(self, inquiry: Inquiry) -> Generator[str | Step, None, Reply | None]:
        """Return both facts, the one that is asked for first; None where one is not found."""
        bridge = bridge_of(inquiry.standalone)
        if bridge is None:
            return None
        named = self._evidence.find(bridge.asked, inquiry.scope)
        inquiry.clock.lap("evidence")
        sure = named.found and named.confidence >= self._min_confidence
        if not sure or not _is_name(named.found[0].answer, inquiry):
            return None
        question = bridge.question_about(named.found[0].answer)
        asked = replace(inquiry.asked, operation=None)
        reply = yield from self._facts.reply(
            replace(inquiry, question=question, standalone=question, asked=asked)
        )
        if not reply.statements:
            return None
        found = named.found[0].evidence
        known = any(found in said.proof for said in reply.statements)
        first = [] if known else [Statement(as_shown(found.text), (found,))]
        confidence = min(reply.confidence, named.confidence)
        return replace(reply, statements=[*reply.statements, *first], confidence=confidence)


def _is_name(answer: str, inquiry: Inquiry) -> bool:
    """Tell whether a short answer is a name that the question does not have."""
    new = names(answer) - names(inquiry.standalone)
    return bool(new) and not numbers(answer) and len(answer.split()) <= _LONGEST_NAME
