import io
from typing import Any

import pytest
from rich.console import Console

from eval.measuring.judging import with_fault
from eval.measuring.thresholds import best_threshold, outcome, outcomes
from eval.reporting.compare import compare, flips
from eval.reporting.report import ablation, comparison, table, threshold_table
from eval.reporting.summary import summarize


def shown(renderable: Any) -> str:
    console = Console(width=200, record=True, file=io.StringIO())
    console.print(renderable)
    return console.export_text()


@pytest.fixture
def rows(make_row: Any) -> Any:
    return (
        *(make_row(n) for n in range(6)),
        *(make_row(n, "wrong") for n in range(6, 8)),
        *(make_row(n, "declined") for n in range(8, 10)),
        *(make_row(n, "unanswerable", "declined", confidence=0.1) for n in range(10, 14)),
        make_row(14, "unanswerable", confidence=0.6),
    )


def test_every_figure_by_hand(rows: Any) -> None:
    summary = {name: round(figure.value, 3) for name, figure in summarize(rows).items()}
    assert summary["right"] == 0.6
    assert summary["declined_answerable"] == 0.2
    assert summary["declined_unanswerable"] == 0.8
    assert summary["decline_precision"] == round(4 / 6, 3)
    assert summary["citation_precision"] == summary["citation_recall"] == 0.75
    assert summary["unsupported"] == 0.0
    assert summary["hit@1"] == summary["mrr"] == summary["ndcg@10"] == 1.0
    assert summary["right/number"] == 0.6
    assert summary["p50_total_ms"] == 260


@pytest.mark.parametrize(
    ("what", "fields", "fault"),
    [
        ((), {}, ""),
        (("wrong",), {}, "evidence"),
        (("wrong",), {"cited": 1.0}, "generation"),
        (("wrong",), {"gold_ranks": (None,)}, "retrieval"),
        (("wrong",), {"gold_ranks": (7,)}, "retrieval"),
        (("declined",), {}, "wrong decline"),
        (("unanswerable",), {}, "wrong answer"),
        (("unanswerable", "declined"), {}, ""),
    ],
)
def test_what_went_wrong_is_named(
    make_row: Any, what: tuple[str, ...], fields: dict[str, Any], fault: str
) -> None:
    assert with_fault(make_row(1, *what, **fields)).fault == fault


def test_a_threshold_trades_wrong_answers_for_declines(rows: Any) -> None:
    low, high = outcome(rows, 0.0), outcome(rows, 0.5)
    assert [low.error, low.declined_answerable, low.declined_unanswerable] == pytest.approx(
        [3 / 9, 0.2, 0.8]
    )
    assert [high.error, high.declined_answerable, high.right] == pytest.approx([1 / 7, 0.4, 0.6])
    best = best_threshold(rows, 0.1)
    assert best is not None
    assert best.threshold == 0.9
    assert best_threshold([row for row in rows if not row.right], 0.1) is None


def test_tables_show_the_figures(rows: Any, make_result: Any) -> None:
    result = make_result(*rows)
    assert "60.0 %" in shown(table(result))
    assert "same" in shown(comparison(compare(result, result), flips(result, result)))
    assert "no checks" in shown(ablation({"all steps": result, "no checks": result}))
    assert "WELLSPRING_MIN_CONFIDENCE=0.900" in shown(
        threshold_table(outcomes(rows), best_threshold(rows, 0.1), 0.1, 0.5)
    )
    assert "Allow more" in shown(threshold_table(outcomes(rows), None, 0.0, 0.5))
