"""Statistics over questions: bootstrap intervals, paired comparison, calibration, risk."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from eval.types import Estimate

RESAMPLES = 2000
_FEWER = 500  # of pairs, whose statistics are slower
_SEED = 20
Values = NDArray[np.float64]
Statistic = Callable[[Values], Values]  # over the last axis


def mean(values: Values) -> Values:
    """Return the mean over the last axis."""
    return np.asarray(values.mean(-1))


def percentile(q: float) -> Statistic:
    """Return the function that takes the `q`-th percentile over the last axis."""
    return lambda values: np.asarray(np.percentile(values, q, axis=-1))


def estimate(values: Sequence[float], statistic: Statistic = mean) -> Estimate:
    """Return a statistic of the values with its percentile bootstrap 95 % interval."""
    array = np.asarray(values, dtype=np.float64)
    resampled = statistic(array[_resamples(len(array))])
    low, high = np.percentile(resampled, [2.5, 97.5])
    return Estimate(float(statistic(array)), float(low), float(high), len(array))


def estimate_pairs(
    first: Sequence[float],
    second: Sequence[float],
    statistic: Callable[[Values, Values], float],
) -> Estimate:
    """Return a statistic of paired values with its bootstrap 95 % interval."""
    a, b = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    resampled = [statistic(a[drawn], b[drawn]) for drawn in _resamples(len(a))[:_FEWER]]
    low, high = np.percentile(resampled, [2.5, 97.5])
    return Estimate(statistic(a, b), float(low), float(high), len(a))


def difference(after: Sequence[float], before: Sequence[float]) -> Estimate:
    """Return the mean paired difference with its bootstrap 95 % interval; 0 inside: the same."""
    new, old = np.asarray(after, dtype=np.float64), np.asarray(before, dtype=np.float64)
    return estimate((new - old).tolist())


def verdict(change: Estimate, higher_is_better: bool = True) -> str:
    """Name a change: better, worse or same (0 lies in the interval)."""
    if change.low <= 0 <= change.high:
        return "same"
    return "better" if (change.value > 0) == higher_is_better else "worse"


def calibration_error(confidence: ArrayLike, correct: ArrayLike, bins: int = 10) -> float:
    """Return the expected calibration error, over equal-width bins.

    It is the mean gap between confidence and share correct.
    """
    p, y = np.asarray(confidence, np.float64), np.asarray(correct, np.float64)
    chosen = np.minimum((p * bins).astype(int), bins - 1)
    groups = [chosen == b for b in range(bins) if (chosen == b).any()]
    return float(sum(abs(p[b].mean() - y[b].mean()) * b.mean() for b in groups))


def risk_coverage(confidence: ArrayLike, correct: ArrayLike) -> list[tuple[float, float]]:
    """Return (coverage, risk) points: the share of wrong answers among the most confident ones."""
    risk = _risks(confidence, correct)
    coverage = np.arange(1, len(risk) + 1) / len(risk)
    return list(zip(coverage.tolist(), risk.tolist(), strict=True))


def risk_coverage_area(confidence: ArrayLike, correct: ArrayLike) -> float:
    """Return the area under the risk-coverage curve: mean risk over all coverages (0 is best)."""
    return float(_risks(confidence, correct).mean())


def _risks(confidence: ArrayLike, correct: ArrayLike) -> Values:
    """Return the share of wrong answers among the first, the first two, ... most confident ones."""
    order = np.argsort(-np.asarray(confidence, np.float64), kind="stable")
    wrong = 1 - np.asarray(correct, np.float64)[order]
    return np.asarray(wrong.cumsum() / np.arange(1, len(wrong) + 1))


def _resamples(count: int) -> NDArray[np.int64]:
    return np.random.default_rng(_SEED).integers(0, count, (RESAMPLES, count))
