"""Train an evidence reader (`qa/evidence/reader.py`) and write its weights with a run card.

The small one, all layers of MiniLM; the large one, low-rank changes of MPNet; going on:

    wellspring tune reader train/*.jsonl.gz --out reader
    wellspring tune reader train/*.jsonl.gz --rank 64 --out large
    wellspring tune reader mine.jsonl --start qa/weights/reader.safetensors --out reader

The large one sees windows instead of passages, and statements beside questions. Resumes from its
checkpoint; runs on CUDA where there is one, in bfloat16 either way.
"""

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qa.models.finding import find, folders_of
from qa.models.known import MINILM, MPNET
from qa.models.stamps import sha256_of
from qa.settings import load_settings
from qa.tuning.batches import batches_of_like_length
from qa.tuning.checkpoint import Checkpoint, Tick, data_hashes, train
from qa.tuning.data.answers import answered
from qa.tuning.data.examples import Example, examples
from qa.tuning.data.records import Record
from qa.tuning.data.statements import statements
from qa.tuning.data.windows import windowed
from qa.tuning.optimizer import optimizer_of
from qa.tuning.reader_loss import loss_of, scores
from qa.tuning.reader_weights import blend, export, model_to_train

_NEAR = 50  # batches of examples that are sorted by length together


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
    # Share of those weights in the result: an average of both often does better on other texts
    # (WiSE-FT).
    keep: float = 0.0


def tune(
    records: Sequence[Record],
    files: Sequence[Path],
    out: Path,
    tuning: ReaderTuning,
    tick: Tick = lambda *_: None,
    check: Sequence[Record] = (),
) -> dict[str, Any]:
    """Train on the question records of files; write weights and run card to `out`.

    They are `reader.safetensors` and `reader.json`. `check` are records to score it on.
    """
    import torch
    from transformers import AutoTokenizer

    torch.manual_seed(tuning.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    published = MPNET if tuning.rank else MINILM
    base = find(published, folders_of(load_settings())).folder
    tokenizer = AutoTokenizer.from_pretrained(base)
    batches = batches_of(records, tuning)
    model = model_to_train(base, tuning.rank, tuning.start, device)
    out.mkdir(parents=True, exist_ok=True)
    work = {"settings": _settings(tuning), "data": data_hashes(files)}
    rates = tuning.learning_rate, tuning.head_learning_rate
    optimizer, schedule = optimizer_of(model, len(batches), *rates, tuning.warmup)
    parts = {"model": model, "optimizer": optimizer, "schedule": schedule}
    checkpoint = Checkpoint(out / "reader.checkpoint.pt", work, parts)
    losses = [partial(loss_of, model, tokenizer, batch, device) for batch in batches]
    minutes = train(losses, optimizer, schedule, checkpoint, tuning.checkpoint_every, tick)
    if tuning.start and tuning.keep:
        blend(model, tuning.start, tuning.keep)
    checked = batches_of(check, ReaderTuning(rank=tuning.rank, seed=tuning.seed))
    found = scores(model, tokenizer, checked, device)
    about = {"base": published.name, "base_sha256": published.sha256, **work}
    took = {"steps": len(batches), "device": device, "minutes": minutes}
    card = {**about, **took, "scores": found}
    export(model, out, card)
    checkpoint.remove()
    return card


def batches_of(records: Sequence[Record], tuning: ReaderTuning) -> list[list[Example]]:
    """Return batches of examples of like length, shuffled; every epoch draws them anew."""
    chance = random.Random(tuning.seed)  # noqa: S311
    batches: list[list[Example]] = []
    whole, part = int(tuning.epochs), tuning.epochs % 1
    for epoch in range(whole + (part > 0)):
        made = _examples(records, tuning, tuning.seed + epoch)
        if epoch == whole:
            made = made[: int(len(made) * part)]
        batches += batches_of_like_length(made, tuning.batch, _NEAR, _length, chance)
    return batches


def _length(example: Example) -> int:
    return len(example.question) + len(example.text)


def _examples(records: Sequence[Record], tuning: ReaderTuning, seed: int) -> list[Example]:
    """Return shuffled examples: for the large reader windows of texts, and statements."""
    made = examples(records, seed)
    if tuning.rank:
        chance = random.Random(seed)  # noqa: S311
        made = [part for example in made for part in windowed(example, chance)]
        made += statements([pair for pair in answered(records) if not pair.held_out], seed)
        chance.shuffle(made)
    return made


def _settings(tuning: ReaderTuning) -> dict[str, Any]:
    return {**asdict(tuning), "start": tuning.start and sha256_of(tuning.start)}
