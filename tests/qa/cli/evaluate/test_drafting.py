"""What `eval new` refuses. What it writes: `tests/qa/cli/evaluate/test_own_folder.py`."""

from pathlib import Path

import pytest

from index.types import WellspringError
from qa.cli.evaluate.drafting import draft


def test_a_question_file_that_is_there_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text("mine", "utf-8")
    with pytest.raises(WellspringError) as refused:
        draft(tmp_path, file, 10, cloze_only=True)
    assert refused.value.code == "file_exists"
    assert refused.value.message.endswith("is kept. Name another with --out.")
    assert file.read_text("utf-8") == "mine"
