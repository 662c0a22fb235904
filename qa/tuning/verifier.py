"""Train the verifier (`qa/evidence/verifier.py`): weights with a run card.

    wellspring tune verifier train/*.jsonl.gz --out verifier

The large reader is its start; only changes of its upper layers, and its heads, are trained.
Resumes from its checkpoint; runs on CUDA where there is one, in bfloat16 either way.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qa.models.finding import find, folders_of
from qa.models.known import MPNET
from qa.models.stamps import sha256_of
from qa.settings import load_settings
from qa.tuning.batches import batches_of_like_length
from qa.tuning.checkpoint import Checkpoint, Tick, data_hashes, train
from qa.tuning.data.examples import Example
from qa.tuning.data.verdicts import Judged
from qa.tuning.optimizer import optimizer_of
from qa.tuning.reader_loss import Target, inputs, make_target, told_loss
from qa.tuning.reader_weights import write_weights

_NEAR = 40  # batches of examples that are sorted by length together


@dataclass(frozen=True, slots=True)
class VerifierTuning:
    """How to train."""

    epochs: int = 1
    learning_rate: float = 3e-4
    head_learning_rate: float = 1e-3
    batch: int = 24
    warmup: float = 0.05
    rank: int = 16
    upper: int = 6  # layers that are changed
    checkpoint_every: int = 100
    seed: int = 0
    start: Path | None = None  # a trained verifier to go on from
    averaged: bool = False  # with what it starts from (model soups, Wortsman et al., 2022)


def tune(
    data: Sequence[Judged],
    files: Sequence[Path],
    out: Path,
    tuning: VerifierTuning,
    tick: Tick = lambda *_: None,
    check: Sequence[Judged] = (),
) -> dict[str, Any]:
    """Train on judged questions; write weights and run card to `out`, scored on `check`.

    They are `verifier.safetensors` and `verifier.json`.
    """
    import torch
    from transformers import AutoTokenizer

    torch.manual_seed(tuning.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    base = find(MPNET, folders_of(load_settings())).folder
    tokenizer, model = AutoTokenizer.from_pretrained(base), _model(base, tuning, device)
    out.mkdir(parents=True, exist_ok=True)
    batches = _batches(data, tuning)
    rates = tuning.learning_rate, tuning.head_learning_rate
    optimizer, rate = optimizer_of(model, len(batches), *rates, tuning.warmup)
    settings = {**asdict(tuning), "start": tuning.start and sha256_of(tuning.start)}
    work = {"settings": settings, "data": data_hashes(files), "questions": len(data)}
    parts = {"model": model, "optimizer": optimizer, "schedule": rate}
    checkpoint = Checkpoint(out / "verifier.checkpoint.pt", work, parts)
    losses = [partial(_loss, model, tokenizer, batch, device) for batch in batches]
    minutes = train(losses, optimizer, rate, checkpoint, tuning.checkpoint_every, tick)
    if tuning.start and tuning.averaged:
        _average(model, tuning.start)
    about = {"base": MPNET.name, "base_sha256": MPNET.sha256, **work}
    card = {**about, "steps": len(batches), "device": device}
    card |= {"minutes": minutes, "scores": scores(model, tokenizer, check, tuning.batch, device)}
    card["weights_sha256"] = write_weights(model, out / "verifier.safetensors")
    (out / "verifier.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    checkpoint.remove()
    return card


def _model(base: Path, tuning: VerifierTuning, device: str) -> Any:
    from safetensors.torch import load_file

    from qa.encoders import lora
    from qa.encoders.trained import load_trained
    from qa.evidence.verifier_model import VerifierModel
    from qa.loading import LARGE_READER_WEIGHTS

    model = VerifierModel(base)
    load_trained(model, LARGE_READER_WEIGHTS)
    model.requires_grad_(False)
    lora.add(model.bert.encoder.layer[-tuning.upper :], tuning.rank)
    for head in (model.span, model.sent, model.null, model.verdict):
        head.requires_grad_(True)
    if tuning.start:
        model.load_state_dict(load_file(tuning.start), strict=False)
    return model.to(device)


def _average(model: Any, start: Path) -> None:
    """Take the mean of what was trained and what that went on from."""
    from safetensors.torch import load_file

    trained = model.state_dict()
    means = {name: (trained[name] + before) / 2 for name, before in load_file(start).items()}
    model.load_state_dict(means, strict=False)


def _batches(data: Sequence[Judged], tuning: VerifierTuning) -> list[list[Judged]]:
    """Return batches of all epochs, of questions of like length."""
    chance = random.Random(tuning.seed)  # noqa: S311
    batches: list[list[Judged]] = []
    for _ in range(tuning.epochs):
        drawn = chance.sample(data, len(data))
        batches += batches_of_like_length(drawn, tuning.batch, _NEAR, _length, chance)
    return batches


def _length(item: Judged) -> int:
    return len(item.question) + len(item.title) + len(item.text)


def _loss(model: Any, tokenizer: Any, chosen: Sequence[Judged], device: str) -> Any:
    """Return the reader's loss, and the cross-entropy of "yes" where that is asked for."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

    items, batch = _targets(tokenizer, chosen)
    if not batch:
        return torch.zeros((), requires_grad=True)
    with torch.autocast(device, torch.bfloat16):
        spans, sentences, yes = model(*inputs(batch, device))
    asked = torch.tensor([item.yes is not None for item in items], device=device)
    said = torch.tensor([float(bool(item.yes)) for item in items], device=device)
    of_yes = (cross_entropy(yes, said, reduction="none") * asked).sum() / asked.sum().clamp(min=1)
    return told_loss(spans, sentences, batch) + of_yes


