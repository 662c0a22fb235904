import json
import sqlite3
from collections.abc import Callable

import pytest

from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import err, out, print_json, progress_bar, run, ticking, wellspring


def raising(error: BaseException) -> Callable[[], None]:
    def command() -> None:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (WellspringError(Problem.NO_ROOM, "Make room."), "Make room.\n"),
        (
            OSError(28, "No space left on device"),
            "[Errno 28] No space left on device. See that the place exists, can be written and "
            "has room, then try again.\n",
        ),
        (
            sqlite3.OperationalError("database is locked"),
            "database is locked. See that the place exists, can be written and has room, then "
            "try again.\n",
        ),
    ],
)
def test_an_expected_error_is_one_sentence_and_code_1(
    error: Exception, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(raising(error))
    assert ended.value.code == 1
    assert capsys.readouterr() == ("", said)


def test_a_command_that_ends_well_has_code_0() -> None:
    with pytest.raises(SystemExit) as ended:
        run(lambda: None)
    assert ended.value.code == 0


def test_a_fault_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        run(raising(ZeroDivisionError("of ours")))


def test_json_keeps_every_letter_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"title": "桥 “é”"})
    shown = capsys.readouterr().out
    assert "桥 “é”" in shown
    assert json.loads(shown) == {"title": "桥 “é”"}


def test_brackets_and_colons_are_printed_as_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    out.print("[1] see [bold]here[/bold] :smile: " + "long " * 60)
    err.print("[red]no[/red]")
    shown = capsys.readouterr()
    assert shown.out == "[1] see [bold]here[/bold] :smile: " + "long " * 60 + "\n"
    assert shown.err == "[red]no[/red]\n"


@pytest.mark.parametrize("of_bytes", [True, False])
def test_progress_is_silent_where_there_is_no_terminal(
    of_bytes: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress_bar(of_bytes=of_bytes) as bar:
        bar.advance(bar.add_task("Reading", total=2))
    assert capsys.readouterr() == ("", "")


def test_the_parts_are_those_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WELLSPRING_PORT", "9000")
    assert wellspring().settings.port == 9000
    monkeypatch.setenv("WELLSPRING_PORT", "high")
    with pytest.raises(WellspringError, match="WELLSPRING_PORT='high'"):
        wellspring()


def test_a_bar_shows_what_is_done_and_how_far() -> None:
    with progress_bar() as bar:
        tick = ticking(bar, "Looking")
        (task,) = bar.tasks
        assert (task.description, task.total) == ("Looking", None)
        tick("Fetching", 3, 7)
    assert (task.description, task.completed, task.total) == ("Fetching", 3, 7)
