"""Statistics over questions: bootstrap intervals, paired comparison, calibration, risk."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from eval.types import Estimate

RESAMPLES = 2000
_SEED = 20
Statistic = Callable[[NDArray[np.float64]], float]


def mean(values: NDArray[np.float64]) -> float:
    """Return the mean."""
    return float(values.mean())


def percentile(q: float) -> Statistic:
    """Return the function that takes the `q`-th percentile."""
    return lambda values: float(np.percentile(values, q))


def estimate(values: Sequence[float], statistic: Statistic = mean) -> Estimate:
    """Return a statistic of the values with its percentile bootstrap 95 % interval."""
    array = np.asarray(values, dtype=np.float64)
    resampled = [statistic(array[index]) for index in _resamples(len(array))]
    low, high = np.percentile(resampled, [2.5, 97.5])
    return Estimate(statistic(array), float(low), float(high), len(array))


def estimate_pairs(
    first: Sequence[float],
    second: Sequence[float],
    statistic: Callable[[Sequence[float], Sequence[float]], float],
) -> Estimate:
    """Return a statistic of paired values with its bootstrap 95 % interval."""
    a, b = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    drawn = _resamples(len(a))[:500]
    resampled = [statistic(a[index].tolist(), b[index].tolist()) for index in drawn]
    low, high = np.percentile(resampled, [2.5, 97.5])
    return Estimate(statistic(first, second), float(low), float(high), len(a))


def difference(after: Sequence[float], before: Sequence[float]) -> Estimate:
    """Return the mean paired difference with its bootstrap 95 % interval; 0 inside: the same."""
    new, old = np.asarray(after, dtype=np.float64), np.asarray(before, dtype=np.float64)
    return estimate((new - old).tolist())


def verdict(change: Estimate, higher_is_better: bool = True) -> str:
    """Name a change: better, worse or same (0 lies in the interval)."""
    if change.low <= 0 <= change.high:
        return "same"
    return "better" if (change.value > 0) == higher_is_better else "worse"


def calibration_error(
    confidence: Sequence[float], correct: Sequence[float], bins: int = 10
) -> float:
    """Return the expected calibration error, over equal-width bins.

    It is the mean gap between confidence and share correct.
    """
    p, y = np.asarray(confidence), np.asarray(correct)
    chosen = np.minimum((p * bins).astype(int), bins - 1)
    groups = [chosen == b for b in range(bins) if (chosen == b).any()]
    return float(sum(abs(p[b].mean() - y[b].mean()) * b.mean() for b in groups))


def risk_coverage(
    confidence: Sequence[float], correct: Sequence[float]
) -> list[tuple[float, float]]:
    """Return (coverage, risk) points: the share of wrong answers among the most confident ones."""
    order = np.argsort(-np.asarray(confidence), kind="stable")
    wrong = 1 - np.asarray(correct, dtype=np.float64)[order]
    counts = np.arange(1, len(wrong) + 1)
    coverage, risk = counts / len(wrong), wrong.cumsum() / counts
    return list(zip(coverage.tolist(), risk.tolist(), strict=True))


def risk_coverage_area(confidence: Sequence[float], correct: Sequence[float]) -> float:
    """Return the area under the risk-coverage curve: mean risk over all coverages (0 is best)."""
    return float(np.mean([risk for _, risk in risk_coverage(confidence, correct)]))


def _resamples(count: int) -> NDArray[np.int64]:
    return np.random.default_rng(_SEED).integers(0, count, (RESAMPLES, count))
