"""Train an evidence reader (`qa/evidence/reader.py`) and write its weights with a run card.

    wellspring tune reader train/*.jsonl.gz --out reader                    the small one, all layers of MiniLM
    wellspring tune reader train/*.jsonl.gz --rank 64 --out large           the large one, low-rank changes of MPNet
    wellspring tune reader mine.jsonl --start qa/weights/reader.safetensors --out reader

Loss: cross-entropy over "none" and the sentences of a passage, and over the start and the end of the short answer. The large one
sees windows instead of passages, and statements beside questions. Resumes from its checkpoint; runs on CUDA where there is one, in
bfloat16 either way.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.types import WellspringError
from qa.evidence import lora
from qa.evidence.reader import Encoded, build_model, encode, load_trained, pad
from qa.models.finding import find, folders_of
from qa.models.known import MINILM, MPNET
from qa.models.stamps import sha256_of
from qa.settings import load_settings
from qa.tuning.attention import quicken
from qa.tuning.checkpoint import Checkpoint, Tick, data_hashes, falling, train
from qa.tuning.data.answers import answered
from qa.tuning.data.examples import Example, Record, examples
from qa.tuning.data.statements import statements
from qa.tuning.data.windows import windowed


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
    rank: int = 0  # of the changes to each layer of MPNet; 0: all of MiniLM is trained
    start: Path | None = None  # trained weights to go on from; None: the published base
    keep: float = 0.0  # share of those weights in the result: an average of both often does better on other texts (WiSE-FT)


@dataclass(frozen=True, slots=True)
class Target:
    """An encoded example with what the heads should say: token numbers of the answer, numbers of the gold sentences."""

    encoded: Encoded
    first: int
    last: int
    gold: tuple[int, ...]
    knows_span: bool


def tune(
    records: Sequence[Record],
    files: Sequence[Path],
    out: Path,
    tuning: ReaderTuning,
    tick: Tick = lambda *_: None,
    check: Sequence[Record] = (),
) -> dict[str, Any]:
    """Train on the question records of files; write `reader.safetensors` and `reader.json` (the run card) to `out`.

    `check` are records to score it on.
    """
    import torch
    from transformers import AutoTokenizer

    torch.manual_seed(tuning.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    published = MPNET if tuning.rank else MINILM
    base = find(published, folders_of(load_settings())).folder
    tokenizer = AutoTokenizer.from_pretrained(base)
    batches = _batches(records, tuning)
    model = _model(base, tuning)
    if device == "cpu" and not tuning.rank:  # MPNet attends in a way of its own
        quicken(model.bert)
    model.to(device)
    optimizer, schedule = _optimizer(model, len(batches), tuning)
    out.mkdir(parents=True, exist_ok=True)
    work = {"settings": _settings(tuning), "data": data_hashes(files)}
    parts = {"model": model, "optimizer": optimizer, "schedule": schedule}
    checkpoint = Checkpoint(out / "reader.checkpoint.pt", work, parts)
    losses = [partial(_loss, model, tokenizer, batch, device) for batch in batches]
    minutes = train(losses, optimizer, schedule, checkpoint, tuning.checkpoint_every, tick)
    card = {
        "base": published.name,
        "base_sha256": published.sha256,
        **work,
        "steps": len(batches),
        "device": device,
        "minutes": minutes,
    }
    if tuning.start and tuning.keep:
        _blend(model, tuning.start, tuning.keep)
    card["scores"] = scores(
        model, tokenizer, _batches(check, ReaderTuning(rank=tuning.rank, seed=tuning.seed)), device
    )
    _export(model, out, card)
    checkpoint.remove()
    return card


def _model(base: Path, tuning: ReaderTuning) -> Any:
    """Return the model to train: its base with what was trained before, and with low-rank parts where only these are."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    model = build_model(base)
    if not tuning.rank:
        if tuning.start:
            load_trained(model, tuning.start)
        return model
    model.bert.requires_grad_(False)
    lora.add(model.bert.encoder, tuning.rank)
    if tuning.start:
        told = f"{tuning.start} is no large reader of rank {tuning.rank}. Give one, with the rank that it was trained with."
        try:
            found = model.load_state_dict(
                {name: tensor.float() for name, tensor in load_file(tuning.start).items()},
                strict=False,
            )
        except (OSError, RuntimeError, SafetensorError) as error:
            raise WellspringError(Problem.BAD_READER, told) from error
        if found.unexpected_keys:
            raise WellspringError(Problem.BAD_READER, told)
    return model


def _examples(records: Sequence[Record], tuning: ReaderTuning, seed: int) -> list[Example]:
    """Return shuffled examples: for the large reader windows of texts, and statements."""
    made = examples(records, seed)
    if tuning.rank:
        chance = random.Random(seed)  # noqa: S311
        made = [part for example in made for part in windowed(example, chance)]
        made += statements([pair for pair in answered(records) if not pair.held_out], seed)
        chance.shuffle(made)
    return made


