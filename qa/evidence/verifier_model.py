"""The model of the verifier: the large reader, and a head that tells yes from no.

It stands by itself, so that `torch` is imported where a model is needed, and not before.
"""

from pathlib import Path
from typing import Any

import torch
from torch import nn

from qa.evidence.model import ReaderModel


class VerifierModel(ReaderModel):
    """A reader whose `forward` returns log odds of "yes" (B,) beside what a reader's does."""

    def __init__(self, base: Path) -> None:
        """Load the published encoder, and give it fresh heads."""
        super().__init__(base)
        self.verdict = nn.Linear(2 * self.bert.config.hidden_size, 1)

    def forward(self, ids: Any, types: Any, mask: Any, sentence: Any) -> tuple[Any, ...]:
        """Judge a padded batch."""
        hidden = self.hidden(ids, types, mask)
        told = mask[..., None].float()
        mean = (hidden * told).sum(1) / told.sum(1)
        yes = self.verdict(torch.cat([mean, hidden[:, 0]], 1))[:, 0]
        return *self.heads(hidden, sentence), yes


def settled(scores: Any) -> Any:
    """Return the log odds (B,) that any sentence settles the question, of sentence logits."""
    return torch.logsumexp(scores[:, 1:], 1) - scores[:, 0]
