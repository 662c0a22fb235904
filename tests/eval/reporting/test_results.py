"""Results as files; with `types`, which they are read into."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.reporting import results
from eval.types import Row
from index.types import WellspringError
from qa.settings import Settings

Rows = tuple[Row, ...]


def test_a_result_is_read_back_as_it_was_written(
    rows: Rows, make_result: Any, tmp_path: Path
) -> None:
    before = make_result(*rows)
    results.save(before, tmp_path / "a" / "result.json")
    assert results.load(tmp_path / "a" / "result.json") == before


@pytest.mark.parametrize(
    "content", ["", "{", "{}", '{"about": {}, "summary": {}, "rows": [{"id": 1}]}']
)
def test_a_file_that_is_no_result_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "r.json").write_text(content)
    with pytest.raises(WellspringError, match=r"r\.json is no eval result"):
        results.load(tmp_path / "r.json")


def test_a_result_of_before_answers_were_held_back_is_read(
    rows: Rows, make_result: Any, tmp_path: Path
) -> None:
    results.save(make_result(*rows), tmp_path / "r.json")
    told = json.loads((tmp_path / "r.json").read_text("utf-8"))
    for row in told["rows"]:
        del row["held_back"]
    (tmp_path / "r.json").write_text(json.dumps(told), "utf-8")
    assert results.load(tmp_path / "r.json").rows == rows


def test_the_committed_baselines_are_read() -> None:
    folder = Path(__file__).parents[3] / "eval" / "baselines"
    for name in ("seeds", "almanac", "seeds-kinds", "almanac-kinds"):
        found = results.load(folder / f"{name}.json")
        assert found.rows
        assert found.about["set"] == name.removesuffix("-kinds")


def test_a_result_has_one_row_a_line(rows: Rows, make_result: Any, tmp_path: Path) -> None:
    results.save(make_result(*rows), tmp_path / "r.json")
    lines = (tmp_path / "r.json").read_text("utf-8").splitlines()
    assert sum(line.startswith('{"id": "q-') for line in lines) == len(rows)


def test_questions_are_the_same_whatever_came_of_them_and_in_whatever_order(rows: Rows) -> None:
    answered = [replace(row, answer="Another.", right=False) for row in reversed(rows)]
    assert results.questions_hash(answered) == results.questions_hash(list(rows))
    for changes in ({"question": "Why?"}, {"answers": (("6 m",),)}, {"gold": ("Another.",)}):
        other = [replace(rows[0], **changes), *rows[1:]]
        assert results.questions_hash(other) != results.questions_hash(list(rows))


def test_a_run_says_with_what_it_was_made_and_tells_no_key(rows: Rows) -> None:
    settings = Settings(api_keys="secret", min_confidence=0.3)
    models = {"generator": "tiny"}
    told = results.about("seeds", list(rows), models, settings, {"a": "1"}, flow="all steps")
    assert (told["set"], told["questions"], told["models"]) == ("seeds", 15, models)
    assert (told["data_sha256"], told["flow"]) == ({"a": "1"}, "all steps")
    assert {"date", "commit", "machine", "libraries", "questions_sha256"} <= set(told)
    used = told["settings"]
    assert isinstance(used, dict)
    assert used["min_confidence"] == "0.3"
    assert "secret" not in json.dumps(told)
    assert results.about("seeds", list(rows), models, None, {})["settings"] == {}
