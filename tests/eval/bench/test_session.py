import json
from pathlib import Path

import pytest
import typer

from eval.bench.session import main


def test_a_session_of_changes_and_questions_has_no_fault(tmp_path: Path) -> None:
    with pytest.raises(typer.Exit) as ended:
        main(0.3, 1, tmp_path / "session.json")
    found = json.loads((tmp_path / "session.json").read_text("utf-8"))["session"]
    assert ended.value.exit_code == 0, found
    assert found["add"] >= 3
    assert found["right"] >= 2
    assert not any(name.startswith("fault") for name in found)
