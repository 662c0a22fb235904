"""Answer what takes several facts: each is looked for and cited by itself, then compared.

The generator takes the question apart; code compares and reckons, showing what with.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.language.english.overviews import AGAINST
from index.ranking.search import Index
from index.types import Scope
from qa.evidence.selection import ReaderEvidence
from qa.question.forms import Reckoning, what_is_asked
from qa.question.steps import Operation, Plan, plan_of
from qa.text.words import content_words
from qa.types import Found, Statement
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.arithmetic import computed
from qa.writing.compose import as_sentence, capitalised
from qa.writing.ordering import ordered

_READ_PASSAGES = 8
_REFERENCE = re.compile(r"#(\d+)")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*%?")
_RECKONED = {Operation.DIFFERENCE: Reckoning.DIFFERENCE, Operation.SUM: Reckoning.SUM}


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact that was looked for: what was asked, the evidence, how sure it is."""

    asked: str
    found: Found
    confidence: float


class Comparisons:
    """Questions that take several facts."""

    def __init__(
        self,
        index: Index,
        evidence: ReaderEvidence,
        take_apart: Callable[[str], str],
        min_confidence: float,
    ) -> None:
        self._index = index
        self._evidence = evidence
        self._take_apart = take_apart
        self._min_confidence = min_confidence

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return the facts and what follows from them; None for a question that has no parts."""
        plan = plan_of(inquiry.standalone, self._take_apart(inquiry.standalone))
        if plan is None:
            return None
        facts: list[_Fact] = []
        for asked in plan.facts:
            fact = self._look_for(_filled(asked, facts), inquiry.scope)
            if fact is None or fact.confidence < self._min_confidence:
                return None
            facts.append(fact)
        inquiry.clock.lap("evidence")
        return Reply(_told(plan, facts), min(fact.confidence for fact in facts))

    def _look_for(self, asked: str, scope: Scope | None) -> _Fact | None:
        hits = self._index.search(asked, _READ_PASSAGES, scope)
        found, confidence = self._evidence.select(asked, what_is_asked(asked), hits)
        return _Fact(asked, found[0], confidence) if found else None


def _filled(asked: str, facts: Sequence[_Fact]) -> str:
    """Put the answers that are known in their places."""
    return _REFERENCE.sub(lambda m: facts[int(m[1]) - 1].found.answer, asked)


def _told(plan: Plan, facts: Sequence[_Fact]) -> list[Statement]:
    """Return what follows from the facts, and each fact with its proof."""
    if any(_REFERENCE.search(asked) for asked in plan.facts):
        return _bridged(facts)
    labels = _labels([fact.asked for fact in facts])
    sides = [
        Statement(f"{label}: {as_sentence(fact.found.answer)}", (fact.found.evidence,))
        for label, fact in zip(labels, facts, strict=True)
    ]
    proof = tuple(fact.found.evidence for fact in facts)
    answers = [fact.found.answer for fact in facts]
    if result := computed(_RECKONED.get(plan.operation), answers) if plan.operation else "":
        return [Statement(result, proof), *sides]
    order = ordered(answers, plan.operation)
    if order:
        first, second = order[0], order[1]
        told = AGAINST.format(
            which=labels[first],
            value=answers[first].strip(" .,;"),
            other=answers[second].strip(" .,;"),
        )
        return [Statement(told, proof)]
    return sides


def _bridged(facts: Sequence[_Fact]) -> list[Statement]:
    """Return the last fact first: it is what was asked."""
    return [Statement(fact.found.evidence.text, (fact.found.evidence,)) for fact in reversed(facts)]


def _labels(asked: Sequence[str]) -> list[str]:
    """Return what tells each fact from the others, as it was asked."""
    labels = []
    for one in asked:
        others = set.intersection(*(content_words(other) for other in asked if other != one))
        spans = [m.span() for m in _WORD.finditer(one) if content_words(m[0]) - others]
        told = one[spans[0][0] : spans[-1][1]] if spans else one
        labels.append(capitalised(told))
    return labels
