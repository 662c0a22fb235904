"""Let a generator that was tuned here write one direct sentence, and look at what it wrote."""

import math
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol

from index.language.english.questions import ASKS_BY_WORD, JOINS_ITEMS
from qa.checking.rivals import rivals
from qa.checking.support import support_of
from qa.clock import Clock
from qa.drafting.task import Task, Told
from qa.evidence.proving import Prover
from qa.evidence.selection import MAX_EVIDENCE
from qa.question.forms import Asked, Form
from qa.question.kinds import Kind
from qa.text.words import content_words, numbers
from qa.types import Evidence, Found, Statement, Writing
from qa.writing.compose import as_sentence, capitalised, says_answer

PROVEN, ANSWERS = 1.0, -0.5  # log odds that a draft needs; chosen in docs/experiments.md
# A draft that holds a short answer as sure as this, and is proven as surely, answers: by itself,
# without what stands around it, a sentence such as "Ayle lies at the edge of a desert" seldom
# reads as the answer to its question.
SURE = 4.0
NONE = -math.inf  # log odds
_MAX_TOKENS = 80


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence of the generator, with what speaks for showing it.

    `says`: it holds the short answer that the reader found; `support`: the sentences that hold all
    that it states, none where it breaks a rule. Log odds that the evidence says what it says
    (`proof`), and that by itself it answers the question (`answers`).
    """

    text: str
    says: bool
    support: tuple[Evidence, ...]
    proof: float
    answers: float

    def holds(self, short_odds: float) -> bool:
        """Tell whether it may be shown, where the short answer has these log odds."""
        sure = min(self.proof, short_odds) >= SURE
        proven = self.proof >= PROVEN and (self.answers >= ANSWERS or sure)
        return self.says and bool(self.support) and proven


def may_stand_alone(short: str, question: str, short_odds: float, drafts: Sequence[Draft]) -> bool:
    """Tell whether a short answer is likely right, though no draft that holds it may be shown.

    What the question says itself is no answer to it. To keywords a sentence has to answer.
    A draft puts it in the place that the question asks about. Where the reader doubts each of them,
    or they need a figure or name that is not known, it may be the figure of another year.
    """
    likely = (
        d.says and d.support and d.proof >= 0 and d.answers >= ANSWERS
        for d in drafts
        if numbers(short) <= numbers(d.text)
    )
    new = content_words(short) - content_words(question)
    asks = bool(ASKS_BY_WORD.search(question))
    return asks and bool(new) and short_odds >= 0 and any(likely)


class Drafting(Protocol):
    """What is needed of a model that was tuned to write direct sentences."""

    @property
    def name(self) -> str:
        """Name the model and its weights."""
        ...

    def drafts(
        self, question: str, found: Sequence[Found], max_tokens: int
    ) -> Iterator[Iterator[str]]:
        """Yield ways to answer from the evidence, best first, each piece by piece.

        A later one is asked for where those before it are not proven. Closing an iterator stops the
        model.
        """
        ...


class Writer:
    """A generator that was tuned here, and what proves what it writes: one direct sentence."""

    sentences = MAX_EVIDENCE

    def __init__(self, generator: Drafting, prover: Prover) -> None:
        self._generator = generator
        self._prover = prover

    def told(self, task: Task, clock: Clock, *, checks: bool) -> Generator[str, None, Told]:
        """Return the answer in a sentence of the model's own, with the evidence that proves it.

        Where none is proven, the short answer stands alone, or the quotes stay.
        """
        short, odds = task.chosen[0].answer, trust(task.asked, task.chosen)
        if not _may_write(task.asked, short):
            return Told(task.quoted)
        proof = tuple(item.evidence for item in task.chosen)
        drafts = yield from self.write(task.question, task.chosen, odds, clock)
        for draft in drafts:
            if not checks or draft.holds(odds):
                said = Statement(draft.text, draft.support or proof)
                return Told([said], Writing(self._generator.name))
        if may_stand_alone(short, task.question, odds, drafts):
            return Told([Statement(as_sentence(short), proof)])
        return Told(task.quoted)

    def write(
        self, question: str, found: Sequence[Found], short_odds: float, clock: Clock
    ) -> Generator[str, None, list[Draft]]:
        """Return drafts over evidence, the last one the first that may be shown, if any is.

        There is a second one only where a short answer is asked for: of several things, the second
        draft tells fewer. Yields "" after each piece: nothing is shown before it is proven, but
        here the model can be stopped.
        """
        drafts: list[Draft] = []
        tried = self._generator.drafts(question, found, _MAX_TOKENS)
        for pieces in islice(tried, 1 if short_odds == NONE else None):
            text = ""
            for piece in clock.first("first_token", pieces):
                text += piece
                yield ""
            if text := capitalised(text.strip()):
                drafts.append(self.looked_at(text, question, found))
                if short_odds != NONE and not drafts[-1].holds(short_odds):
                    drafts[-1:] = self._with_rival(drafts[-1], question, found[0])
                if drafts[-1].holds(short_odds):
                    break
        return drafts

    def _with_rival(self, draft: Draft, question: str, found: Found) -> list[Draft]:
        """Return a draft, and after it the same with another figure where that is better proven."""
        others = [
            self.looked_at(text, question, [replace(found, answer=answer)])
            for text, answer in rivals(draft.text, found, question)
        ]
        best = max([draft, *others], key=lambda one: one.proof)
        return [draft] if best is draft else [draft, best]

    def looked_at(self, text: str, question: str, found: Sequence[Found]) -> Draft:
        """Return a text with what speaks for showing it."""
        evidence = [item.evidence for item in found]
        proof, answers = self._prover.judged(text, question, evidence)
        support = support_of(text, evidence, question)
        return Draft(text, says_answer(text, found), support, proof, answers)


def trust(asked: Asked, found: Sequence[Found]) -> float:
    """Return the log odds of the short answer; `NONE` where not a single one is asked for."""
    return found[0].answer_odds if asked.form is Form.FACT and len(found) == 1 else NONE


def _may_write(asked: Asked, short: str) -> bool:
    """Tell whether one sentence of the model's own can answer.

    What explains, or says what a thing is, has several points: of the `dev` questions for a way,
    59 % are answered by the quote, 36 % by a sentence made of it. What proves a "yes" is quoted.
    Nor is a list written round one item: of ten such answers nine had lost the others.
    """
    quoted = asked.kind in (Kind.WHY, Kind.HOW, Kind.DEFINITION, Kind.YES_NO)
    lacks_items = asked.kind is Kind.LIST and not JOINS_ITEMS.search(short)
    return asked.form is not Form.ALL and not quoted and not lacks_items
