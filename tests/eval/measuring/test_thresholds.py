from dataclasses import replace
from typing import Any

import pytest

from eval.measuring.thresholds import best_threshold, outcome, outcomes
from eval.types import Row

Rows = tuple[Row, ...]


def test_a_threshold_trades_wrong_answers_for_declines(rows: Rows) -> None:
    low, high = outcome(rows, 0.0), outcome(rows, 0.5)
    assert [low.error, low.declined_answerable, low.declined_unanswerable] == pytest.approx(
        [3 / 9, 0.2, 0.8]
    )
    assert [high.error, high.declined_answerable, high.right] == pytest.approx([1 / 7, 0.4, 0.6])
    best = best_threshold(rows, 0.1)
    assert best is not None
    assert best.threshold == 0.9
    assert best_threshold([row for row in rows if not row.right], 0.1) is None


def test_a_lower_threshold_is_taken_where_it_keeps_the_error(rows: Rows) -> None:
    assert outcome(rows, 0.0).error == pytest.approx(3 / 9)
    best = best_threshold(rows, 0.34)
    assert best is not None
    assert best.threshold == 0.0


def test_what_was_declined_stays_declined_at_every_threshold(rows: Rows) -> None:
    declined = [replace(row, answered=False) for row in rows]
    assert {found.declined_answerable for found in outcomes(declined)} == {1.0}
    assert {found.error for found in outcomes(declined)} == {0.0}


def test_thresholds_go_from_nothing_towards_certainty(rows: Rows) -> None:
    found = outcomes(rows, steps=4)
    assert [each.threshold for each in found] == [0.0, 0.25, 0.5, 0.75]
    declines = [each.declined_answerable for each in found]
    assert declines == sorted(declines)


def test_without_unanswerable_questions_none_of_them_is_declined(make_row: Any) -> None:
    assert outcome([make_row(1)], 0.5).declined_unanswerable == 0.0
    assert outcome([], 0.5).right == 0.0
