"""What is made of a result. Asking itself: `tests/qa/cli/evaluate/test_own_folder.py`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.types import Result
from index.types import WellspringError
from qa.cli.evaluate.measuring import compare, indexing, remember, with_settings, write
from qa.cli.terminal import progress_bar
from qa.measured import last_measured
from qa.settings import Settings
from qa.wiring import Wellspring
from tests.eval.conftest import GOOD


def result(right: int, wrong: int = 0) -> Result:
    """A run with so many right answers, then so many wrong ones."""
    wrongs = [replace(GOOD, right=False, items=0.0, precise=0.0)] * wrong
    rows = [replace(row, id=f"q-{n:02}") for n, row in enumerate([GOOD] * right + wrongs)]
    return Result({"set": "made by hand"}, {}, tuple(rows))


def test_the_gate_is_shut_for_a_worse_run_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WellspringError) as shut:
        compare(result(0, 8), result(8), gated=True)
    assert shut.value.code == "gate_failed"
    assert shut.value.message.startswith("The gate is shut: ")
    assert "right" in capsys.readouterr().out


def test_the_gate_is_open_for_the_same_run(capsys: pytest.CaptureFixture[str]) -> None:
    compare(result(8), result(8), gated=True)
    assert "same" in capsys.readouterr().out


def test_a_comparison_without_a_gate_only_tells(capsys: pytest.CaptureFixture[str]) -> None:
    compare(result(0, 8), result(8), gated=False)
    assert "worse" in capsys.readouterr().out


def test_runs_of_other_questions_are_not_compared() -> None:
    with pytest.raises(WellspringError, match="other questions"):
        compare(result(8), result(7), gated=False)


def test_a_result_is_written_where_a_file_is_named_for_it(tmp_path: Path) -> None:
    write(result(2), None, None)
    assert list(tmp_path.iterdir()) == []
    write(result(2), tmp_path / "deep" / "result.json", None)
    rows = json.loads((tmp_path / "deep" / "result.json").read_text("utf-8"))["rows"]
    assert [row["id"] for row in rows] == ["q-00", "q-01"]


def test_what_being_stricter_costs_is_remembered_for_the_settings_page(tmp_path: Path) -> None:
    remember(result(3, 1), tmp_path)
    told = last_measured(tmp_path)
    assert told is not None
    assert (told.questions, told.asked) == ("made by hand", 4)
    assert (told.at(0.0).right, told.at(0.0).error) == (0.75, 0.25)
    remember(result(3), tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_other_settings_are_the_same_but_for_some(tmp_path: Path) -> None:
    well = Wellspring(Settings(data_dir=tmp_path, port=9000, min_confidence=0.7))
    changed = with_settings(well, min_confidence=0.0)
    assert (changed.settings.min_confidence, changed.settings.port) == (0.0, 9000)
    assert changed.settings.data_dir == tmp_path
    assert well.settings.min_confidence == 0.7


def test_a_bar_shows_how_far_an_index_is() -> None:
    with progress_bar() as bar:
        tick = indexing(bar)
        tick("Embedding", 3, 7)
        (task,) = bar.tasks
    assert (task.description, task.completed, task.total) == ("Indexing", 3, 7)
