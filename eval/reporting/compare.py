"""Compare two runs of the same questions, and gate a change on a baseline."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import fmean

from eval.measuring.statistics import difference, verdict
from eval.reporting.results import questions_hash
from eval.types import Estimate, Result, Row
from index.problems import Problem
from index.types import WellspringError

Value = Callable[[Row], float | None]  # None: the row does not count for this figure


def _of(counts: bool, value: float) -> float | None:
    return float(value) if counts else None


# What a figure is of a row, and whether a higher one is better.
FIGURES: dict[str, tuple[Value, bool]] = {
    "right": (lambda row: _of(row.answerable, row.right), True),
    "declined_unanswerable": (lambda row: _of(not row.answerable, not row.answered), True),
    "declined_answerable": (lambda row: _of(row.answerable, not row.answered), False),
    "citation_precision": (lambda row: _of(row.answerable and row.answered, row.precise), True),
    "citation_recall": (lambda row: _of(row.answerable and row.answered, row.cited), True),
    "unsupported": (lambda row: float(bool(row.unsupported)), False),
    "total_ms": (lambda row: float(row.timings_ms["total"]), False),
}
GATED = ("right", "declined_unanswerable", "citation_precision")


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after, with the interval of the paired difference and its verdict."""

    figure: str
    before: float
    after: float
    difference: Estimate
    verdict: str


def compare(after: Result, before: Result) -> list[Change]:
    """Return how each figure changed; raises `WellspringError` when they asked other questions."""
    pairs = _pairs(after, before)
    changes = []
    for figure, (value, higher_is_better) in FIGURES.items():
        values = [(value(new), value(old)) for new, old in pairs]
        both = [(new, old) for new, old in values if new is not None and old is not None]
        if both:
            new, old = [pair[0] for pair in both], [pair[1] for pair in both]
            change = difference(new, old)
            told = verdict(change, higher_is_better)
            changes.append(Change(figure, fmean(old), fmean(new), change, told))
    return changes


def flips(after: Result, before: Result) -> list[tuple[Row, Row]]:
    """Return the (after, before) rows whose verdict changed: right, or rightly declined."""
    return [(new, old) for new, old in _pairs(after, before) if good(new) != good(old)]


def good(row: Row) -> bool:
    """Tell whether a row is as it should be: right, or declined where the articles do not say."""
    return row.right if row.answerable else not row.answered


def gate(after: Result, before: Result) -> list[str]:
    """Return why a change must not pass.

    It is worse than the baseline by more than the interval, or has an unsupported claim.
    """
    reasons = [
        f"{change.figure} fell from {100 * change.before:.1f} % to {100 * change.after:.1f} %"
        for change in compare(after, before)
        if change.figure in GATED and change.verdict == "worse"
    ]
    return reasons + [
        f"{row.id} states {', '.join(row.unsupported)}, which its quotes lack"
        for row in after.rows
        if row.unsupported
    ]


def _pairs(after: Result, before: Result) -> list[tuple[Row, Row]]:
    if questions_hash(list(after.rows)) != questions_hash(list(before.rows)):
        asked = f"({_asked(before)}) than this run ({_asked(after)})"
        raise WellspringError(
            Problem.OTHER_QUESTIONS,
            f"The baseline asked other questions {asked}. "
            "Compare runs of one set, or make a new baseline with --out.",
        )
    old = {row.id: row for row in before.rows}
    return [(row, old[row.id]) for row in after.rows]


def _asked(result: Result) -> str:
    return f"{result.about.get('set')}, {len(result.rows)}"
