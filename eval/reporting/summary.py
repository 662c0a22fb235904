"""Sum rows up: every figure with its interval."""

from collections.abc import Callable, Sequence

from eval.measuring.calibration import counted, is_right
from eval.measuring.metrics import hit_at, is_own, ndcg, plain, reciprocal_rank
from eval.measuring.statistics import (
    calibration_error,
    estimate,
    estimate_pairs,
    percentile,
    risk_coverage_area,
)
from eval.types import Estimate, Row

STAGES = ("retrieve", "evidence", "first_token", "generate", "total")


def summarize(rows: Sequence[Row]) -> dict[str, Estimate]:
    """Return every figure of a run by name; a figure without any question behind it is left out."""
    answerable = [row for row in rows if row.answerable]
    unanswerable = [row for row in rows if not row.answerable]
    answered = [row for row in rows if row.answered]
    declined = [row for row in rows if not row.answered]
    good = [row for row in answered if row.answerable]
    known = [row for row in answerable if row.gold]
    figures: list[tuple[str, Sequence[Row], Callable[[Row], float]]] = [
        ("right", answerable, lambda row: row.right),
        ("items", answerable, lambda row: row.items),
        ("exact", answerable, lambda row: row.exact),
        ("f1", answerable, lambda row: row.f1),
        ("declined_unanswerable", unanswerable, lambda row: not row.answered),
        ("declined_answerable", answerable, lambda row: not row.answered),
        ("decline_precision", declined, lambda row: not row.answerable),
        ("citation_precision", good, lambda row: row.precise),
        ("citation_recall", good, lambda row: row.cited),
        ("citation_hit", good, lambda row: row.cited > 0),
        ("own_words", good, lambda row: is_own(row.answer, row.quotes)),
        ("unsupported", answered, lambda row: bool(row.unsupported)),
        *((f"hit@{k}", known, lambda row, k=k: hit_at(row.gold_ranks, k)) for k in (1, 3, 5, 10)),
        ("mrr", known, lambda row: reciprocal_rank(row.gold_ranks)),
        ("ndcg@10", known, lambda row: ndcg(row.gold_ranks)),
    ]
    for kind in dict.fromkeys(row.kind for row in answerable):
        of_kind = [row for row in answerable if row.kind == kind]
        figures.append((f"right/{kind}", of_kind, lambda row: row.right))
    summary = {
        name: estimate([float(value(row)) for row in group])
        for name, group, value in figures
        if group
    }
    if good:
        lengths = [float(len(plain(row.answer).split())) for row in good]
        summary["words"] = estimate(lengths, percentile(50))
    return {**summary, **_confidence(rows), **_latency(rows)}


def _confidence(rows: Sequence[Row]) -> dict[str, Estimate]:
    """Judge `confidence` as the probability that an answer is right, and as an order by risk."""
    judged = counted(rows)
    if not judged:
        return {}
    confidence = [row.confidence for row in judged]
    right = [float(is_right(row)) for row in judged]
    return {
        "ece": estimate_pairs(confidence, right, calibration_error),
        "aurc": estimate_pairs(confidence, right, risk_coverage_area),
    }


def _latency(rows: Sequence[Row]) -> dict[str, Estimate]:
    return {
        f"p{q}_{stage}_ms": estimate([float(row.timings_ms[stage]) for row in rows], percentile(q))
        for stage in STAGES
        for q in (50, 95)
    }
