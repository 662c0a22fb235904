"""An evidence reader: which sentence of a passage answers a question, where in it, or none.

An encoder (MiniLM or MPNet) reads question and passage together, so that a sentence is judged with
the title and its neighbours in sight. Three small heads read its output: one score a sentence (mean
of its tokens), one for "none of them", and the start and end of the answer. Trained by
`qa/tuning/reader.py`. Word embeddings are the published model's own: stored are only the layers
above them, or low-rank changes of those (`lora`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.sentences import Span
from qa.encoders.trained import load_trained, quickest
from qa.evidence.encoding import Encoded, encode, pad

_LONGEST_SPAN = 25  # tokens of a short answer


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence of a passage as the reader judged it.

    `odds` is the log odds of this sentence against "no sentence of this passage answers". `answer`
    is the likeliest short answer in it, as a range of the passage's text, and `answer_odds` its log
    odds against none.
    """

    start: int
    end: int
    odds: float
    answer: Span
    answer_odds: float


class Reader:
    """The trained reader."""

    def __init__(self, base: Path, weights: Path) -> None:
        """Load the trained layers over the published encoder.

        Raises `WellspringError` when they do not fit.
        """
        from transformers import AutoTokenizer

        from qa.evidence.model import ReaderModel

        self.tokenizer = AutoTokenizer.from_pretrained(base)
        # takes off what its file says of cutting and padding before threads share it
        self.tokenizer("once")
        self._model = ReaderModel(base)
        load_trained(self._model, weights)
        self._model.train(False)
        self._model.bert.to(quickest())

    def read(self, question: str, passages: Sequence[tuple[str, str]]) -> list[list[ReadSentence]]:
        """Judge the sentences of each (title, text) passage for a question."""
        return self.read_each([(question, *passage) for passage in passages])

    def read_each(
        self, asked: Sequence[tuple[str, str, str]], spans: Sequence[Sequence[Span] | None] = ()
    ) -> list[list[ReadSentence]]:
        """Judge the sentences of each passage for its own question: (question, title, text).

        `spans` are the sentences of each, where they are known.
        """
        import torch

        known = [*spans, *[None] * (len(asked) - len(spans))]
        batch = [encode(self.tokenizer, *item, of) for item, of in zip(asked, known, strict=True)]
        if not batch:
            return []
        with torch.inference_mode():
            spans, scores = self._model(*pad(batch))
        return [read_sentences(item, spans[i], scores[i]) for i, item in enumerate(batch)]


def read_sentences(item: Encoded, spans: Any, scores: Any) -> list[ReadSentence]:
    """Return the sentences of an item, of its logits of spans (T, 2) and of sentences (1 + S,)."""
    found = []
    for number, (start, end) in enumerate(item.spans):
        tokens = [i for i, of in enumerate(item.sentence) if of == number]
        if tokens:
            odds = float(scores[number + 1] - scores[0])
            found.append(ReadSentence(start, end, odds, *_best_span(item, spans, tokens)))
    return found


def _best_span(item: Encoded, spans: Any, tokens: list[int]) -> tuple[Span, float]:
    """Return the range of the likeliest answer among the tokens of one sentence.

    With it come its log odds against none.
    """
    first, last = spans[tokens, 0].tolist(), spans[tokens, 1].tolist()
    pairs = (
        (first[i] + last[j], i, j)
        for i in range(len(tokens))
        for j in range(i, min(i + _LONGEST_SPAN, len(tokens)))
    )
    score, i, j = max(pairs)
    none = float(spans[0, 0] + spans[0, 1])
    return (item.offsets[tokens[i]][0], item.offsets[tokens[j]][1]), score - none


def read_at(read: Sequence[ReadSentence], at: int) -> ReadSentence:
    """Return the sentence at a place, or the last one read.

    What lies beyond the reader's length is not read.
    """
    return next((sentence for sentence in read if at < sentence.end), read[-1])
