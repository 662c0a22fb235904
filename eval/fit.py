"""Fit the weights of `qa.evidence.answerability` on the dev questions of both folders: `python -m eval.fit`.

Prints the weights to copy, and what a threshold does on `dev` (where it is chosen) and on `test`.
"""

import json

import numpy as np

from eval.sets import NAMED, Choice, open_set
from eval.types import Question
from index.search import Index
from qa.answerer import READ_PASSAGES
from qa.evidence import WEIGHTS, ReaderEvidence
from qa.followups import standalone_question
from qa.terminal import out, wellspring

_RIDGE = 0.002


def main() -> None:
    """Print the fitted weights."""
    features = {split: _features(split) for split in ("dev", "test")}
    x, y = features["dev"]
    weights = fit(x, y)
    out.print(json.dumps(dict(zip(WEIGHTS, weights.round(3).tolist(), strict=True))))
    for split, (x, y) in features.items():
        p = 1 / (1 + np.exp(-x @ weights))
        for threshold in np.arange(0.3, 0.9, 0.05):
            answerable, other = (float((p[y == side] < threshold).mean()) for side in (1, 0))
            out.print(f"{split}  {threshold:.2f}  declined: answerable {answerable:.3f}, not answerable {other:.3f}")


def fit(x: np.ndarray, y: np.ndarray, steps: int = 20_000) -> np.ndarray:
    """Return the weights of a ridge logistic regression; x has shape (n, features), its last column is 1."""
    weights = np.zeros(x.shape[1])
    free = np.ones_like(weights)
    free[-1] = 0
    for _ in range(steps):
        weights += 0.02 * (x.T @ (y - 1 / (1 + np.exp(-x @ weights))) / len(y) - _RIDGE * free * weights)
    return weights


def _features(split: str) -> tuple[np.ndarray, np.ndarray]:
    well = wellspring()
    rows, known = [], []
    for name in NAMED:
        chosen = open_set(well, name, None, Choice(split=split), lambda *_: None)
        evidence = ReaderEvidence(chosen.index, well.reader)
        for question in chosen.questions:
            rows.append(_row(question, evidence, chosen.index))
            known.append(float(question.answerable))
    return np.array(rows), np.array(known)


def _row(question: Question, evidence: ReaderEvidence, index: Index) -> list[float]:
    standalone = standalone_question(question.question, question.history)
    hits = index.search(standalone, READ_PASSAGES)
    return list(evidence.features(standalone, evidence.rank(standalone, hits)[0], hits).values())


if __name__ == "__main__":
    main()
