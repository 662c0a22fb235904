"""Runs above and below the line are told from those on it."""

import pytest

from index.reading.signs.runs import Run, joined


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([("1931", 0), ("2", 1)], "1931 [2]"),
        ([("1931", 0), ("1", 1), (",", 30000), ("2", 1), (" it", 0)], "1931 [1,2] it"),
        ([("H", 0), ("2", -25000), ("O", 0)], "H₂O"),
        ([("10", 0), ("", 0), ("6", 1)], "10^6"),
        ([], ""),
    ],
)
def test_runs_of_one_height_are_read_as_one(runs: list[Run], text: str) -> None:
    assert joined(runs) == text