def _batches(records: Sequence[Record], tuning: ReaderTuning) -> list[list[Example]]:
    """Return batches of examples of like length, shuffled; every epoch draws its passages anew."""
    chance = random.Random(tuning.seed)  # noqa: S311
    batches: list[list[Example]] = []
    whole, part = int(tuning.epochs), tuning.epochs % 1
    for epoch in range(whole + (part > 0)):
        made = _examples(records, tuning, tuning.seed + epoch)
        if epoch == whole:
            made = made[: int(len(made) * part)]
        for first in range(0, len(made), 50 * tuning.batch):
            near = sorted(
                made[first : first + 50 * tuning.batch],
                key=lambda example: len(example.question) + len(example.text),
            )
            group = [near[i : i + tuning.batch] for i in range(0, len(near), tuning.batch)]
            chance.shuffle(group)
            batches += group
    return batches


def make_targets(tokenizer: Any, batch: Sequence[Example]) -> list[Target]:
    """Encode a batch; without the examples whose answer lies beyond what the reader reads."""
    return [target for example in batch if (target := make_target(tokenizer, example))]


def make_target(tokenizer: Any, example: Example) -> Target | None:
    """Encode an example; None when its answer lies beyond what the reader reads."""
    encoded = encode(tokenizer, example.question[:400], example.title, example.text)
    gold = tuple(
        n
        for n, (a, b) in enumerate(encoded.spans)
        if any(a < end and b > start for start, end in example.gold)
    )
    first = last = 0
    if example.span:
        inside = [
            i
            for i, (a, b) in enumerate(encoded.offsets)
            if encoded.sentence[i] >= 0 and a < example.span[1] and b > example.span[0]
        ]
        if not inside or encoded.offsets[inside[-1]][1] < example.span[1] - 1:
            return None
        first, last = inside[0], inside[-1]
    if not encoded.spans or (example.gold and not gold):
        return None
    return Target(encoded, first, last, gold, example.knows_span)


def scores(
    model: Any, tokenizer: Any, batches: Sequence[Sequence[Example]], device: str
) -> dict[str, Any]:
    """Return how often a gold sentence is put first where there is one, and "none" where there is none."""
    import torch

    right: dict[str, list[bool]] = {"sentence_first": [], "none_first": []}
    with torch.inference_mode(), torch.autocast(device, torch.bfloat16):
        for batch in filter(None, (make_targets(tokenizer, batch) for batch in batches)):
            _, said = model(
                *(tensor.to(device) for tensor in pad([target.encoded for target in batch]))
            )
            for target, best in zip(batch, said.argmax(1).tolist(), strict=True):
                right["sentence_first" if target.gold else "none_first"].append(
                    best - 1 in target.gold if target.gold else best == 0
                )
    return {name: round(sum(hits) / len(hits), 3) for name, hits in right.items() if hits} | {
        "examples": sum(map(len, right.values()))
    }


def _loss(model: Any, tokenizer: Any, chosen: Sequence[Example], device: str) -> Any:
    import torch
    from torch.nn.functional import cross_entropy

    batch = make_targets(tokenizer, chosen)
    if not batch:
        return torch.zeros((), requires_grad=True)
    inputs = [tensor.to(device) for tensor in pad([target.encoded for target in batch])]
    with torch.autocast(device, torch.bfloat16):
        spans, scores = model(*inputs)
    known = torch.tensor([target.knows_span for target in batch], device=device)
    ends = [
        torch.tensor([getattr(target, name) for target in batch], device=device)
        for name in ("first", "last")
    ]
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
    groups = [
        {"params": body, "lr": tuning.learning_rate},
        {"params": heads, "lr": tuning.head_learning_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, falling(tuning.warmup, steps))


def _settings(tuning: ReaderTuning) -> dict[str, Any]:
    return {**asdict(tuning), "start": tuning.start and sha256_of(tuning.start)}


def _blend(model: Any, start: Path, keep: float) -> None:
    """Take a share of the weights from those that the training began with (Wortsman et al., 2022)."""
    import torch
    from safetensors.torch import load_file

    before = load_file(start)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name in before:
                parameter.lerp_(before[name].to(parameter), keep)


def _export(model: Any, out: Path, card: dict[str, Any]) -> None:
    """Write the trained layers in half precision, without the bundled word embeddings, and the run card."""
    from safetensors.torch import save_file

    trained = {
        name: p.detach().half().cpu().contiguous()
        for name, p in model.named_parameters()
        if p.requires_grad
    }
    save_file(trained, out / "reader.safetensors")
    card["weights_sha256"] = sha256_of(out / "reader.safetensors")
    (out / "reader.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
