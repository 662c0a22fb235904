"""Choose the confidence below which to decline, from rows that were all answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.types import Row


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a threshold does, in shares from 0 to 1.

    `error` is the share of all answers that are wrong, `right` that of the answerable questions.
    """

    threshold: float
    error: float
    declined_answerable: float
    declined_unanswerable: float
    right: float


def outcomes(rows: Sequence[Row], steps: int = 20) -> list[Outcome]:
    """Return what thresholds from 0 to 1 would do to rows that were asked without one."""
    return [outcome(rows, step / steps) for step in range(steps)]


def outcome(rows: Sequence[Row], threshold: float) -> Outcome:
    """Return what one threshold would do."""
    answerable = [row for row in rows if row.answerable]
    unanswerable = [row for row in rows if not row.answerable]
    answered = [row for row in rows if row.answered and row.confidence >= threshold]
    kept = [row for row in answered if row.answerable]
    return Outcome(
        threshold,
        _share(sum(not row.right for row in answered), len(answered)),
        1 - _share(len(kept), len(answerable)),
        1 - _share(len(answered) - len(kept), len(unanswerable)) if unanswerable else 0.0,
        _share(sum(row.right for row in kept), len(answerable)),
    )


def best_threshold(rows: Sequence[Row], error: float) -> Outcome | None:
    """Return the lowest threshold with at most this share of wrong answers, or None."""
    levels = sorted({0.0, *(row.confidence for row in rows)})
    found = (outcome(rows, level) for level in levels)
    return next((result for result in found if result.error <= error and result.right > 0), None)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
