"""How likely it is that the best sentence answers: a logistic regression over signs.

The fitted numbers are data, in `qa/weights/confidence.json`, with what they were fitted with;
`python -m eval.fit --write` makes it. The signs, for and against it: log odds of the best sentence
at first sight, read closely, of the short answer in it, and that it settles the question; by how
much it is ahead of the next one; share of the question's words around it and in it; how many names
and numbers of the question are in none of the hits, not in its article, not in its passage; whether
it tells of other years than the question.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.types import WellspringError

_ODDS = ("looked", "odds", "answer", "settled", "ahead")
_WORDS = ("around", "inside", "unmet", "away", "apart", "dated")
SIGNS = (*_ODDS, *_WORDS, "constant")


@dataclass(frozen=True, slots=True)
class Confidence:
    """The weights of the signs."""

    weights: Mapping[str, float]

    def of(self, features: Mapping[str, float]) -> float:
        """Return the probability that the best sentence answers (0 to 1)."""
        return logistic(sum(self.weights[name] * value for name, value in features.items()))


def read_confidence(file: Path) -> Confidence:
    """Read the fitted numbers.

    Raises `WellspringError` when the file is damaged or of other signs.
    """
    try:
        card: dict[str, Any] = json.loads(file.read_text("utf-8"))
        found = Confidence(card["weights"])
        if set(found.weights) != set(SIGNS):
            raise ValueError("it is of other signs")
    except (OSError, ValueError, KeyError, TypeError) as error:
        told = f"The fitted confidence {file} cannot be used ({error})."
        told += " Restore the file from the repository."
        raise WellspringError(Problem.BAD_READER, told) from error
    return found


def logistic(value: float) -> float:
    """Return the probability of log odds."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, value))))
