"""The model of an evidence reader: an encoder with three small heads.

It stands by itself, so that `torch` is imported where a model is needed, and not before.
"""

from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

_NEVER = -1e4  # a logit


class ReaderModel(nn.Module):
    """The encoder with three heads.

    `forward` returns span logits (B, T, 2) and sentence logits (B, 1 + S), "none" first.
    """

    def __init__(self, base: Path) -> None:
        """Load the published encoder, and give it fresh heads."""
        super().__init__()
        self.bert = AutoModel.from_pretrained(base)
        self.bert.embeddings.requires_grad_(False)
        self.typed = hasattr(self.bert.config, "type_vocab_size")
        size = self.bert.config.hidden_size
        self.span = nn.Linear(size, 2)
        self.sent = nn.Linear(size, 1)
        self.null = nn.Linear(size, 1)

    def forward(self, ids: Any, types: Any, mask: Any, sentence: Any) -> tuple[Any, ...]:
        """Judge a padded batch."""
        return self.heads(self.hidden(ids, types, mask), sentence)

    def heads(self, hidden: Any, sentence: Any) -> tuple[Any, Any]:
        """Return the logits of spans and of sentences, of the hidden states of a batch."""
        allowed = sentence >= 0
        allowed[:, 0] = True  # the first token stands for "no answer here"
        spans = self.span(hidden).masked_fill(~allowed[..., None], _NEVER)
        return spans, self.sentence_scores(hidden, sentence)

    def hidden(self, ids: Any, types: Any, mask: Any) -> Any:
        """Return what the encoder makes of each token, of shape (B, T, size)."""
        # MPNet counts its positions from what is not padding
        ids = ids.masked_fill(mask == 0, self.bert.config.pad_token_id)
        sides = {"token_type_ids": types} if self.typed else {}
        return self.bert(input_ids=ids, attention_mask=mask, **sides).last_hidden_state.float()

    def sentence_scores(self, hidden: Any, sentence: Any) -> Any:
        """Return the logits of the sentences of each item, "none" first, of shape (B, 1 + S)."""
        inside = sentence >= 0
        count = int(sentence.max()) + 1
        member = torch.zeros(len(hidden), max(count, 1), hidden.shape[1], device=hidden.device)
        member.scatter_(1, sentence.clamp(min=0)[:, None, :], inside.float()[:, None, :])
        size = member.sum(-1, keepdim=True)
        means = self.sent(member @ hidden / size.clamp(min=1))[..., 0]
        scores = means.masked_fill(size[..., 0] == 0, _NEVER)
        return torch.cat([self.null(hidden[:, 0]), scores], 1)
