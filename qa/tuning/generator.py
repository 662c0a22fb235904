"""Tune a causal language model as the generator: an adapter to answer in a direct sentence.

    wellspring tune generator train/*.jsonl.gz --out adapter

The adapter is low-rank (LoRA), and the answer comes from evidence. Loss: cross-entropy over what
is to be written. Resumes from its checkpoint; runs on CUDA where there is one; the base stays as
it is, in bfloat16.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qa.models.stamps import sha256_of
from qa.tuning.batches import batches_of_like_length
from qa.tuning.checkpoint import Checkpoint, Tick, data_hashes, falling, train
from qa.tuning.data.phrasing import Draft
from qa.tuning.generator_loss import Row, loss_of, make_row, scores
from qa.writing.tuned import WEIGHTS, Base, check_base, read_card

_NEAR = 40  # batches of drafts that are sorted by length together
_LAYERS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


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
    start: Path | None = None  # an adapter to go on from


def tune(
    base: Base,
    data: Sequence[Draft],
    files: Sequence[Path],
    out: Path,
    tuning: GeneratorTuning,
    tick: Tick = lambda *_: None,
    check: Sequence[Draft] = (),
) -> dict[str, Any]:
    """Train an adapter for `base`; write it and its run card, `generator.json`, to `out`.

    `check` are drafts to score it on.
    """
    import torch
    from transformers import AutoTokenizer

    torch.manual_seed(tuning.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if tuning.start:
        check_base(read_card(tuning.start), base, tuning.start)
    tokenizer = AutoTokenizer.from_pretrained(base.folder)
    batches = _batches(tokenizer, data, tuning)
    model = _with_adapter(base.folder, tuning).to(device)
    out.mkdir(parents=True, exist_ok=True)
    settings = {**asdict(tuning), "start": tuning.start and sha256_of(tuning.start / WEIGHTS)}
    work = {"settings": settings, **_about(base, data, files)}
    optimizer, schedule = _optimizer(model, len(batches), tuning)
    parts = {"model": _Adapter(model), "optimizer": optimizer, "schedule": schedule}
    checkpoint = Checkpoint(out / "generator.checkpoint.pt", work, parts)
    losses = [partial(loss_of, model, batch, device) for batch in batches]
    minutes = train(losses, optimizer, schedule, checkpoint, tuning.checkpoint_every, tick)
    tokens = sum(len(row.ids) for batch in batches for row in batch)
    found = scores(model, _batches(tokenizer, check, tuning), device)
    done = {"tokens": tokens, "device": device, "minutes": minutes, "scores": found}
    card = {**work, **done}
    _export(model, out, card)
    checkpoint.remove()
    return card


def _about(base: Base, data: Sequence[Draft], files: Sequence[Path]) -> dict[str, Any]:
    """Say what an adapter is trained for, and on what."""
    hashes = data_hashes(files)
    return {"base": base.name, "base_sha256": base.sha256, "data": hashes, "drafts": len(data)}


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
        """Return the low-rank parts alone: the rest is the base's."""
        return {name: p.detach() for name, p in self._model.named_parameters() if p.requires_grad}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Take up low-rank parts, and leave the base as it is."""
        self._model.load_state_dict(state, strict=False)


def _with_adapter(base: Path, tuning: GeneratorTuning) -> Any:
    import warnings

    import torch
    from peft import LoraConfig, PeftModel, get_peft_model
    from transformers import AutoModelForCausalLM

    # peft 0.21 asks transformers 5.23 for it
    warnings.filterwarnings("ignore", "`is_gradient_checkpointing`", FutureWarning)
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.bfloat16)
    if tuning.start:
        return PeftModel.from_pretrained(model, str(tuning.start), is_trainable=True)
    config = LoraConfig(
        task_type="CAUSAL_LM",
        r=tuning.rank,
        lora_alpha=2 * tuning.rank,
        lora_dropout=tuning.dropout,
        target_modules=_LAYERS,
    )
    return get_peft_model(model, config)


def _batches(tokenizer: Any, data: Sequence[Draft], tuning: GeneratorTuning) -> list[list[Row]]:
    """Return batches of drafts of like length, shuffled."""
    chance = random.Random(tuning.seed)  # noqa: S311
    rows = [make_row(tokenizer, draft) for draft in data]
    return batches_of_like_length(rows, tuning.batch, _NEAR, lambda row: len(row.ids), chance)


def _export(model: Any, out: Path, card: dict[str, Any]) -> None:
    """Write adapter and run card.

    The adapter is in half precision, and names its base without the folder it lay in.
    """
    for parameter in model.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.half()
    model.peft_config["default"].base_model_name_or_path = card["base"]
    model.save_pretrained(out, save_embedding_layers=False)  # "auto" would ask the hub
    (out / "README.md").unlink(missing_ok=True)  # a template to fill in; the run card says it all
    card["adapter_sha256"] = sha256_of(out / WEIGHTS)
    (out / "generator.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
