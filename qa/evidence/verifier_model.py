"""The model of the verifier: the large reader, and a head that tells yes from no.

It stands by itself, so that `torch` is imported where a model is needed, and not before.
"""

from pathlib import Path
from typing import Any

import torch
from torch import nn

from qa.evidence.model import ReaderModel


class VerifierModel(ReaderModel):
    """A reader whose `forward` returns two log odds of each item, both of shape (B,).

    That its text settles the question, and that it settles it with "yes".
    """

    def __init__(self, base: Path) -> None:
        """Load the published encoder, and give it fresh heads."""
        super().__init__(base)
        self.verdict = nn.Linear(2 * self.bert.config.hidden_size, 1)

    def forward(self, ids: Any, types: Any, mask: Any, sentence: Any) -> tuple[Any, Any]:
        """Judge a padded batch."""
        hidden = self.hidden(ids, types, mask)
        scores = self.sentence_scores(hidden, sentence)
        settled = torch.logsumexp(scores[:, 1:], 1) - scores[:, 0]
        told = mask[..., None].float()
        mean = (hidden * told).sum(1) / told.sum(1)
        return settled, self.verdict(torch.cat([mean, hidden[:, 0]], 1))[:, 0]
