"""Let the generator write an answer, and look at what it wrote before anyone sees it."""

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from qa.checking.rivals import rivals
from qa.checking.support import support_of
from qa.clock import Clock
from qa.evidence.proving import Prover
from qa.question.forms import Asked, Form
from qa.text.words import content_words, numbers
from qa.types import Evidence, Found
from qa.writing.compose import capitalised, says_answer
from qa.writing.generator import Generator as LanguageModel

PROVEN, ANSWERS = 1.0, -0.5  # log odds that a draft needs; chosen in docs/experiments.md
# A draft that holds a short answer as sure as this, and is proven as surely, answers: by itself,
# without what stands around it, a sentence such as "Maigaiti lies at the edge of a desert" seldom
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

    What the question says itself is no answer to it.
    A draft puts it in the place that the question asks about. Where the reader doubts each of them,
    or they need a figure or name that is not known, it may be the figure of another year.
    """
    likely = (
        d.says and d.support and d.proof >= 0 and d.answers >= ANSWERS
        for d in drafts
        if numbers(short) <= numbers(d.text)
    )
    new = content_words(short) - content_words(question)
    return bool(new) and short_odds >= 0 and any(likely)


class Writer:
    """The generator, and what proves what it writes."""

    def __init__(self, generator: LanguageModel, prover: Prover) -> None:
        self._generator = generator
        self._prover = prover

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
