"""What the last eval said of being stricter, as it is kept for the settings page."""

from pathlib import Path

import pytest

from qa.measured import MEASURED_FILE, Measured, Strictness, keep, last_measured

OUTCOMES = [Strictness(0.4, 0.8, 0.1), Strictness(0.6, 0.7, 0.05)]
MEASURED = Measured("seeds", 178, "2026-11-26T17:08:20+00:00", OUTCOMES)


def test_it_is_kept_and_read_again(tmp_path: Path) -> None:
    keep(MEASURED, tmp_path)
    assert last_measured(tmp_path) == MEASURED
    assert [path.name for path in tmp_path.iterdir()] == [MEASURED_FILE]


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"outcomes": []}', '{"outcomes": [3]}'])
def test_without_an_eval_or_with_a_damaged_file_there_is_none(tmp_path: Path, written: str) -> None:
    assert last_measured(tmp_path) is None
    (tmp_path / MEASURED_FILE).write_text(written, "utf-8")
    assert last_measured(tmp_path) is None


@pytest.mark.parametrize(("asked", "found"), [(0.4, 0.4), (0.59, 0.4), (0.75, 0.6), (0.1, 0.6)])
def test_a_confidence_between_two_is_that_below(asked: float, found: float) -> None:
    assert MEASURED.at(asked).min_confidence == found
