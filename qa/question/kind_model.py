"""The model that tells kinds of questions: an encoder with one small head.

It stands by itself, so that `torch` is imported where a model is needed, and not before.
"""

from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from qa.question.kinds import Kind

MAX_TOKENS = 64  # of a question; its beginning and its end tell what it asks for


class KindModel(nn.Module):
    """The encoder with one head; `forward` returns logits (B, kinds), in the order of `Kind`."""

    def __init__(self, base: Path) -> None:
        """Load the published encoder, and give it a fresh head."""
        super().__init__()
        self.bert = AutoModel.from_pretrained(base)
        self.kind = nn.Linear(2 * self.bert.config.hidden_size, len(Kind))

    def forward(self, ids: Any, mask: Any) -> Any:
        """Judge a padded batch of questions."""
        hidden = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        inside = mask[..., None]
        mean = (hidden * inside).sum(1) / inside.sum(1)
        return self.kind(torch.cat([mean, hidden[:, 0]], 1))


def batch_of(tokenizer: Any, questions: list[str]) -> tuple[Any, Any]:
    """Return ids and mask of questions, padded to the longest.

    Of a long question the middle is left out.
    """
    room, half = MAX_TOKENS - 2, MAX_TOKENS // 2 - 1
    rows = []
    for asked in tokenizer(questions, add_special_tokens=False, verbose=False)["input_ids"]:
        told = asked if len(asked) <= room else asked[:half] + asked[-half:]
        rows.append([tokenizer.cls_token_id, *told, tokenizer.sep_token_id])
    longest = max(map(len, rows))
    ids = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return ids, mask
