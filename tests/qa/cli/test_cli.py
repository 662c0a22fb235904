"""The command as a user runs it: a real process."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qa.wiring import Wellspring


def run(
    *args: str, data_dir: Path | None = None, settings: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        **(settings or {}),
        **({"WELLSPRING_DATA_DIR": str(data_dir)} if data_dir else {}),
    }
    return subprocess.run(
        [Path(sys.executable).parent / "wellspring", *args],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )


def test_ask_prints_the_answer_with_its_proof(well: Wellspring) -> None:
    done = run(
        "ask", "How many Dolan sheep were contracted for breeding?", data_dir=well.settings.data_dir
    )
    assert done.returncode == 0
    assert "3583" in done.stdout
    assert "[1] “By now, the breeding of 3583 Dolan sheep" in done.stdout
    assert re.search(r"seeds/004_872fcf6088bccc94\.txt:\d+, characters \d", done.stdout)


def test_ask_as_json_is_the_contract(well: Wellspring) -> None:
    answer = json.loads(
        run("ask", "--json", "Who won the world cup?", data_dir=well.settings.data_dir).stdout
    )
    assert answer["answered"] is False
    assert answer["citations"] == []
    assert answer["passages"]


def test_search_lists_passages(well: Wellspring) -> None:
    done = run("search", "Dolan sheep", "--json", data_dir=well.settings.data_dir)
    assert "Dolan sheep" in json.loads(done.stdout)["passages"][0]["text"]


def test_ask_and_search_look_where_they_are_told_to(well: Wellspring) -> None:
    one, other = (article.source for article in well.index.articles()[:2])
    data_dir = well.settings.data_dir
    chosen = "--article", one, "--article", other, "--folder", "seeds", "--json"
    answer = json.loads(run("ask", "How many sheep are bred?", *chosen, data_dir=data_dir).stdout)
    assert answer["scope"] == [one, other]
    found = json.loads(run("search", "loans", *chosen[2:], data_dir=data_dir).stdout)
    assert {passage["source"] for passage in found["passages"]} == {other}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("ask", "x", "--article", "it's"), 'There is no article "it\'s"'),
        (("search", "x", "--folder", "../x"), "is no path below the indexed folder"),
        (("chat", "--folder", "nowhere"), "There is no article in the folder 'nowhere'"),
    ],
)
def test_what_there_is_not_is_told_before_anything_is_asked(
    well: Wellspring, args: tuple[str, ...], said: str
) -> None:
    done = run(*args, data_dir=well.settings.data_dir)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("args", "settings", "code", "said"),
    [
        (("ask", "x"), {"WELLSPRING_DATA_DIR": "/nonexistent/data"}, 1, "wellspring index FOLDER"),
        (("index", "/nonexistent"), {}, 1, "There is no folder"),
        (("index",), {"WELLSPRING_PROT": "1"}, 1, "Did you mean WELLSPRING_PORT"),
        (("ask",), {}, 2, "Missing argument"),
        (("fly",), {}, 2, "No such command"),
        (("eval", "--set", "/nonexistent.jsonl"), {}, 1, "no question set"),
    ],
)
def test_a_failure_is_one_sentence_and_an_exit_code(
    args: tuple[str, ...], settings: dict[str, str], code: int, said: str
) -> None:
    done = run(*args, settings=settings)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.parametrize("question", ["", "  ", "😀", "x" * 20_000])
def test_a_bad_question_is_refused_without_a_traceback(well: Wellspring, question: str) -> None:
    done = run("ask", question, data_dir=well.settings.data_dir)
    assert done.returncode == 1
    assert "question" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_busy_port_says_what_to_do(well: Wellspring) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--port", str(taken.getsockname()[1]), data_dir=well.settings.data_dir)
    assert done.returncode == 1
    assert "Choose another with `--port`" in done.stderr


def test_help_teaches_every_command() -> None:
    shown = run("--help").stdout
    assert all(command in shown for command in ("index", "ask", "search", "serve", "eval"))
    assert "Example" in run("ask", "--help").stdout
