"""The `wellspring` command where it refuses, tells and helps; no model is loaded for that."""

from importlib.metadata import version
from pathlib import Path

import pytest

from tests.qa.cli.conftest import Said, Say

COMMANDS = ("index", "ask", "chat", "search", "serve", "mcp", "doctor", "tune", "eval", "models")


def test_help_names_every_command_and_the_exit_codes(say: Say) -> None:
    shown = say("--help")
    assert shown.code == 0
    listed = [line.split()[0] for line in shown.out.splitlines() if line.startswith("  ")]
    assert set(COMMANDS) <= set(listed)
    assert "Exit codes: 0 done, 1 failed with a message, 2 wrong usage" in " ".join(
        shown.out.split()
    )


def test_the_version_is_that_of_the_package(say: Say) -> None:
    assert say("--version") == Said(0, f"wellspring {version('wellspring-qa')}\n", "")


def test_index_status_is_a_command_of_its_own(say: Say) -> None:
    assert "Usage: wellspring index status" in say("index", "status", "-h").out
    refused = say("index", "status", "--rebuild")
    assert (refused.code, refused.out) == (2, "")
    assert "No such option: --rebuild" in refused.err


def test_a_folder_of_that_name_is_indexed_by_its_path(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "someone/some-embedder")  # which nobody loads
    assert "There is no folder 'status'" in say("index", "./status").err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_sentence_of_help(say: Say, command: str) -> None:
    shown = say(command, "--help")
    assert shown.code == 0
    assert "Usage: wellspring" in shown.out


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("ask",), "Missing argument"),
        (("fly",), "No such command 'fly'"),
        (("ask", "x", "--top-k", "0"), "Invalid value for '--top-k'"),
        (("search", "x", "--top-k", "51"), "Invalid value for '--top-k'"),
        (("search", "x", "--top-k", "many"), "Invalid value for '--top-k'"),
        (("serve", "--port", "65536"), "Invalid value for '--port'"),
        (("mcp", "--port", "-1"), "Invalid value for '--port'"),
        (("serve", "--colour", "red"), "No such option: --colour"),
    ],
)
def test_wrong_usage_is_code_2_and_says_what_is_wrong(
    say: Say, args: tuple[str, ...], told: str
) -> None:
    refused = say(*args)
    assert refused.code == 2
    assert told in refused.err
    assert refused.out == ""


@pytest.mark.parametrize("command", [("ask", "Why?"), ("search", "bridge"), ("index", "status")])
def test_without_an_index_a_command_says_how_to_make_one(
    say: Say, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "someone/some-embedder")  # which nobody loads
    refused = say(*command)
    assert refused.code == 1
    assert "wellspring index FOLDER" in refused.err
    assert refused.out == ""


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("WELLSPRING_PROT", "1", "Did you mean WELLSPRING_PORT?"),
        ("WELLSPRING_PORT", "high", "WELLSPRING_PORT='high' does not fit"),
        ("WELLSPRING_MAX_FILE_MB", "inf", "WELLSPRING_MAX_FILE_MB="),
    ],
)
@pytest.mark.parametrize("command", [("models",), ("search", "x"), ("doctor",), ("index",)])
def test_every_command_tells_of_a_broken_setting(
    say: Say,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    name: str,
    value: str,
    told: str,
) -> None:
    monkeypatch.setenv(name, value)
    refused = say(*command)
    assert refused.code == 1
    assert told in refused.err


def test_a_command_that_only_reads_makes_no_data_folder(say: Say, tmp_path: Path) -> None:
    say("index", "status")
    say("models")
    assert not (tmp_path / "data").exists()
