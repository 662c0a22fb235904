"""Tune a causal language model as the generator: a LoRA adapter that answers from evidence in a direct sentence.

    wellspring tune generator train/*.jsonl.gz --out adapter

Loss: cross-entropy over what is to be written. Resumes from its checkpoint; runs on CUDA where there is one; the base stays as it
is, in bfloat16.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qa.models.stamps import sha256_of
from qa.tuning.checkpoint import Checkpoint, Tick, data_hashes, falling, train
from qa.tuning.data.phrasing import Draft
from qa.writing.tuned import Base


@dataclass(frozen=True, slots=True)
class GeneratorTuning:
    """How to train."""

    learning_rate: float = 1e-3
    rank: int = 16
    dropout: float = 0.05  # of what goes into the adapter
    batch: int = 48
    warmup: float = 0.05
    seed: int = 0
    checkpoint_every: int = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A draft as token ids; what stands before `written` is the prompt."""

    ids: list[int]
    written: int


def tune(
    base: Base,
    data: Sequence[Draft],
    files: Sequence[Path],
    out: Path,
    tuning: GeneratorTuning,
    tick: Tick = lambda *_: None,
    check: Sequence[Draft] = (),
) -> dict[str, Any]:
    """Train an adapter for `base`; write it and its run card, `generator.json`, to `out`. `check` are drafts to score it on."""
    import torch
    from transformers import AutoTokenizer

    torch.manual_seed(tuning.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = AutoTokenizer.from_pretrained(base.folder)
    batches = _batches(tokenizer, data, tuning)
    model = _with_adapter(base.folder, tuning).to(device)
    optimizer, schedule = _optimizer(model, len(batches), tuning)
    out.mkdir(parents=True, exist_ok=True)
    about = {
        "base": base.name,
        "base_sha256": base.sha256,
        "data": data_hashes(files),
        "drafts": len(data),
    }
    work = {"settings": asdict(tuning), **about}
    parts = {"model": _Adapter(model), "optimizer": optimizer, "schedule": schedule}
    checkpoint = Checkpoint(out / "generator.checkpoint.pt", work, parts)
    losses = [partial(_loss, model, batch, device) for batch in batches]
    minutes = train(losses, optimizer, schedule, checkpoint, tuning.checkpoint_every, tick)
    card = {
        **work,
        "tokens": sum(len(row.ids) for batch in batches for row in batch),
        "device": device,
        "minutes": minutes,
        "scores": scores(model, _batches(tokenizer, check, tuning), device),
    }
    _export(model, out, card)
    checkpoint.remove()
    return card


def _optimizer(model: Any, steps: int, tuning: GeneratorTuning) -> tuple[Any, Any]:
    import torch

    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=tuning.learning_rate, weight_decay=0.0)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, falling(tuning.warmup, steps))


class _Adapter:
    """The trained part of a model, as a checkpoint saves it."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def state_dict(self) -> dict[str, Any]:
        return {name: p.detach() for name, p in self._model.named_parameters() if p.requires_grad}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._model.load_state_dict(state, strict=False)


def _with_adapter(base: Path, tuning: GeneratorTuning) -> Any:
    import warnings

    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    warnings.filterwarnings(
        "ignore", "`is_gradient_checkpointing`", FutureWarning
    )  # peft 0.21 asks transformers 5.23 for it

    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.bfloat16)
    config = LoraConfig(
        task_type="CAUSAL_LM",
        r=tuning.rank,
        lora_alpha=2 * tuning.rank,
        lora_dropout=tuning.dropout,
        target_modules=[
            "q_proj",
            "k_proj",
            "v_proj",
            "o_proj",
            "gate_proj",
            "up_proj",
            "down_proj",
        ],
    )
    return get_peft_model(model, config)


def _batches(tokenizer: Any, data: Sequence[Draft], tuning: GeneratorTuning) -> list[list[Row]]:
    """Return batches of drafts of like length, shuffled."""
    chance = random.Random(tuning.seed)  # noqa: S311
    rows = [make_row(tokenizer, draft) for draft in data]
    batches = []
    for first in range(0, len(rows), 40 * tuning.batch):
        near = sorted(rows[first : first + 40 * tuning.batch], key=lambda row: len(row.ids))
        group = [near[i : i + tuning.batch] for i in range(0, len(near), tuning.batch)]
        chance.shuffle(group)
        batches += group
    return batches


def make_row(tokenizer: Any, draft: Draft) -> Row:
    """Tokenize a draft; prompt and target apart, as they are when it is used."""
    prompt = tokenizer(draft.prompt, add_special_tokens=False)["input_ids"]
    target = tokenizer(draft.target, add_special_tokens=False)["input_ids"]
    return Row([*prompt, *target, tokenizer.eos_token_id], len(prompt))


def scores(model: Any, batches: Sequence[Sequence[Row]], device: str) -> dict[str, Any]:
    """Return the loss over drafts that were not trained on."""
    import torch

    model.train(False)
    with torch.inference_mode():
        losses = [(float(_loss(model, batch, device)), len(batch)) for batch in batches]
    count = sum(size for _, size in losses)
    return {"drafts": count} | (
        {"loss": round(sum(loss * size for loss, size in losses) / count, 3)} if count else {}
    )


def _loss(model: Any, batch: Sequence[Row], device: str) -> Any:
    import torch
    from torch.nn.functional import cross_entropy

    longest = (
        -(-max(len(row.ids) for row in batch) // 32) * 32
    )  # few different shapes: memory is used again
    ids = torch.tensor([row.ids + [0] * (longest - len(row.ids)) for row in batch], device=device)
    places = [(n, at) for n, row in enumerate(batch) for at in range(row.written, len(row.ids))]
    causal = model.base_model.model
    with torch.autocast(device, torch.bfloat16):
        hidden = causal.model(
            input_ids=ids
        ).last_hidden_state  # what fills a row up stands behind all that it reads
        chosen = hidden[[n for n, _ in places], [at - 1 for _, at in places]]
        logits = causal.lm_head(
            chosen
        ).float()  # only where something is written: the vocabulary is a fifth of the model
    return cross_entropy(
        logits, torch.tensor([batch[n].ids[at] for n, at in places], device=device)
    )


def _export(model: Any, out: Path, card: dict[str, Any]) -> None:
    """Write adapter and run card; the adapter in half precision, naming its base without the folder it lay in."""
    for parameter in model.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.half()
    model.peft_config["default"].base_model_name_or_path = card["base"]
    model.save_pretrained(out, save_embedding_layers=False)  # "auto" would ask the hub
    (out / "README.md").unlink(missing_ok=True)  # a template to fill in; the run card says it all
    card["adapter_sha256"] = sha256_of(out / "adapter_model.safetensors")
    (out / "generator.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
