"""Train the classifier of questions (`qa/question/classifier.py`): weights with a run card.

    wellspring tune kinds train/*.jsonl.gz --out kinds

Resumes from its checkpoint; runs on CUDA where there is one.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qa.models.finding import find, folders_of
from qa.models.known import MINILM
from qa.question.kinds import Kind
from qa.settings import load_settings
from qa.tuning.checkpoint import Checkpoint, Tick, data_hashes, falling, train
from qa.tuning.data.kinds import Labelled, as_typed
from qa.tuning.reader_weights import write_weights


@dataclass(frozen=True, slots=True)
class KindTuning:
    """How to train."""

    epochs: int = 6
    learning_rate: float = 1e-3
    batch: int = 32
    warmup: float = 0.05
    rank: int = 16
    smoothing: float = 0.05  # of the labels: some questions are of two kinds
    checkpoint_every: int = 250
    seed: int = 0


def tune(
    data: Sequence[Labelled],
    files: Sequence[Path],
    out: Path,
    tuning: KindTuning,
    tick: Tick = lambda *_: None,
) -> dict[str, Any]:
    """Train on questions of known kinds, of files; write weights and run card to `out`.

    They are `kinds.safetensors` and `kinds.json`.
    """
    import torch
    from transformers import AutoTokenizer

    torch.manual_seed(tuning.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    base = find(MINILM, folders_of(load_settings())).folder
    tokenizer, model = AutoTokenizer.from_pretrained(base), _model(base, tuning.rank, device)
    out.mkdir(parents=True, exist_ok=True)
    batches = _batches(list(data), tuning)
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=tuning.learning_rate, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, falling(tuning.warmup, len(batches)))
    work = {"settings": asdict(tuning), "data": data_hashes(files)}
    parts = {"model": model, "optimizer": optimizer, "schedule": rate}
    checkpoint = Checkpoint(out / "kinds.checkpoint.pt", work, parts)
    losses = [partial(_loss, model, tokenizer, batch, tuning.smoothing) for batch in batches]
    minutes = train(losses, optimizer, rate, checkpoint, tuning.checkpoint_every, tick)
    about = {"base": MINILM.name, "base_sha256": MINILM.sha256, **work}
    card = {**about, "steps": len(batches), "device": device, "minutes": minutes}
    card["weights_sha256"] = write_weights(model, out / "kinds.safetensors")
    (out / "kinds.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    checkpoint.remove()
    return card


def _model(base: Path, rank: int, device: str) -> Any:
    from qa.encoders import lora
    from qa.question.kind_model import KindModel

    model = KindModel(base)
    model.bert.requires_grad_(False)
    lora.add(model.bert.encoder, rank)
    return model.to(device)


def _batches(found: list[Labelled], tuning: KindTuning) -> list[list[Labelled]]:
    """Return batches of all epochs, each drawn and typed anew."""
    chance = random.Random(tuning.seed)  # noqa: S311
    batches = []
    for _ in range(tuning.epochs):
        chance.shuffle(found)
        typed = [(as_typed(question, chance), kind) for question, kind in found]
        batches += [typed[i : i + tuning.batch] for i in range(0, len(typed), tuning.batch)]
    return batches


def _loss(model: Any, tokenizer: Any, batch: list[Labelled], smoothing: float) -> Any:
    """Return the cross-entropy of a batch."""
    import torch
    from torch.nn.functional import cross_entropy

    from qa.question.kind_model import batch_of

    ids, mask = batch_of(tokenizer, [question for question, _ in batch])
    kinds = torch.tensor([list(Kind).index(kind) for _, kind in batch])
    device = model.kind.weight.device
    logits = model(ids.to(device), mask.to(device))
    return cross_entropy(logits, kinds.to(device), label_smoothing=smoothing)
