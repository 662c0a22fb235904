"""Fit how reader and judge are weighed and what makes an answer likely, on `dev` questions.

    python -m eval.fit                          the dev questions of both folders
    python -m eval.fit squad_v2_dev.jsonl.gz    and 300 questions of each public set named

    python -m eval.fit … --write                and put the fitted numbers into `qa/weights/confidence.json`

Prints the values, and what a threshold does to the folders' `dev` questions, where it is chosen, and to their `test` questions.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.metrics import quoted_share
from eval.sets import NAMED, Choice, open_set
from eval.types import Question
from index.ranking.search import Index
from qa.answerer import READ_PASSAGES
from qa.cli.terminal import out, progress_bar, run, wellspring
from qa.evidence.confidence import JUDGED, log_odds
from qa.evidence.selection import MAX_EVIDENCE, ReaderEvidence, rejudged
from qa.models.stamps import sha256_of
from qa.question.followups import standalone_question
from qa.question.forms import what_is_asked
from qa.types import Evidence
from qa.wiring import CONFIDENCE, GENERATOR_ADAPTER, READER_WEIGHTS, Wellspring
from qa.writing.tuned import TunedGenerator

_RIDGE = 0.002
_PUBLIC = 300
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0)


@dataclass(frozen=True, slots=True)
class Seen:
    """A question, of our folders or not, with what reader and judge said of it, and the features of the best sentence by share."""

    folder: bool
    known: bool
    right_first: dict[float, bool]
    among_five: bool
    plain: Mapping[str, float]
    judged: dict[float, Mapping[str, float]]


def main() -> None:
    """Print the fitted values."""
    well = wellspring()
    given = [name for name in sys.argv[1:] if name != "--write"]
    names = [*NAMED, *given]
    seen = {split: [item for name in names for item in _seen(well, name, split)] for split in ("dev", "test")}
    answerable = [item for item in seen["dev"] if item.known]
    right = {share: float(np.mean([item.right_first[share] for item in answerable])) for share in _SHARES}
    for split, items in seen.items():
        out.print(f"gold sentence among {MAX_EVIDENCE} on {split}: {np.mean([item.among_five for item in items if item.known]):.3f}")
    best = max(_SHARES, key=lambda share: (right[share], -share))
    out.print(f"gold sentence first on dev, by the judge's share: {json.dumps(right)}")
    plain = _report("reader only", seen, lambda item: item.plain)
    judged = _report(f"judged, share {best}", seen, lambda item: item.judged[best])
    if "--write" in sys.argv:
        _write(given, {"share": best, "plain": plain, "judged": judged})


def _write(public: Sequence[str], fitted: Mapping[str, object]) -> None:
    """Put fitted numbers beside the weights, with what they were fitted on and with."""
    card = {
        "fitted_by": " ".join(["python -m eval.fit", *public, "--write"]),
        "on": ["dev questions of seeds and almanac", *(f"{_PUBLIC} questions of {Path(name).name}" for name in public)],
        "calibrated_on": "dev questions of seeds and almanac",
        "reader_sha256": sha256_of(READER_WEIGHTS),
        "judge_sha256": sha256_of(GENERATOR_ADAPTER / "adapter_model.safetensors"),
        **fitted,
    }
    CONFIDENCE.write_text(json.dumps(card, indent=1) + "\n", "utf-8")


def _report(title: str, seen: Mapping[str, Sequence[Seen]], features: Callable[[Seen], Mapping[str, float]]) -> dict[str, float]:
    """Fit on all of `dev`, calibrate on its folders, and print what thresholds do to the folders' questions."""
    names = list(features(seen["dev"][0]))
    constant = names.index("constant")
    weights = fit(*_arrays(seen["dev"], features), constant)
    folders = {split: _arrays([item for item in items if item.folder], features) for split, items in seen.items()}
    weights = calibrated(weights, *folders["dev"], constant)
    fitted: dict[str, float] = dict(zip(names, weights.round(3).tolist(), strict=True))
    out.print(f"{title}: {json.dumps(fitted)}")
    for split, (x, y) in folders.items():
        p = 1 / (1 + np.exp(-x @ weights))
        for threshold in np.arange(0.4, 0.9, 0.05):
            known, other = (float((p[y == side] < threshold).mean()) for side in (1, 0))
            out.print(f"{split}  {threshold:.2f}  declined: answerable {known:.3f}, not answerable {other:.3f}")
    return fitted


def fit(x: np.ndarray, y: np.ndarray, constant: int, steps: int = 20_000) -> np.ndarray:
    """Return the weights of a ridge logistic regression; x has shape (n, features), the one numbered `constant` is 1."""
    weights = np.zeros(x.shape[1])
    free = np.ones_like(weights)
    free[constant] = 0
    for _ in range(steps):
        weights += 0.02 * (x.T @ (y - 1 / (1 + np.exp(-x @ weights))) / len(y) - _RIDGE * free * weights)
    return weights


def calibrated(weights: np.ndarray, x: np.ndarray, y: np.ndarray, constant: int) -> np.ndarray:
    """Return the weights scaled and shifted so that the probability is as high as the share of y (Platt, 1999)."""
    scale, shift = fit(np.column_stack([x @ weights, np.ones(len(y))]), y, 1)
    found: np.ndarray = weights * float(scale)
    found[constant] += shift
    return found


def _arrays(items: Sequence[Seen], features: Callable[[Seen], Mapping[str, float]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([list(features(item).values()) for item in items]), np.array([float(item.known) for item in items])


def _seen(well: Wellspring, name: str, split: str) -> list[Seen]:
    public = name not in NAMED
    if public and split == "test":
        return []
    with progress_bar() as bar:
        task = bar.add_task(f"Reading {name} ({split})", total=None)
        chosen = open_set(well, name, None, Choice(limit=_PUBLIC) if public else Choice(split=split), lambda *_: None)
        found = []
        for number, question in enumerate(chosen.questions, 1):
            found += _look(well, chosen.index, question, folder=not public)
            bar.update(task, completed=number, total=len(chosen.questions))
    return found


def _look(well: Wellspring, index: Index, question: Question, *, folder: bool) -> list[Seen]:
    evidence = ReaderEvidence(index, well.reader, well.confidence)
    asked, standalone = what_is_asked(question.question), standalone_question(question.question, question.history)
    hits = index.search(standalone, READ_PASSAGES)
    ranked = evidence.rank(standalone, hits)[:MAX_EVIDENCE]
    if not ranked:
        return []
    stated = well.generator.judge(standalone, ranked) if isinstance(well.generator, TunedGenerator) else [0.5, *[1.0] * len(ranked)]
    best = {share: rejudged(ranked, stated, share)[0] for share in _SHARES}
    extra = {JUDGED: log_odds(1 - stated[0])}
    return [
        Seen(
            folder,
            question.answerable,
            {share: _is_gold(item, question) for share, item in best.items()},
            quoted_share([item.text for item in ranked], [gold.text for gold in question.evidence]) == 1,
            evidence.features(standalone, asked, ranked[0], hits),
            {share: {**evidence.features(standalone, asked, item, hits), **extra} for share, item in best.items()},
        )
    ]


def _is_gold(item: Evidence, question: Question) -> bool:
    return any(quoted_share([item.text], [gold.text]) > 0 for gold in question.evidence)


if __name__ == "__main__":
    run(main)
