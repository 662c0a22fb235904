"""What the generator is taught: drafts as token ids, and how far it is from writing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qa.tuning.data.phrasing import Draft

_ROUNDED = 32  # tokens; few different shapes, so that memory is used again


@dataclass(frozen=True, slots=True)
class Row:
    """A draft as token ids; what stands before `written` is the prompt."""

    ids: list[int]
    written: int


def make_row(tokenizer: Any, draft: Draft) -> Row:
    """Tokenize a draft; prompt and target apart, as they are when it is used."""
    prompt = tokenizer(draft.prompt, add_special_tokens=False)["input_ids"]
    target = tokenizer(draft.target, add_special_tokens=False)["input_ids"]
    return Row([*prompt, *target, tokenizer.eos_token_id], len(prompt))


def loss_of(model: Any, batch: Sequence[Row], device: str) -> Any:
    """Return the cross-entropy over what is to be written."""
    import torch
    from torch.nn.functional import cross_entropy

    longest = -(-max(len(row.ids) for row in batch) // _ROUNDED) * _ROUNDED
    ids = torch.tensor([row.ids + [0] * (longest - len(row.ids)) for row in batch], device=device)
    places = [(n, at) for n, row in enumerate(batch) for at in range(row.written, len(row.ids))]
    causal = model.base_model.model
    with torch.autocast(device, torch.bfloat16):
        # What fills a row up stands behind all that it reads.
        hidden = causal.model(input_ids=ids).last_hidden_state
        # Only where something is written: the vocabulary is a fifth of the model.
        chosen = hidden[[n for n, _ in places], [at - 1 for _, at in places]]
        logits = causal.lm_head(chosen).float()
    wanted = torch.tensor([batch[n].ids[at] for n, at in places], device=device)
    return cross_entropy(logits, wanted)


def scores(model: Any, batches: Sequence[Sequence[Row]], device: str) -> dict[str, Any]:
    """Return the loss over drafts that were not trained on."""
    import torch

    model.train(False)
    with torch.inference_mode():
        losses = [(float(loss_of(model, batch, device)), len(batch)) for batch in batches]
    count = sum(size for _, size in losses)
    if not count:
        return {"drafts": 0}
    return {"drafts": count, "loss": round(sum(loss * size for loss, size in losses) / count, 3)}
