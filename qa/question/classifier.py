"""Tell of what kind a question is, once, before anything is searched.

The published MiniLM with low-rank changes and one head, trained by `qa/tuning/kinds.py`.
"""

from pathlib import Path

from index.language.english.sayings import ASKS_HELP
from qa.encoders.trained import load_trained, quickest
from qa.question.comparing.sides import asks_to_reckon
from qa.question.kinds import OF_ARTICLES, Kind, asks_of_articles, kind_by_form

# Below this probability a question is taken for one of a fact, whose way has checks of its own.
SURE = 0.6


class KindClassifier:
    """The trained classifier."""

    def __init__(self, base: Path, weights: Path) -> None:
        """Load the trained layers over the published encoder.

        Raises `WellspringError` when they do not fit.
        """
        from transformers import AutoTokenizer

        from qa.question.kind_model import KindModel

        self._tokenizer = AutoTokenizer.from_pretrained(base)
        self._tokenizer("once")  # takes off what its file says of cutting and padding
        self._model = KindModel(base)
        load_trained(self._model, weights)
        self._model.train(False)
        self._model.bert.to(quickest())

    def kind_of(self, question: str) -> Kind:
        """Return the kind of a question, `Kind.FACT` where that is not sure.

        A fact about how far two named sides are apart, or what they add to, is a comparison; what
        is no question about articles for the model may be one by its form.
        """
        if ASKS_HELP.search(question):
            return Kind.SMALL_TALK
        told = self.probabilities(question)
        kind = max(told, key=lambda kind: told[kind])
        kind = kind if told[kind] >= SURE else Kind.FACT
        if kind in OF_ARTICLES and not asks_of_articles(question):
            return Kind.YES_NO
        if kind not in OF_ARTICLES and (formed := kind_by_form(question)):
            return formed
        return Kind.COMPARISON if kind is Kind.FACT and asks_to_reckon(question) else kind

    def probabilities(self, question: str) -> dict[Kind, float]:
        """Return how likely it is that a question is of each kind (0 to 1)."""
        import torch

        from qa.question.kind_model import batch_of

        with torch.inference_mode():
            logits = self._model(*batch_of(self._tokenizer, [question]))[0]
        return dict(zip(Kind, logits.softmax(0).tolist(), strict=True))
