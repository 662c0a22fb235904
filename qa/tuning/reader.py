"""Train the evidence reader (`qa/reader.py`) and write its weights with a run card.

    wellspring tune reader train/*.jsonl.gz --out reader

Loss: cross-entropy over "none" and the sentences of a passage, and over the start and the end of the short
answer. Resumes from its checkpoint; runs on CUDA where there is one, in bfloat16 either way.
"""

import hashlib
import json
import os
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.types import WellspringError
from qa.bundled import MINILM, weight_file
from qa.reader import Encoded, build_model, encode, pad
from qa.tuning.examples import Example, examples, read_records


@dataclass(frozen=True, slots=True)
class ReaderTuning:
    """How to train."""

    epochs: float = 1.0
    learning_rate: float = 2e-4
    head_learning_rate: float = 1e-3
    batch: int = 32
    warmup: float = 0.06
    seed: int = 0
    checkpoint_every: int = 250


@dataclass(frozen=True, slots=True)
class Target:
    """An encoded example with what the heads should say: token numbers of the answer, numbers of the gold sentences."""

    encoded: Encoded
    first: int
    last: int
    gold: tuple[int, ...]
    knows_span: bool


Tick = Callable[[int, int, float], None]  # steps done, steps in all, loss


def tune(files: Sequence[Path], out: Path, tuning: ReaderTuning, tick: Tick = lambda *_: None) -> dict[str, Any]:
    """Train on question records and write `reader.safetensors` and `reader.json` (the run card) to `out`."""
    import torch
    from transformers import AutoTokenizer

    torch.manual_seed(tuning.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    base = weight_file(MINILM).parent
    batches = _batches(AutoTokenizer.from_pretrained(base), read_records(files), tuning)
    model = build_model(base).to(device)
    optimizer, schedule = _optimizer(model, len(batches), tuning)
    out.mkdir(parents=True, exist_ok=True)
    checkpoint = out / "reader.checkpoint.pt"
    work = _work(files, tuning)
    done = _resume(checkpoint, work, model, optimizer, schedule)
    began = time.monotonic()
    for step in range(done, len(batches)):
        loss = _loss(model, batches[step], device)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        tick(step + 1, len(batches), float(loss.detach()))
        if (step + 1) % tuning.checkpoint_every == 0:
            _save_checkpoint(checkpoint, work, model, optimizer, schedule, step + 1)
    card = _export(model, out, files, tuning, len(batches), time.monotonic() - began, device)
    checkpoint.unlink(missing_ok=True)
    return card


def _batches(tokenizer: Any, records: list[dict[str, Any]], tuning: ReaderTuning) -> list[list[Target]]:
    """Return batches of examples of like length, shuffled; every epoch draws its passages anew."""
    chance = random.Random(tuning.seed)  # noqa: S311
    batches: list[list[Target]] = []
    whole, part = int(tuning.epochs), tuning.epochs % 1
    for epoch in range(whole + (part > 0)):
        made = [target for example in examples(records, tuning.seed + epoch) if (target := make_target(tokenizer, example))]
        if epoch == whole:
            made = made[: int(len(made) * part)]
        for first in range(0, len(made), 50 * tuning.batch):
            near = sorted(made[first : first + 50 * tuning.batch], key=lambda target: len(target.encoded.ids))
            group = [near[i : i + tuning.batch] for i in range(0, len(near), tuning.batch)]
            chance.shuffle(group)
            batches += group
    return batches


def make_target(tokenizer: Any, example: Example) -> Target | None:
    """Encode an example; None when its answer lies beyond what the reader reads."""
    encoded = encode(tokenizer, example.question[:400], example.title, example.text)
    gold = tuple(n for n, (a, b) in enumerate(encoded.spans) if any(a < end and b > start for start, end in example.gold))
    first = last = 0
    if example.span:
        inside = [i for i, (a, b) in enumerate(encoded.offsets) if encoded.sentence[i] >= 0 and a < example.span[1] and b > example.span[0]]
        if not inside or encoded.offsets[inside[-1]][1] < example.span[1] - 1:
            return None
        first, last = inside[0], inside[-1]
    if not encoded.spans or (example.gold and not gold):
        return None
    return Target(encoded, first, last, gold, example.knows_span)


def _loss(model: Any, batch: Sequence[Target], device: str) -> Any:
    import torch
    from torch.nn.functional import cross_entropy

    inputs = [tensor.to(device) for tensor in pad([target.encoded for target in batch])]
    with torch.autocast(device, torch.bfloat16):
        spans, scores = model(*inputs)
    known = torch.tensor([target.knows_span for target in batch], device=device)
    ends = [torch.tensor([getattr(target, name) for target in batch], device=device) for name in ("first", "last")]
    span_loss = sum(cross_entropy(spans[..., i], ends[i], reduction="none") for i in (0, 1)) / 2
    gold = torch.zeros_like(scores, dtype=torch.bool)
    for row, target in enumerate(batch):
        gold[row, [n + 1 for n in target.gold] or [0]] = True
    sentence_loss = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~gold, -1e9), 1)
    return (span_loss * known).sum() / known.sum().clamp(min=1) + sentence_loss.mean()


def _optimizer(model: Any, steps: int, tuning: ReaderTuning) -> tuple[Any, Any]:
    import torch

    trained = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    body = [p for name, p in trained if name.startswith("bert.")]
    heads = [p for name, p in trained if not name.startswith("bert.")]
    groups = [{"params": body, "lr": tuning.learning_rate}, {"params": heads, "lr": tuning.head_learning_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rise = max(1.0, tuning.warmup * steps)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / rise) * max(0.02, 1 - step / steps))


def _work(files: Sequence[Path], tuning: ReaderTuning) -> str:
    """Name the data and the settings, so that a checkpoint of other work is not continued."""
    return json.dumps([asdict(tuning), [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]])


def _resume(checkpoint: Path, work: str, model: Any, optimizer: Any, schedule: Any) -> int:
    import torch

    if not checkpoint.is_file():
        return 0
    state = torch.load(checkpoint, weights_only=True)
    if state["work"] != work:
        problem = f"{checkpoint} is of a training with other data or settings."
        raise WellspringError("other_training", f"{problem} Name another folder with --out, or delete it to start anew.")
    for part, name in ((model, "model"), (optimizer, "optimizer"), (schedule, "schedule")):
        part.load_state_dict(state[name])
    return int(state["step"])


def _save_checkpoint(checkpoint: Path, work: str, model: Any, optimizer: Any, schedule: Any, step: int) -> None:
    import torch

    state = {
        "work": work,
        "step": step,
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
    }
    partial = checkpoint.with_suffix(".partial")
    torch.save(state, partial)
    os.replace(partial, checkpoint)


def _export(model: Any, out: Path, files: Sequence[Path], tuning: ReaderTuning, steps: int, seconds: float, device: str) -> dict[str, Any]:
    """Write the trained layers in half precision, without the bundled word embeddings, and the run card."""
    from safetensors.torch import save_file

    trained = {name: p.detach().half().cpu().contiguous() for name, p in model.named_parameters() if p.requires_grad}
    save_file(trained, out / "reader.safetensors")
    card = {
        "base": MINILM.name,
        "base_sha256": MINILM.sha256,
        "weights_sha256": hashlib.sha256((out / "reader.safetensors").read_bytes()).hexdigest(),
        "settings": asdict(tuning),
        "steps": steps,
        "data_sha256": {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files},
        "device": device,
        "minutes": round(seconds / 60, 1),
    }
    (out / "reader.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    return card
