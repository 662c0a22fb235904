import re
from dataclasses import replace
from html import unescape

from eval.reporting import plots
from eval.types import Result


def label(svg: str) -> str:
    """Return the text alternative of a plot."""
    found = re.search(r'^<svg viewBox="[^"]+" role="img" aria-label="([^"]*)"', svg)
    assert found is not None
    return unescape(found[1]).replace("\u00a0", " ")


def test_the_plot_of_kinds_says_its_figures(village: Result) -> None:
    assert label(plots.right_by_kind(village)) == (
        "Right answers by kind: <list> 67 % (0 % to 100 %, 3 questions); "
        "number 50 % (0 % to 100 %, 4 questions)"
    )


def test_an_answered_question_without_an_answer_counts_as_risk(village: Result) -> None:
    text = label(plots.risk_and_coverage(village))
    assert text.startswith("Risk and coverage: 8 % answered, 0 % of them wrong;")
    assert text.endswith("67 % answered, 50 % of them wrong; given: 67 %, 50 % of them wrong")
    lucky = replace(village.rows[-1], right=True)
    assert label(plots.risk_and_coverage(Result({}, {}, (lucky,)))) == (
        "Risk and coverage: 100 % answered, 100 % of them wrong; given: 100 %, 100 % of them wrong"
    )


def test_the_curve_goes_on_over_answers_held_back_where_they_are_known(village: Result) -> None:
    rows = tuple(replace(row, held_back=True) for row in village.rows)
    text = label(plots.risk_and_coverage(Result({}, {}, rows)))
    assert "; 100 % answered, 50 % of them wrong; given: 67 %, 50 % of them wrong" in text
    assert plots.risk_and_coverage(Result({}, {}, village.rows[7:9])) == ""


def test_calibration_puts_confidence_into_ten_bins_and_counts_right_answers(
    village: Result,
) -> None:
    rows = tuple(
        replace(village.rows[0], confidence=value, right=value > 0.5)
        for value in (0.0, 0.04, 0.1, 0.97, 1.0)
    )
    assert label(plots.calibration(Result({}, {}, rows))) == (
        "Calibration of the confidence: mean confidence 2 %, right 0 % (2 questions); "
        "mean confidence 10 %, right 0 % (1 questions); "
        "mean confidence 98 %, right 100 % (2 questions)"
    )


def test_calibration_counts_an_answer_to_a_question_without_one_as_wrong(village: Result) -> None:
    assert "mean confidence 55 %, right 0 % (1 questions)" in label(plots.calibration(village))


def test_latency_takes_the_questions_that_have_the_stage(village: Result) -> None:
    assert label(plots.latency(Result({}, {}, village.rows[:2]))) == (
        "Time by stage: retrieve: median 45 ms, 95th percentile 50 ms; "
        "evidence: median 110 ms, 95th percentile 119 ms; "
        "generate: median 5.0 s, 95th percentile 7.7 s; "
        "total: median 5.2 s, 95th percentile 7.9 s"
    )
    assert plots.latency(Result({}, {}, (village.rows[8],))) == ""


def test_retrieval_counts_a_question_when_its_last_gold_sentence_is_found(village: Result) -> None:
    text = label(plots.retrieval(village))
    assert "best 1: 33 %;" in text
    assert "best 4: 78 %; best 5: 78 %; best 6: 78 %; best 7: 89 %;" in text
    assert text.endswith("best 10: 89 % (of 9 questions)")


def test_plots_take_their_colours_and_font_from_the_page(html: str) -> None:
    drawn = "".join(re.findall(r"<svg viewBox.*?</svg>", html, flags=re.S))
    assert set(re.findall(r"(?:fill|stroke): ([^;\"]+)", drawn)) == {
        "currentColor",
        "none",
        "var(--accent)",
        "var(--tint)",
        "var(--line)",
    }
    assert "font-family" not in drawn
    assert "<style" not in drawn
