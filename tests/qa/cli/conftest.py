"""The command in this process, over a data folder that has nothing yet and without models."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from qa.cli.commands import app
from qa.cli.terminal import run


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and its exit code."""

    code: object
    out: str
    err: str


Say = Callable[..., Said]


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Return a function that runs the command; no folder of models is there to be read."""
    monkeypatch.setenv("WELLSPRING_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("WELLSPRING_MODELS", str(tmp_path / "no-models"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    monkeypatch.setenv("COLUMNS", "160")

    def call(*args: str) -> Said:
        with pytest.raises(SystemExit) as ended:
            run(lambda: app(args, prog_name="wellspring"))
        shown = capsys.readouterr()
        assert "Traceback" not in shown.out + shown.err
        return Said(ended.value.code, shown.out, shown.err)

    return call
