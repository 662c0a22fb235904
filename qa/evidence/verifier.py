"""A verifier: does a text answer this question, or only one like it? Where, and with yes or no?

It reads after the readers have chosen (read and verify, Hu et al., 2019): the large reader with
further low-rank changes of its upper layers, trained by `qa/tuning/verifier.py` on near misses,
which ask for another place, time, part, measure or relation than a text tells, and on statements
that a text proves or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.encoders.trained import load_trained, quickest
from qa.evidence.encoding import encode, pad
from qa.evidence.reader import ReadSentence, read_sentences
from qa.text.windows import Window


@dataclass(frozen=True, slots=True)
class Verdict:
    """Log odds that a text settles a question, or proves a statement; and settles it with "yes".

    With its sentences as the verifier read them.
    """

    settled: float
    yes: float
    sentences: tuple[ReadSentence, ...] = ()


class Verifier:
    """The trained verifier."""

    def __init__(self, base: Path, reader: Path, weights: Path) -> None:
        """Load the large reader's trained layers over the published encoder, then its own.

        Raises `WellspringError` when they do not fit.
        """
        from transformers import AutoTokenizer

        from qa.evidence.verifier_model import VerifierModel

        self._tokenizer = AutoTokenizer.from_pretrained(base)
        self._tokenizer("once")  # takes off what its file says of cutting and padding
        self._model = VerifierModel(base)
        load_trained(self._model, reader)
        load_trained(self._model, weights)
        self._model.train(False)
        self._model.bert.to(quickest())

    def verify(self, question: str, title: str, window: Window) -> Verdict:
        """Judge a window of an article of that title for a question."""
        return self.verify_each([(question, title, window)])[0]

    def verify_each(self, asked: Sequence[tuple[str, str, Window]]) -> list[Verdict]:
        """Judge each window for its own question, or statement: (question, title, window)."""
        import torch

        from qa.evidence.verifier_model import settled

        batch = [
            encode(self._tokenizer, question, title, window.text, window.spans)
            for question, title, window in asked
        ]
        with torch.inference_mode():
            spans, scores, yes = self._model(*pad(batch))
        told = zip(settled(scores).tolist(), yes.tolist(), strict=True)
        return [
            Verdict(*odds, tuple(read_sentences(item, spans[n], scores[n])))
            for n, (item, odds) in enumerate(zip(batch, told, strict=True))
        ]
