"""`chat`, `doctor`, completion and the exit codes, as a user meets them: a real process."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from qa.wiring import Wellspring

QUESTION = "How many Dolan sheep were contracted for breeding?"


def run(*args: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "wellspring"), *args]
    return subprocess.run(
        command,
        input=typed,
        capture_output=True,
        text=True,
        env={**os.environ, **settings},
        timeout=120,
    )


def test_a_conversation_in_the_terminal_follows_up_and_starts_again(well: Wellspring) -> None:
    further = "By how many families?"
    lines = [QUESTION, further, "", "😀", "/new", further, "/quit", "never asked", ""]
    done = run("chat", typed="\n".join(lines), WELLSPRING_DATA_DIR=str(well.settings.data_dir))
    assert done.returncode == 0
    before, after = done.stdout.split("A new conversation.")
    assert "3583" in before
    assert "407" in before
    assert re.search(r"Read as: By how many families\? \(.*Dolan sheep", before)
    assert before.count("Read as") == 1
    assert re.search(r"seeds/004_\w+\.txt:\d+, characters", before)
    assert "Read as" not in after
    assert "The question has no words" in done.stderr
    assert "never asked" not in done.stdout


def test_doctor_finds_everything_well_and_proves_that_it_is_offline(well: Wellspring) -> None:
    done = run(
        "doctor",
        "--prove-offline",
        WELLSPRING_DATA_DIR=str(well.settings.data_dir),
        WELLSPRING_PORT="0",
    )
    assert done.returncode == 0, done.stdout
    for name in (
        "versions",
        "models",
        "index",
        "conversations",
        "port",
        "memory",
        "disk",
        "offline",
    ):
        assert re.search(rf"^ok +{name} ", done.stdout, re.M)
    assert "with every connection refused (0 were tried)" in done.stdout


def test_doctor_says_what_mends_each_fault(well: Wellspring, tmp_path: Path) -> None:
    (tmp_path / "conversations.sqlite").write_bytes(b"damaged" * 1000)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(
            "doctor", WELLSPRING_DATA_DIR=str(tmp_path), WELLSPRING_PORT=str(taken.getsockname()[1])
        )
    assert done.returncode == 1
    assert "wellspring index FOLDER" in done.stdout
    assert "Move it away" in done.stdout
    assert "Choose another with WELLSPRING_PORT" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_completion_is_offered_for_the_shell() -> None:
    shown = run("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert "_wellspring_completion" in shown.stdout


@pytest.mark.parametrize(
    "command",
    [
        ["ask"],
        ["chat"],
        ["search"],
        ["index"],
        ["serve"],
        ["models"],
        ["doctor"],
        ["mcp"],
        ["eval"],
        ["tune", "reader"],
    ],
)
def test_every_command_has_help_with_an_example(command: list[str]) -> None:
    shown = run(*command, "--help")
    assert shown.returncode == 0
    assert "Example" in shown.stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["tune", "reader", "none.jsonl", "--keep", "0.5"], "--start"),
        (["index", "seeds", "--watch", "--report"], "--report"),
        (["eval", "--gate", "a.json", "--compare", "b.json"], "--compare"),
    ],
)
def test_options_that_exclude_each_other_are_refused(args: list[str], told: str) -> None:
    refused = run(*args)
    assert refused.returncode == 2
    assert told in refused.stderr


def test_the_exit_codes_are_in_the_help() -> None:
    assert "Exit codes: 0 done, 1 failed with a message, 2 wrong usage" in " ".join(
        run("--help").stdout.split()
    )
