import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from index.problems import Problem
from index.types import WellspringError
from qa.cli.doctor.command import Check, checked
from qa.settings import Settings
from qa.wiring import Wellspring
from tests.qa.cli.conftest import Say


def failing(error: Exception) -> Callable[[Wellspring], str]:
    def look(_: Wellspring) -> str:
        raise error

    return look


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (WellspringError(Problem.NO_ROOM, "Make room."), "Make room."),
        (PermissionError(13, "Permission denied"), "[Errno 13] Permission denied. See that"),
        (sqlite3.OperationalError("disk I/O error"), "disk I/O error. See that the place exists"),
    ],
)
def test_an_expected_error_is_a_fault_that_was_found(error: Exception, said: str) -> None:
    check = checked("disk", failing(error), Wellspring(Settings()))
    assert (check.name, check.well) == ("disk", False)
    assert check.said.startswith(said)


def test_what_is_well_says_what_it_saw() -> None:
    look = checked("port", lambda well: f"{well.settings.port} is free", Wellspring(Settings()))
    assert look == Check("port", True, "8000 is free")


def test_a_fault_of_ours_is_not_taken_for_one_of_the_machine() -> None:
    with pytest.raises(ZeroDivisionError):
        checked("disk", failing(ZeroDivisionError()), Wellspring(Settings()))


def test_doctor_goes_on_after_a_fault_and_ends_with_code_1(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "someone/some-embedder")
    monkeypatch.setenv("WELLSPRING_PORT", "0")
    shown = say("doctor")
    assert shown.code == 1
    lines = shown.out.splitlines()
    found = {line.split()[1]: line.split()[0] for line in lines}
    assert list(found) == [
        *("versions", "models", "index", "conversations", "port", "memory", "disk"),
    ]
    assert (found["versions"], found["models"], found["index"]) == ("ok", "FAIL", "FAIL")
    assert (found["conversations"], found["port"]) == ("ok", "ok")
    assert any(f"{tmp_path / 'no-models'} is no folder" in line for line in lines)