def _targets(tokenizer: Any, chosen: Sequence[Judged]) -> tuple[list[Judged], list[Target]]:
    """Return the items that are read as far as their proof, with what the heads should say."""
    read = [(item, make_target(tokenizer, _example(item))) for item in chosen]
    known = [(item, target) for item, target in read if target]
    return [item for item, _ in known], [target for _, target in known]


def _example(item: Judged) -> Example:
    """Return a question as a reader learns it: any sentence may settle it that is not known.

    A statement asks for no short answer.
    """
    gold = (item.proof or (0, len(item.text)),) if item.settled else ()
    span = item.proof if item.yes is None and not item.statement else None
    knows_span = not item.statement and (bool(span) or not item.settled)
    return Example(item.question, item.title, item.text, gold, span, knows_span)


def scores(
    model: Any, tokenizer: Any, check: Sequence[Judged], size: int, device: str
) -> dict[str, float]:
    """Return the shares judged right: texts that settle or prove and do not, and "yes" and "no".

    And of what is known: the sentence that settles put first.
    """
    import torch

    from qa.evidence.verifier_model import settled

    right: dict[str, list[bool]] = {}
    with torch.inference_mode(), torch.autocast(device, torch.bfloat16):
        for first in range(0, len(check), size):
            items, batch = _targets(tokenizer, check[first : first + size])
            if not batch:
                continue
            _, sentences, said = model(*inputs(batch, device))
            odds = settled(sentences).tolist(), said.tolist(), sentences[:, 1:].argmax(1).tolist()
            for item, target, telling, yes, best in zip(items, batch, *odds, strict=True):
                right.setdefault(_told(item), []).append((telling > 0) == item.settled)
                if item.yes is not None:
                    told = "yes" if item.yes else "no"
                    right.setdefault(told, []).append((yes > 0) == item.yes)
                if item.proof and not item.statement:
                    right.setdefault("sentence", []).append(best in target.gold)
    return {told: round(sum(hits) / len(hits), 3) for told, hits in right.items()}


def _told(item: Judged) -> str:
    """Return what is judged of an item."""
    if item.statement:
        return "proven" if item.settled else "not_proven"
    return "settled" if item.settled else "not_settled"
