"""What proves a draft: does its evidence say what it says, and does it answer the question?"""

import math
from collections.abc import Sequence

from qa.evidence.reader import Reader, ReadSentence, read_at
from qa.evidence.surroundings import surroundings
from qa.evidence.verifier import Verifier
from qa.text.windows import Window, whole
from qa.types import Evidence

# What proves a draft is for the verifier to say, which has learnt more of it, and with half its
# weight for the large reader: over texts kept apart fewer changed figures pass both.
_LARGE_PROOF = 0.5


class Prover:
    """The verifier, and with less weight the large reader: both have learnt to read statements."""

    def __init__(self, large: Reader, verifier: Verifier) -> None:
        self._large = large
        self._verifier = verifier

    def judged(
        self, draft: str, question: str, evidence: Sequence[Evidence]
    ) -> tuple[float, float]:
        """Return the log odds that evidence says what a draft says, and that the draft answers.

        The draft is held against the question by itself. Of evidence, a single sentence is read
        where it stands, several are read together.
        """
        [item, *more] = evidence
        joined = " ".join(
            f"{item.title}: {item.text}" if item.title else item.text for item in evidence
        )
        if more:
            [proof] = self.proven([draft], "", whole(joined))
        else:
            window = surroundings(item)
            [proof] = self.proven([draft], item.title, window, item.at - window.start)
        return proof, self._verifier.verify(question, "", whole(draft)).settled

    def proven(
        self, statements: Sequence[str], title: str, window: Window, at: int | None = None
    ) -> list[float]:
        """Return the log odds that a window says what each of some statements says.

        Only the sentence at a place of it, where one is given.
        """
        verified = self._verifier.verify_each([(said, title, window) for said in statements])
        read = self._large.read_each(
            [(said, title, window.text) for said in statements], [window.spans] * len(statements)
        )
        return [
            (_said(verdict.sentences, at) + _LARGE_PROOF * _said(sentences, at))
            / (1 + _LARGE_PROOF)
            for verdict, sentences in zip(verified, read, strict=True)
        ]


def _said(read: Sequence[ReadSentence], at: int | None) -> float:
    """Return the log odds that the sentence at a place says something, or any where it is None."""
    if at is not None:
        return read_at(read, at).odds
    return math.log(sum(math.exp(sentence.odds) for sentence in read))
