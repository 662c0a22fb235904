"""`ask`, `search` and `chat` with and without a server of the same data folder."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.applications import Starlette

from index.types import UNLIMITED, Limits, WellspringError
from qa.cli.asking import Here, asked
from qa.client import Server
from qa.settings import Settings
from tests.conftest import Hashed
from tests.qa.cli.conftest import Say
from tests.web.conftest import Telling, index_of
from web.app import create_app
from web.line import Line
from web.presence import noted

TEXT = "The bridge was opened in 1874."
TEXTS = {"town/bridge.md": f"# The bridge\n\n{TEXT}\n", "town/mill.md": "# Mill\n\nIt ground oats."}


@pytest.fixture
def answerer(say: Say, tmp_path: Path, hashed: Hashed) -> Telling:
    """What the server answers with, over an index in the data folder of the commands."""
    return Telling(index_of(tmp_path, TEXTS, hashed))


@pytest.fixture
def serving(
    answerer: Telling, tmp_path: Path, serve: Callable[[object], str]
) -> Iterator[Callable[..., str]]:
    """Return a function that serves until the test is over, with keys or settings of its own."""
    with ExitStack() as running:

        def start(*keys: str, line: Line | None = None, **settings: object) -> str:
            given = Settings.model_validate({"data_dir": tmp_path / "data", **settings})
            index, known = answerer.index, frozenset(keys)
            address = serve(create_app(index, answerer, known, local=True, line=line))
            running.enter_context(noted(given, address))
            return address

        yield start


def test_ask_and_search_use_the_running_server_and_load_nothing(
    say: Say, serving: Callable[..., str], answerer: Telling
) -> None:
    serving()
    assert say("ask", "When was the bridge opened?").out == "Found.\n"
    assert TEXT in say("search", "opened", "bridge").out
    assert answerer.asked == 1
    assert say("ask", "--json", "When?").err == ""


def test_json_is_what_the_server_sends(
    say: Say, serving: Callable[..., str], answerer: Telling
) -> None:
    server = Server(serving())
    answer = json.loads(say("ask", "When was it?", "--json", "--article", "bridge.md").out)
    assert list(answer) == list(json.loads(say("ask", "Who?", "--json").out))
    assert answer["scope"] == ["town/bridge.md"]
    assert [passage["source"] for passage in answer["passages"]] == ["town/bridge.md"]
    found = json.loads(say("search", "mill", "--json", "--top-k", "1").out)
    assert found["query"] == "mill"
    (hit,) = server.search("mill", 1)
    assert found["passages"][0]["text"] == hit.passage.text


def test_a_conversation_is_had_with_the_server(
    say: Say, serving: Callable[..., str], answerer: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    serving()
    monkeypatch.setattr(sys, "stdin", io.StringIO("When was it?\n😀\nWho?\n/quit\n"))
    said = say("chat")
    assert said.code == 0
    assert said.out.count("Found.") == 2
    assert "The question has no words" in said.err


def test_what_the_server_refuses_is_told_in_its_words(
    say: Say, serving: Callable[..., str], answerer: Telling
) -> None:
    line = Line(1, 0)
    serving(line=line)
    with line.join("somebody"):
        refused = say("ask", "When?")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("0 questions wait for an answer already.")


@pytest.mark.parametrize("question", ["", "  ", "?!", "x" * 2001])
@pytest.mark.parametrize("command", ["ask", "search"])
def test_what_is_no_question_is_refused_before_an_index_is_looked_for(
    say: Say, command: str, question: str
) -> None:
    refused = say(command, question)
    assert refused.code == 1
    assert refused.err.startswith("The question ")


def test_a_question_needs_no_quotation_marks(
    say: Say, serving: Callable[..., str], answerer: Telling
) -> None:
    serving()
    said = say("ask", "When", "was", "it", "opened?", "--json")
    assert json.loads(said.out)["question"] == "When was it opened?"


def loaded_here(capsys: pytest.CaptureFixture[str]) -> str:
    """See that the search is not left to a server, and return what is said of it."""
    assert isinstance(asked(UNLIMITED, answers=False), Here)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    return shown.err


def test_without_a_server_it_is_said_what_is_loaded(
    answerer: Telling, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "hashed")
    assert loaded_here(capsys) == (
        "Loading the model of the search (once per command; "
        "`wellspring serve` keeps them loaded) …\n"
    )


def test_a_server_with_other_settings_is_not_used_and_that_is_said(
    serving: Callable[..., str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "hashed")
    address = serving(embedder="hashed", min_confidence=0.7)
    assert f"The server at {address} has other settings (min_confidence)" in loaded_here(capsys)
    monkeypatch.setenv("WELLSPRING_MIN_CONFIDENCE", "0.7")
    assert isinstance(asked(UNLIMITED, answers=False), Server)


def test_a_server_is_asked_with_the_key_that_is_set(
    serving: Callable[..., str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "hashed")
    serving("secret", embedder="hashed")
    assert "wants its key in WELLSPRING_API_KEYS" in loaded_here(capsys)
    monkeypatch.setenv("WELLSPRING_API_KEYS", "secret, other")
    assert asked(UNLIMITED).search("bridge")


def test_a_server_that_does_not_answer_is_not_waited_for(
    tmp_path: Path,
    answerer: Telling,
    serve: Callable[[object], str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "hashed")
    settings = Settings(data_dir=tmp_path / "data", embedder="hashed")
    with noted(settings, "http://127.0.0.1:9"):
        assert "The server at http://127.0.0.1:9 does not answer" in loaded_here(capsys)
    with noted(settings, address := serve(Starlette())):
        assert f"The server at {address} does not answer" in loaded_here(capsys)


def test_limits_that_name_what_there_is_not_are_told_before_anything_is_loaded(
    answerer: Telling, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "hashed")
    with pytest.raises(WellspringError, match="There is no article 'nix'"):
        asked(Limits(articles=["nix"]))
    assert capsys.readouterr().err == ""
