"""How likely it is that the best sentence answers: logistic regressions over signs for and against it.

The fitted numbers are data, in `qa/weights/confidence.json`, with what they were fitted with; `python -m eval.fit --write` makes it.
The signs: log odds of the best sentence and of the short answer in it; share of the question's words around it and in it; how many names
and numbers of the question are in none of the hits, not in its article, not in its passage; whether the sentence tells of other
years than the question; where there is a judge, the log odds it gives to any sentence against none.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.types import WellspringError

SIGNS = ("odds", "answer", "around", "inside", "unmet", "away", "apart", "dated", "constant")
JUDGED = "stated"  # the sign that a judge adds


@dataclass(frozen=True, slots=True)
class Confidence:
    """The weights of the signs without and with a judge, and the judge's share in the score of a sentence."""

    plain: Mapping[str, float]
    judged: Mapping[str, float]
    share: float

    def of(self, features: Mapping[str, float]) -> float:
        """Return the probability that the best sentence answers (0 to 1)."""
        weights = self.judged if JUDGED in features else self.plain
        return logistic(sum(weights[name] * value for name, value in features.items()))


def read_confidence(file: Path) -> Confidence:
    """Read the fitted numbers; raises `WellspringError` when the file is damaged or of other signs."""
    try:
        card: dict[str, Any] = json.loads(file.read_text("utf-8"))
        found = Confidence(card["plain"], card["judged"], float(card["share"]))
        if set(found.plain) != set(SIGNS) or set(found.judged) != {*SIGNS, JUDGED}:
            raise ValueError("it is of other signs")
    except (OSError, ValueError, KeyError, TypeError) as error:
        told = f"The fitted confidence {file} cannot be used ({error}). Restore the file from the repository."
        raise WellspringError(Problem.BAD_READER, told) from error
    return found


def log_odds(p: float) -> float:
    """Return the log odds of a probability, at most 9.2 either way."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))


def logistic(value: float) -> float:
    """Return the probability of log odds."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, value))))
