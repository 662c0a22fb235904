"""Sum results up on the terminal."""

from collections.abc import Mapping, Sequence
from statistics import median

from rich.console import Group, RenderableType
from rich.table import Table

from eval.measuring.thresholds import Outcome
from eval.reporting.compare import Change
from eval.types import Estimate, Result, Row

_SUMMARY = {
    "right": "right answers",
    "declined_answerable": "declined though answerable",
    "declined_unanswerable": "declined, not answerable",
    "decline_precision": "declines that are due",
    "citation_precision": "citation precision",
    "citation_recall": "citation recall",
    "own_words": "answers in words of their own",
    "words": "words of an answer, median",
    "unsupported": "answers with an unsupported number or name",
    "items": "key points found",
    "f1": "token F1",
    "exact": "exact match",
    "hit@1": "every gold sentence in passage 1",
    "hit@5": "every gold sentence in 5 passages",
    "mrr": "MRR",
    "ndcg@10": "nDCG@10",
    "ece": "calibration error (ECE)",
    "aurc": "area under risk-coverage",
}
_NUMBERS = {"ece": 3, "aurc": 3, "mrr": 3, "ndcg@10": 3, "words": 0}  # their decimals
_ABLATED = (
    *("right", "declined_answerable", "declined_unanswerable"),
    *("citation_precision", "unsupported"),
)


def table(result: Result) -> RenderableType:
    """Return the tables of a run: a line a kind, and every figure with its interval."""
    kinds = Table(title=f"{result.about['set']}: {len(result.rows)} questions")
    for heading in ("kind", "asked", "right", "declined", "quote hit", "unsupported", "median ms"):
        kinds.add_column(heading, justify="left" if heading == "kind" else "right")
    for kind in dict.fromkeys(row.kind for row in result.rows):
        kinds.add_row(kind, *_cells([row for row in result.rows if row.kind == kind]))
    kinds.add_section()
    for name, answerable in (("answerable", True), ("not answerable", False)):
        if group := [row for row in result.rows if row.answerable is answerable]:
            kinds.add_row(name, *_cells(group))
    return Group(kinds, _figures(result.summary))


def _cells(group: Sequence[Row]) -> list[str]:
    answered = [row for row in group if row.answered]
    good = [row for row in answered if row.answerable]
    return [
        str(len(group)),
        _share([row.right for row in group if row.answerable]),
        _share([not row.answered for row in group]),
        _share([row.cited > 0 for row in good]),
        _share([bool(row.unsupported) for row in answered]),
        f"{median(row.timings_ms['total'] for row in group):.0f}",
    ]


def _share(values: Sequence[bool]) -> str:
    return f"{100 * sum(values) / len(values):.0f} %" if values else "–"


def _figures(summary: Mapping[str, Estimate]) -> Table:
    figures = Table("figure", "value", "95 % interval", "questions")
    for name, label in _SUMMARY.items():
        if name in summary:
            e = summary[name]
            figures.add_row(
                label,
                _value(name, e.value),
                _interval(name, e),
                str(e.n),
            )
    for stage in ("retrieve", "evidence", "first_token", "generate", "total"):
        p50, p95 = summary[f"p50_{stage}_ms"], summary[f"p95_{stage}_ms"]
        figures.add_row(
            f"{stage}: p50 / p95",
            f"{p50.value:.0f} / {p95.value:.0f} ms",
            f"p50 {p50.low:.0f}–{p50.high:.0f}",
            str(p50.n),
        )
    return figures


def _value(name: str, value: float) -> str:
    if name in _NUMBERS:
        return f"{value:.{_NUMBERS[name]}f}"
    return f"{100 * value:.1f} %"


def _interval(name: str, e: Estimate) -> str:
    return f"{_value(name, e.low)}–{_value(name, e.high)}".replace(" %", "")


def comparison(changes: Sequence[Change], flipped: Sequence[tuple[Row, Row]]) -> RenderableType:
    """Return how each figure changed against a baseline, and which questions flipped."""
    heads = ("figure", "before", "after", "difference (95 %)", "verdict")
    shown = Table(*heads, title="Against the baseline")
    for c in changes:
        unit, scale = ("ms", 1) if c.figure.endswith("_ms") else ("%", 100)
        values = [f"{scale * value:.1f} {unit}" for value in (c.before, c.after)]
        d = c.difference
        differs = f"{scale * d.value:+.1f} ({scale * d.low:+.1f} to {scale * d.high:+.1f})"
        shown.add_row(c.figure, *values, differs, c.verdict)
    rows = Table("question", "before", "after", title=f"{len(flipped)} questions flipped")
    for after, before in flipped:
        rows.add_row(f"{after.id} {after.question}", before.answer, after.answer)
    return Group(shown, rows) if flipped else shown


def ablation(runs: Mapping[str, Result]) -> Table:
    """Return one line for each way of running, so that the first shows what each step adds."""
    shown = Table("steps", *_ABLATED, "median ms", title="With steps left out")
    for flow, result in runs.items():
        found = [result.summary.get(name) for name in _ABLATED]
        cells = [f"{100 * each.value:.1f} %" if each else "–" for each in found]
        shown.add_row(flow, *cells, f"{result.summary['p50_total_ms'].value:.0f}")
    return shown


def threshold_table(
    outcomes: Sequence[Outcome], best: Outcome | None, error: float, current: float
) -> RenderableType:
    """Return what each threshold would cost, and the one for the wanted error."""
    declined = ("declined, answerable", "declined, not answerable")
    shown = Table("threshold", "wrong answers", "right of answerable", *declined)
    for o in outcomes:
        shares = (o.error, o.right, o.declined_answerable, o.declined_unanswerable)
        shown.add_row(f"{o.threshold:.2f}", *(f"{100 * share:.0f} %" for share in shares))
    if best is None:
        advice = (
            f"No threshold keeps wrong answers at {100 * error:.0f} % or less. "
            "Allow more with --error."
        )
    else:
        advice = (
            f"WELLSPRING_MIN_CONFIDENCE={best.threshold:.3f} keeps wrong answers at "
            f"{100 * best.error:.1f} % and declines {100 * best.declined_answerable:.0f} % of the "
            f"answerable questions (the setting is {current:g} now)."
        )
    return Group(shown, advice)
