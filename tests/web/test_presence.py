import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qa.settings import Settings
from web.presence import NOTE, noted, present

ADDRESS = "http://127.0.0.1:8000"


def test_a_server_is_noted_while_it_serves_and_no_longer(tmp_path: Path) -> None:
    assert present(tmp_path) is None
    with noted(Settings(data_dir=tmp_path), ADDRESS):
        found = present(tmp_path)
        assert found is not None
        assert (found.address, found.pid) == (ADDRESS, os.getpid())
    assert present(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_was_killed_is_known_to_be_gone(tmp_path: Path) -> None:
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom qa.settings import Settings\n"
        "from web.presence import noted\n"
        f"with noted(Settings(data_dir=Path(sys.argv[1])), {ADDRESS!r}): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], timeout=120)
    assert json.loads((tmp_path / NOTE).read_text("utf-8"))["address"] == ADDRESS
    assert present(tmp_path) is None


def test_a_later_process_with_the_same_number_is_not_the_server(tmp_path: Path) -> None:
    with noted(Settings(data_dir=tmp_path), ADDRESS):
        note = json.loads((tmp_path / NOTE).read_text("utf-8"))
        (tmp_path / NOTE).write_text(json.dumps({**note, "since": note["since"] - 60}), "utf-8")
        assert present(tmp_path) is None


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"address": 1}', '{"pid": -1}', "\x00"])
def test_a_damaged_note_is_none(tmp_path: Path, note: str) -> None:
    (tmp_path / NOTE).write_text(note, "utf-8")
    assert present(tmp_path) is None


def test_a_server_leaves_the_note_of_one_that_began_later(tmp_path: Path) -> None:
    with noted(Settings(data_dir=tmp_path), ADDRESS):
        note = json.loads((tmp_path / NOTE).read_text("utf-8"))
        later = json.dumps({**note, "pid": os.getppid()})
        (tmp_path / NOTE).write_text(later, "utf-8")
    assert (tmp_path / NOTE).read_text("utf-8") == later


def test_where_nothing_can_be_noted_it_serves_all_the_same(tmp_path: Path) -> None:
    with noted(Settings(data_dir=tmp_path / "none"), ADDRESS):
        assert present(tmp_path / "none") is None


@pytest.mark.parametrize(
    ("other", "differing"),
    [
        ({"port": 9000, "threads": 1, "api_keys": "secret"}, []),
        ({"min_confidence": 0.7}, ["min_confidence"]),
        ({"embedder": "a", "generator": "b"}, ["embedder", "generator"]),
    ],
)
def test_settings_that_answers_depend_on_are_compared(
    tmp_path: Path, other: dict[str, object], differing: list[str]
) -> None:
    with noted(Settings(data_dir=tmp_path), ADDRESS):
        found = present(tmp_path)
        assert found is not None
        assert found.differing(Settings.model_validate(other)) == differing


def test_a_folder_with_a_model_is_meant_wherever_the_command_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "adapter").mkdir()
    monkeypatch.chdir(tmp_path)
    with noted(Settings(data_dir=tmp_path, generator="adapter"), ADDRESS):
        found = present(tmp_path)
        assert found is not None
        monkeypatch.chdir("/")
        assert found.differing(Settings(generator=str(tmp_path / "adapter"))) == []
        assert found.differing(Settings(generator="adapter")) == ["generator"]
