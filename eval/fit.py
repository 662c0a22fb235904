"""Fit what makes an answer likely to be right, on `dev` questions.

    python -m eval.fit                          the dev questions of both folders
    python -m eval.fit squad_v2_dev.jsonl.gz    and 300 questions of each public set named

    python -m eval.fit … --write                and put them into `qa/weights/confidence.json`

Right is an answer whose best sentence holds gold evidence; how the confidence is held against the
answers themselves, `eval/measuring/calibration.py` tells. Prints the values, and what a threshold
does to the folders' `dev` questions, where it is chosen, and to their `test` questions.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.measuring.metrics import quoted_share
from eval.questions.sets import NAMED, OF_KINDS, Choice, open_set
from eval.types import Question
from index.ranking.search import Index
from qa.cli.terminal import out, progress_bar, run, wellspring
from qa.evidence.selection import MAX_EVIDENCE, ReaderEvidence, hits_to_read
from qa.loading import CONFIDENCE, LARGE_READER_WEIGHTS, READER_WEIGHTS, VERIFIER_WEIGHTS
from qa.models.stamps import sha256_of
from qa.question.followups import standalone_question
from qa.question.forms import what_is_asked
from qa.types import Found
from qa.wiring import Wellspring

# Of the questions of every kind those that sentences answer.
_READ_FOR = ("near-miss", "yes-no", "why", "how", "definition", "list")
_OURS = (*NAMED, *OF_KINDS)
_RIDGE = 0.002
_PUBLIC = 300


@dataclass(frozen=True, slots=True)
class Seen:
    """A question, of our folders or not, and what the readers made of it.

    `features` are those of the best sentence.
    """

    folder: bool
    known: bool
    right: bool
    among_five: bool
    features: Mapping[str, float]


def main() -> None:
    """Print the fitted values."""
    well = wellspring()
    given = [name for name in sys.argv[1:] if name != "--write"]
    names = [*_OURS, *given]
    seen = {
        split: [item for name in names for item in _seen(well, name, split)]
        for split in ("dev", "test")
    }
    for split, items in seen.items():
        known = [item for item in items if item.known]
        first, among = (
            np.mean([getattr(item, what) for item in known]) for what in ("right", "among_five")
        )
        out.print(f"{split}: gold sentence first {first:.3f}, among {MAX_EVIDENCE} {among:.3f}")
    fitted = _report(seen)
    if "--write" in sys.argv:
        _write(given, fitted)


def _write(public: Sequence[str], weights: Mapping[str, float]) -> None:
    """Put fitted numbers beside the weights, with what they were fitted on and with."""
    ours, names = f"dev questions of {', '.join(_OURS)}", [Path(name).name for name in public]
    card = {
        "fitted_by": " ".join(["python -m eval.fit", *names, "--write"]),
        "on": [ours, *(f"{_PUBLIC} questions of {name}" for name in names)],
        "calibrated_on": ours,
        "reader_sha256": sha256_of(READER_WEIGHTS),
        "large_reader_sha256": sha256_of(LARGE_READER_WEIGHTS),
        "verifier_sha256": sha256_of(VERIFIER_WEIGHTS),
        "weights": weights,
    }
    CONFIDENCE.write_text(json.dumps(card, indent=1) + "\n", "utf-8")


def _report(seen: Mapping[str, Sequence[Seen]]) -> dict[str, float]:
    """Fit on all of `dev`, calibrate on its folders, and print what thresholds do to these."""
    names = list(seen["dev"][0].features)
    constant = names.index("constant")
    weights = fit(*_arrays(seen["dev"]), constant)
    folders = {split: [item for item in items if item.folder] for split, items in seen.items()}
    weights = calibrated(weights, *_arrays(folders["dev"]), constant)
    fitted: dict[str, float] = dict(zip(names, weights.round(3).tolist(), strict=True))
    out.print(json.dumps(fitted))
    for split, items in folders.items():
        x, right = _arrays(items)
        known = np.array([item.known for item in items])
        p = 1 / (1 + np.exp(-x @ weights))
        for threshold in np.arange(0.2, 0.8, 0.05):
            lost, other, wrong = (
                float((p[those] < threshold).mean())
                for those in (right == 1, ~known, known & (right == 0))
            )
            out.print(
                f"{split}  {threshold:.2f}  declined: right {lost:.3f}, "
                f"not answerable {other:.3f}, answerable but wrong {wrong:.3f}"
            )
    return fitted


def fit(x: np.ndarray, y: np.ndarray, constant: int, steps: int = 20_000) -> np.ndarray:
    """Return the weights of a ridge logistic regression.

    x has the shape (n, features); the feature numbered `constant` is 1.
    """
    weights = np.zeros(x.shape[1])
    free = np.ones_like(weights)
    free[constant] = 0
    for _ in range(steps):
        off = y - 1 / (1 + np.exp(-x @ weights))
        weights += 0.02 * (x.T @ off / len(y) - _RIDGE * free * weights)
    return weights


def calibrated(weights: np.ndarray, x: np.ndarray, y: np.ndarray, constant: int) -> np.ndarray:
    """Scale and shift weights so that probabilities are as high as the share of y (Platt, 1999)."""
    scale, shift = fit(np.column_stack([x @ weights, np.ones(len(y))]), y, 1)
    found: np.ndarray = weights * float(scale)
    found[constant] += shift
    return found


def _arrays(items: Sequence[Seen]) -> tuple[np.ndarray, np.ndarray]:
    features = np.array([list(item.features.values()) for item in items])
    return features, np.array([float(item.right) for item in items])


def _seen(well: Wellspring, name: str, split: str) -> list[Seen]:
    public = name not in _OURS
    if public and split == "test":
        return []
    with progress_bar() as bar:
        task = bar.add_task(f"Reading {name} ({split})", total=None)
        choice = Choice(limit=_PUBLIC) if public else Choice(split=split)
        chosen = open_set(well, name, None, choice, lambda *_: None)
        questions = chosen.questions
        if name in OF_KINDS:
            questions = tuple(item for item in questions if item.kind in _READ_FOR)
        found = []
        for number, question in enumerate(questions, 1):
            found += _look(well, chosen.index, question, folder=not public)
            bar.update(task, completed=number, total=len(questions))
    return found


def _look(well: Wellspring, index: Index, question: Question, *, folder: bool) -> list[Seen]:
    asked = what_is_asked(question.question, well.kinds.kind_of(question.question))
    standalone = standalone_question(question.question, question.history)
    hits = hits_to_read(index, standalone)
    ranked = well.readers.rank(standalone, hits)[:MAX_EVIDENCE]
    if not ranked:
        return []
    evidence = ReaderEvidence(index, well.readers, well.confidence)
    _, verdict = well.readers.verified(standalone, ranked[0])
    features = evidence.features(standalone, asked, ranked, hits, verdict)
    gold = [item.text for item in question.evidence]
    among = quoted_share([item.evidence.text for item in ranked], gold) == 1
    right = question.answerable and _is_gold(ranked[0], question)
    return [Seen(folder, question.answerable, right, among, features)]


def _is_gold(item: Found, question: Question) -> bool:
    said = [item.evidence.text]
    return any(quoted_share(said, [gold.text]) > 0 for gold in question.evidence)


if __name__ == "__main__":
    run(main)
