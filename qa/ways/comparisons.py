"""Answer what compares two sides: each is looked for and cited by itself, then compared by code."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from index.language.english.comparing.reckoning import OF_WHICH
from index.language.english.comparing.sides import WITH_ITSELF
from index.language.english.overviews import AGAINST
from index.ranking.search import Index
from index.types import Hit
from qa.checking.shares import counted
from qa.evidence.selection import ReaderEvidence, Selected
from qa.question.comparing.operations import BY_DATE, Operation
from qa.question.comparing.sides import Sides, compared_with_itself, sides_of
from qa.steps import Doing, Step
from qa.text.forms import beside
from qa.text.rows import is_row
from qa.text.words import numbers, unmet
from qa.types import Found, Statement
from qa.ways.inquiry import Inquiry, Reason, Reply, plainly
from qa.writing.comparing.apart import time_apart
from qa.writing.comparing.arithmetic import computed, figure_of
from qa.writing.comparing.operands import alike
from qa.writing.comparing.ordering import comparable, ordered
from qa.writing.comparing.sides import is_short, proof_of, side_told, tells_name
from qa.writing.compose import capitalised
from qa.writing.tables import asked_cell, heads_over, named_share, with_cells

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

    def reply(self, inquiry: Inquiry) -> Generator[Step, None, Reply | None]:
        """Return both sides and what follows from them.

        Nothing is said where only one is known. None where two are not named, or none is known in
        words of its own.
        """
        if name := compared_with_itself(inquiry.standalone):
            return plainly(WITH_ITSELF.format(name=name), Reason.NO_QUESTION)
        sides = sides_of(inquiry.standalone)
        if sides is None:
            return None
        hits = self._index.search(inquiry.standalone, inquiry.top_k, inquiry.scope)
        yield Step(Doing.READING, tuple(hits))
        looked = [self._look_for(asked, inquiry) for asked in sides.questions]
        inquiry.clock.lap("evidence")
        least = self._min_confidence * _LESS_SURE
        facts = _that_compare([side.found[:_TRIED] for side in looked], sides.operation)
        told = [[fact] for fact in facts] or [side.found[:1] for side in looked]
        known = [
            side.confidence >= least and any(not unmet(name, _around(fact)) for fact in best)
            for name, side, best in zip(sides.names, looked, told, strict=True)
        ]
        if not all(known):
            return self._of_one(sides, looked, known, hits) if any(known) else None
        if len({fact.answer.lower() for fact in facts}) == 1 or not _count_alike(facts):
            return None
        if any(map(_is_part, facts)):
            return None
        confidence = min(side.confidence for side in looked)
        short = all(map(is_short, sides.names, facts))
        names = [capitalised(name) for name in sides.names] if short else []
        return Reply(_told(sides, facts), confidence, found=facts, sides=names)

    def _look_for(self, asked: str, inquiry: Inquiry) -> Selected:
        """Return the sentences that answer for one side."""
        selected = self._evidence.find(asked, inquiry.scope)
        sure = [item for item in selected.found if self._is_sure(asked, item)]
        return replace(selected, found=with_cells(asked, sure, self._index.article))

    def _of_one(
        self, sides: Sides, looked: Sequence[Selected], known: Sequence[bool], hits: Sequence[Hit]
    ) -> Reply | None:
        """Return which side is not known, with what is told of the other, if that is sure."""
        at = known.index(True)
        fact, other = looked[at].found[0], sides.names[1 - at]
        if looked[at].confidence < self._min_confidence or not is_short(sides.names[at], fact):
            return None
        nearest = [fact.evidence]
        return Reply([], hits=hits, reason=Reason.ONE_SIDE, missing=[other], nearest=nearest)

    def _is_sure(self, asked: str, item: Found) -> bool:
        """Tell whether a cell is asked for, where a row was found: its row and its column."""
        row = item.evidence
        home = self._index.article(row.article_id) if is_row(row.text) else None
        heads = heads_over(row, home.text) if home else None
        if heads is None:
            return True
        return bool(named_share(asked, row.text) and asked_cell(asked, row.text, heads.text))


def _that_compare(sides: Sequence[Sequence[Found]], operation: Operation | None) -> Sequence[Found]:
    """Return one sentence for each side: of the likeliest whose answers compare, or the likeliest.

    Empty where one side has none.
    """
    pairs = sorted(product(*sides), key=lambda pair: -sum(fact.odds for fact in pair))
    answers = [[fact.answer for fact in pair] for pair in pairs]
    fit = (pair for pair, told in zip(pairs, answers, strict=True) if _compare(told, operation))
    return next(fit, pairs[0] if pairs else ())


def _compare(answers: Sequence[str], operation: Operation | None) -> bool:
    """Tell whether short answers can be held against each other."""
    able = all(comparable(answer, operation) for answer in answers)
    return able and (operation in BY_DATE or alike(*answers))


def _count_alike(facts: Sequence[Found]) -> bool:
    """Tell whether the bare numbers of two short answers count the same, where both tell what."""
    one, two = (_counted(fact) for fact in facts)
    return not one or not two or beside(one, " ".join(two)) < one


def _is_part(fact: Found) -> bool:
    """Tell whether a short answer is only a part of what its sentence tells: "of which £3"."""
    text, parted = fact.evidence.text, OF_WHICH.search(fact.evidence.text)
    if parted is None or not fact.answer:
        return False
    return bool(numbers(text[: parted.start()])) and fact.answer in text[parted.end() :]


def _counted(fact: Found) -> set[str]:
    """Return the words for what the number of a short answer counts in its sentence."""
    told = {number.value for number in numbers(fact.answer)}
    counts = counted(fact.evidence.text)
    return {word for figure, things in counts if Decimal(figure) in told for word in things.split()}


def _around(fact: Found) -> str:
    return f"{fact.evidence.title} {fact.evidence.passage}"


def _told(sides: Sides, facts: Sequence[Found]) -> list[Statement]:
    """Return what follows from both facts, and each fact with its proof."""
    names = [capitalised(name) for name in sides.names]
    proofs = [proof_of(name, fact) for name, fact in zip(names, facts, strict=True)]
    proof = tuple(item for each in proofs for item in each)
    answers = [fact.answer for fact in facts]
    shown = [
        Statement(side_told(name, fact), each)
        for name, fact, each in zip(names, facts, proofs, strict=True)
    ]
    told = all(map(tells_name, names, facts))
    if told and (result := _reckoned(sides.operation, answers)):
        return [Statement(result, proof, figure_of(result)), *shown]
    order = ordered(answers, sides.operation)
    if order and told:
        values = [answers[n].strip(" .,;") for n in order]
        said = AGAINST.format(which=names[order[0]], value=values[0], other=values[1])
        return [Statement(said, proof, names[order[0]])]
    return shown


def _reckoned(operation: Operation | None, answers: Sequence[str]) -> str:
    """Return how far two answers are apart, in time or otherwise, or their sum; "" for neither."""
    apart = time_apart(answers) if operation is Operation.APART else ""
    operation = Operation.DIFFERENCE if operation is Operation.APART else operation
    return apart or computed(operation, answers, compares=True)
