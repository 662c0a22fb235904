import pytest

from eval.measuring.statistics import (
    calibration_error,
    difference,
    estimate,
    estimate_pairs,
    percentile,
    risk_coverage,
    risk_coverage_area,
    verdict,
)


def test_an_interval_holds_the_mean_and_narrows_with_more_questions() -> None:
    few, many = estimate([0.0, 1.0] * 10), estimate([0.0, 1.0] * 500)
    assert few.low < few.value == 0.5 < few.high
    assert few.n == 20
    assert many.high - many.low < (few.high - few.low) / 3
    assert (estimate([1.0] * 9).low, estimate([1.0] * 9).high) == (1.0, 1.0)


def test_the_interval_of_a_proportion_is_the_textbook_one() -> None:
    shares = estimate([1.0] * 300 + [0.0] * 100)
    half_width = 1.96 * (0.75 * 0.25 / 400) ** 0.5
    assert shares.low == pytest.approx(0.75 - half_width, abs=0.006)
    assert shares.high == pytest.approx(0.75 + half_width, abs=0.006)


def test_a_percentile_has_an_interval_too() -> None:
    assert estimate([float(n) for n in range(101)], percentile(95)).value == 95


@pytest.mark.parametrize(
    ("after", "before", "expected"),
    [
        ([1.0] * 30, [0.0] * 30, "better"),
        ([0.0] * 30, [1.0] * 30, "worse"),
        ([1.0, 0.0] * 15, [0.0, 1.0] * 15, "same"),
    ],
)
def test_a_change_is_named_by_its_paired_interval(
    after: list[float], before: list[float], expected: str
) -> None:
    assert verdict(difference(after, before)) == expected
    opposite = {"better": "worse", "worse": "better", "same": "same"}
    assert verdict(difference(after, before), higher_is_better=False) == opposite[expected]


def test_calibration_error_by_hand() -> None:
    assert calibration_error([0.95, 0.95, 0.15, 0.15], [1, 1, 0, 0]) == pytest.approx(0.1)
    assert calibration_error([1.0, 1.0], [1, 0]) == pytest.approx(0.5)


def test_risk_and_coverage_by_hand() -> None:
    points = risk_coverage([0.2, 0.9, 0.5, 0.7], [0, 1, 0, 1])
    assert points == [(0.25, 0.0), (0.5, 0.0), (0.75, pytest.approx(1 / 3)), (1.0, 0.5)]
    assert risk_coverage_area([0.2, 0.9, 0.5, 0.7], [0, 1, 0, 1]) == pytest.approx(
        (1 / 3 + 0.5) / 4
    )


def test_an_interval_is_the_same_each_time_it_is_drawn() -> None:
    values = [0.0, 1.0, 1.0, 0.5, 0.25] * 5
    assert estimate(values) == estimate(values)
    pairs = ([0.9, 0.2, 0.7] * 5, [1.0, 0.0, 0.0] * 5)
    assert estimate_pairs(*pairs, calibration_error) == estimate_pairs(*pairs, calibration_error)


def test_pairs_are_drawn_together() -> None:
    perfect = [0.0, 1.0, 0.0, 1.0, 1.0, 0.0] * 10
    found = estimate_pairs(perfect, perfect, calibration_error)
    assert (found.value, found.low, found.high, found.n) == (0.0, 0.0, 0.0, 60)


def test_answers_of_one_confidence_keep_their_order() -> None:
    assert [risk for _, risk in risk_coverage([0.5, 0.5], [1, 0])] == [0.0, 0.5]
    assert [risk for _, risk in risk_coverage([0.5, 0.5], [0, 1])] == [1.0, 0.5]
