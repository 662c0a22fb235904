import numpy as np
import pytest

from eval.fit import calibrated, fit


def drawn(weights: list[float], count: int = 4000) -> tuple[np.ndarray, np.ndarray]:
    """Draw features, the last of them 1, and outcomes with the log odds that weights give."""
    chance = np.random.default_rng(3)
    x = np.column_stack([chance.normal(size=(count, len(weights) - 1)), np.ones(count)])
    odds = x @ np.array(weights)
    return x, (chance.random(count) < 1 / (1 + np.exp(-odds))).astype(float)


def probabilities(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-x @ weights)))


def test_the_weights_that_made_the_outcomes_are_found() -> None:
    x, y = drawn([1.5, -0.8, 0.3])
    assert fit(x, y, constant=2, steps=4000) == pytest.approx([1.5, -0.8, 0.3], abs=0.15)


def test_a_feature_that_says_nothing_gets_no_weight_and_the_constant_is_not_held_back() -> None:
    x, y = drawn([0.0, 3.0])
    weights = fit(x, y, constant=1, steps=4000)
    assert abs(weights[0]) < 0.1
    assert probabilities(x, weights).mean() == pytest.approx(y.mean(), abs=0.005)


def test_outcomes_that_one_feature_tells_without_fail_keep_finite_weights() -> None:
    x = np.column_stack([np.linspace(-1, 1, 100), np.ones(100)])
    weights = fit(x, (x[:, 0] > 0).astype(float), constant=1, steps=20_000)
    assert 3 < weights[0] < 100
    assert np.isfinite(weights).all()


def test_calibrating_makes_the_probability_as_high_as_the_share_and_keeps_the_order() -> None:
    x, y = drawn([1.0, 0.5, -1.0])
    off = np.array([4.0, 2.0, 3.0])  # far too sure, and too high
    weights = calibrated(off, x, y, constant=2)
    assert probabilities(x, weights).mean() == pytest.approx(y.mean(), abs=0.01)
    assert weights[:2] == pytest.approx([1.0, 0.5], abs=0.15)
    assert np.array_equal(np.argsort(x @ off), np.argsort(x @ weights))
