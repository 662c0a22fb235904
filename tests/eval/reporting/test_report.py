import io
from typing import Any

from rich.console import Console

from eval.measuring.thresholds import best_threshold, outcomes
from eval.reporting.compare import compare, flips
from eval.reporting.report import ablation, comparison, table, threshold_table
from eval.types import Row

Rows = tuple[Row, ...]


def shown(renderable: Any) -> str:
    console = Console(width=200, record=True, file=io.StringIO())
    console.print(renderable)
    return console.export_text()


def line(text: str, start: str) -> list[str]:
    """Return the cells of the line of a table that starts with a word."""
    found = (line for line in text.splitlines() if line.strip("│ ").startswith(start))
    return [cell.strip() for cell in next(found).strip("│").split("│")]


def test_kinds_and_figures_are_shown_with_their_intervals(rows: Rows, make_result: Any) -> None:
    text = shown(table(make_result(*rows)))
    assert "made by hand: 15 questions" in text
    assert line(text, "number") == ["number", "10", "60 %", "20 %", "75 %", "0 %", "260"]
    assert line(text, "near-miss") == ["near-miss", "5", "–", "80 %", "–", "0 %", "260"]
    assert line(text, "not answerable")[1] == "5"
    assert line(text, "right answers")[1] == "60.0 %"
    assert line(text, "calibration error (ECE)")[-1] == "9"
    assert line(text, "MRR")[1:3] == ["1.000", "1.000–1.000"]
    assert line(text, "total: p50 / p95")[1] == "260 / 260 ms"


def test_a_comparison_names_what_changed_and_the_questions_that_flipped(
    rows: Rows, make_row: Any, make_result: Any
) -> None:
    before = make_result(*rows)
    same = shown(comparison(compare(before, before), flips(before, before)))
    assert "flipped" not in same
    assert line(same, "right")[-1] == "same"
    worse = make_result(*(make_row(n, "wrong", answer="No.") for n in range(6)), *rows[6:])
    text = shown(comparison(compare(worse, before), flips(worse, before)))
    assert "6 questions flipped" in text
    assert line(text, "right")[1:3] == ["60.0 %", "0.0 %"]
    assert line(text, "right")[-1] == "worse"
    assert line(text, "total_ms")[1:] == ["260.0 ms", "260.0 ms", "+0.0 (+0.0 to +0.0)", "same"]
    assert line(text, "q-000")[1:] == ["It is 5 m. [1]", "No."]


def test_ways_of_running_stand_in_a_line_each(rows: Rows, make_result: Any) -> None:
    answered = [row for row in rows if row.answerable and row.answered]
    runs = {"all steps": make_result(*rows), "no checks": make_result(*answered)}
    text = shown(ablation(runs))
    assert line(text, "all steps") == [
        *("all steps", "60.0 %", "20.0 %", "80.0 %", "75.0 %", "0.0 %", "260")
    ]
    assert line(text, "no checks")[3] == "–"


def test_the_threshold_for_an_error_is_named_as_the_setting_to_set(rows: Rows) -> None:
    text = shown(threshold_table(outcomes(rows), best_threshold(rows, 0.1), 0.1, 0.5))
    assert "WELLSPRING_MIN_CONFIDENCE=0.900 keeps wrong answers at 0.0 %" in text
    assert "(the setting is 0.5 now)" in text
    assert line(text, "0.50") == ["0.50", "14 %", "60 %", "40 %", "80 %"]
    assert "Allow more with --error" in shown(threshold_table(outcomes(rows), None, 0.0, 0.5))
