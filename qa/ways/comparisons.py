"""Answer what compares two sides: each is looked for and cited by itself, then compared by code."""

from collections.abc import Sequence

from index.language.english.overviews import AGAINST
from index.ranking.search import Index
from qa.evidence.selection import ReaderEvidence
from qa.question.forms import what_is_asked
from qa.question.operations import Operation
from qa.question.sides import Sides, sides_of
from qa.text.words import numbers, unmet
from qa.types import Found, Statement
from qa.ways.facts import READ_PASSAGES
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.arithmetic import computed
from qa.writing.compose import as_sentence, capitalised
from qa.writing.ordering import comparable, ordered

_TRIED = 3  # sentences
# Of the confidence that a fact needs: half a question is no question that people ask. On `dev` it
# finds both sides of 28 of 32 questions, and answers 19 right.
_LESS_SURE = 0.5


class Comparisons:
    """Questions with two sides."""

    def __init__(self, index: Index, evidence: ReaderEvidence, min_confidence: float) -> None:
        self._index = index
        self._evidence = evidence
        self._min_confidence = min_confidence

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return both sides and what follows from them.

        None where two are not named, or one is not found in words of its own.
        """
        sides = sides_of(inquiry.standalone)
        if sides is None:
            return None
        found = [self._look_for(asked, inquiry, sides.operation) for asked in sides.questions]
        inquiry.clock.lap("evidence")
        least = self._min_confidence * _LESS_SURE
        sure = [
            (item, odds)
            for name, (item, odds) in zip(sides.names, found, strict=True)
            if item and odds >= least and not unmet(name, _around(item))
        ]
        facts = [item for item, _ in sure]
        if len(facts) < len(found) or len({fact.answer.lower() for fact in facts}) == 1:
            return None
        return Reply(_told(sides, facts), min(odds for _, odds in sure))

    def _look_for(
        self, asked: str, inquiry: Inquiry, operation: Operation | None
    ) -> tuple[Found | None, float]:
        """Return the first of the best sentences whose answer can be compared, or the best."""
        hits = self._index.search(asked, READ_PASSAGES, inquiry.scope)
        found, confidence = self._evidence.select(asked, what_is_asked(asked), hits)
        fitting = (item for item in found[:_TRIED] if comparable(item.answer, operation))
        return next(fitting, found[0] if found else None), confidence


def _around(fact: Found) -> str:
    return f"{fact.evidence.title} {fact.evidence.passage}"


def _told(sides: Sides, facts: Sequence[Found]) -> list[Statement]:
    """Return what follows from both facts, and each fact with its proof."""
    names = [capitalised(name) for name in sides.names]
    proof = tuple(fact.evidence for fact in facts)
    answers = [fact.answer for fact in facts]
    shown = [
        Statement(_side(name, fact), (fact.evidence,))
        for name, fact in zip(names, facts, strict=True)
    ]
    if result := computed(sides.operation, answers, compares=True):
        return [Statement(result, proof), *shown]
    if order := ordered(answers, sides.operation):
        values = [answers[n].strip(" .,;") for n in order]
        told = AGAINST.format(which=names[order[0]], value=values[0], other=values[1])
        return [Statement(told, proof)]
    return shown


def _side(name: str, fact: Found) -> str:
    """Return what is said of a side: its figure, or the sentence, where the answer is none."""
    return f"{name}: {as_sentence(fact.answer)}" if numbers(fact.answer) else fact.evidence.text
