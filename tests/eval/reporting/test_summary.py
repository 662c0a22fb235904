from dataclasses import replace
from typing import Any

import pytest

from eval.reporting.summary import summarize
from eval.types import Row

Rows = tuple[Row, ...]


def test_every_figure_by_hand(rows: Rows) -> None:
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


def test_a_figure_without_a_question_behind_it_is_left_out(make_row: Any) -> None:
    found = summarize([make_row(1, "unanswerable", "declined")])
    assert "right" not in found
    assert "unsupported" not in found
    assert "mrr" not in found
    assert found["decline_precision"].value == 1.0
    assert found["declined_unanswerable"].n == 1


def test_every_figure_says_of_how_many_questions_it_is(rows: Rows) -> None:
    counts = {name: figure.n for name, figure in summarize(rows).items()}
    assert (counts["right"], counts["declined_unanswerable"]) == (10, 5)
    assert (counts["citation_precision"], counts["decline_precision"]) == (8, 6)
    assert (counts["unsupported"], counts["p95_total_ms"]) == (9, 15)


def test_the_confidence_is_held_to_whether_the_answer_is_right(rows: Rows) -> None:
    found = summarize(rows)
    assert (found["ece"].n, found["aurc"].n) == (9, 9)  # of answers held back nothing is known
    six, one, two = 6 * 0.1, 0.6, 2 * 0.4
    assert found["ece"].value == pytest.approx((six + one + two) / 9)
    risks = [*[0.0] * 6, 1 / 7, 2 / 8, 3 / 9]
    assert found["aurc"].value == pytest.approx(sum(risks) / 9)


def test_answers_held_back_count_where_they_are_known(rows: Rows) -> None:
    known = [replace(row, held_back=row.id == "q-008") for row in rows]
    found = summarize(known)
    assert (found["ece"].n, found["aurc"].n) == (15, 15)
    # 0.9: six right. 0.6: one wrong. 0.4: two wrong, then held back one right, one wrong. 0.1: four
    assert found["ece"].value == pytest.approx((6 * 0.1 + 0.6 + 4 * 0.15 + 4 * 0.1) / 15)
    wrong = [*[0] * 6, 1, 2, 3, 3, 4, 5, 6, 7, 8]
    risks = [count / n for n, count in enumerate(wrong, 1)]
    assert found["aurc"].value == pytest.approx(sum(risks) / 15)


def test_a_run_that_declined_all_by_a_server_has_no_calibration(make_row: Any) -> None:
    found = summarize([make_row(1, "declined"), make_row(2, "unanswerable", "declined")])
    assert not {"ece", "aurc"} & set(found)
    assert found["declined_answerable"].value == 1.0
