"""Against a server that does wrong what a server can; nothing waits longer than it is told to."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from index.tokens import load_encoding
from qa.models.known import SMOLLM2
from qa.steps import ELSEWHERE
from qa.wiring import Wellspring
from qa.writing.served.address import address_of
from qa.writing.served.faults import AwayError
from qa.writing.served.generator import ServedGenerator, estimated_tokens
from tests.qa.writing.served.hostile import OPENED, Hostile

KEY = "s3cret-key"
MESSAGES = [{"role": "user", "content": "When was the bridge opened?"}]
SOON = 30  # seconds; only a failing test waits as long


Served = Callable[..., ServedGenerator]


@pytest.fixture
def served(hostile: Hostile) -> Iterator[Served]:
    """Return a function that makes a generator of a model of the server, or of another address."""
    with ExitStack() as made:

        def make(model: str, patience: float = SOON, key: str = KEY) -> ServedGenerator:
            name = model if model.startswith("openai:") else hostile.named(model)
            generator = ServedGenerator(address_of(name), key, patience)
            made.callback(generator.close)
            return generator

        yield make


def said(generator: ServedGenerator, most: int = 50) -> str:
    return "".join(generator.generate(MESSAGES, most))


def test_what_a_server_says_comes_piece_by_piece(served: Served, hostile: Hostile) -> None:
    pieces = [piece for piece in served("well").generate(MESSAGES, 50) if piece]
    assert len(pieces) > 5
    assert "".join(pieces).strip() == OPENED
    [asked] = hostile.asked
    assert (asked["messages"], asked["max_tokens"], asked["stream"]) == (MESSAGES, 50, True)
    assert hostile.headers[0]["authorization"] == f"Bearer {KEY}"


def test_what_a_model_thinks_is_no_answer(served: Served) -> None:
    assert said(served("thinks")).strip() == OPENED


@pytest.mark.parametrize(
    ("model", "asked", "told"),
    [
        ("half", 1, "broke off its answer"),
        ("unfinished", 1, "ended its answer before it was whole"),
        ("empty", 1, "answers nothing"),
        ("nothing", 3, "ended its answer before it was whole"),
        ("garbage", 1, "answers what cannot be read"),
        ("strange", 1, "answers what cannot be read"),
        ("page", 1, "answers with text/html, as no OpenAI-compatible server does"),
        ("broken", 3, "status 500): CUDA out of memory"),
        ("failing", 1, "failed: the model crashed"),
        ("wrong-key", 1, "WELLSPRING_GENERATOR_KEY"),
        ("too-long", 1, "maximum context length is 512 tokens"),
        ("busy", 1, "status 429"),
        ("redirect", 1, "sends questions elsewhere"),
        ("flood", 1, "sends more than 4 MB"),
        ("large-error", 1, "sends more than 4 MB"),
        ("packed", 1, "packs its answers"),
        ("missing", 1, "model 'missing' not found. Name a model that it has"),
    ],
)
def test_what_a_server_does_wrong_is_told_in_one_line(
    served: Served, hostile: Hostile, model: str, asked: int, told: str
) -> None:
    with pytest.raises(AwayError, match="The model server ") as away:
        said(served(model))
    message = away.value.message
    assert told in message
    assert len(message) < 400
    assert "\n" not in message
    assert KEY not in message
    assert len(hostile.asked) == asked
    assert "/v1/elsewhere" not in hostile.paths


def test_a_server_that_is_busy_for_a_moment_is_asked_again(
    served: Served, hostile: Hostile
) -> None:
    assert said(served("busy-once")).strip() == OPENED
    assert len(hostile.asked) == 2


def test_no_more_is_read_than_an_answer_can_have(served: Served) -> None:
    assert len(said(served("flood-of-words"))) < 30_000


@pytest.mark.parametrize("model", ["hangs", "stalls"])
def test_a_server_that_hangs_has_as_long_as_it_is_given(served: Served, model: str) -> None:
    began = time.monotonic()
    with pytest.raises(AwayError, match="does not answer in time"):
        said(served(model, patience=1))
    assert time.monotonic() - began < SOON


def test_after_a_fault_nobody_waits_for_the_server_for_a_while(
    served: Served, hostile: Hostile
) -> None:
    generator = served("hangs", patience=1)
    for _ in range(3):
        with pytest.raises(AwayError, match="does not answer in time"):
            said(generator)
    assert len(hostile.asked) == 1
    assert "does not answer in time" in generator.away()


def test_a_question_that_is_too_long_keeps_no_other_from_being_asked(
    served: Served, hostile: Hostile
) -> None:
    generator = served("too-long")
    for _ in range(2):
        with pytest.raises(AwayError, match="maximum context"):
            said(generator)
    assert len(hostile.asked) == 2
    assert generator.away() == ""


def test_who_stops_ends_the_request_though_nothing_comes(served: Served, hostile: Hostile) -> None:
    pieces = served("stalls").generate(MESSAGES, 50)
    assert next(piece for piece in pieces if piece) == "The "
    assert next(pieces) is ELSEWHERE
    closed(pieces)
    assert hostile.gone.wait(SOON)


def closed(pieces: Iterator[str]) -> None:
    pieces.close()  # type: ignore[attr-defined]


def test_nobody_is_there(served: Served) -> None:
    gone = served("openai:m@http://127.0.0.1:9/v1")
    assert "cannot be reached" in gone.away()
    with pytest.raises(AwayError, match="Start it, or name its address"):
        said(gone)
    assert served("well").away() == ""


def test_a_check_lets_the_model_say_a_word_and_names_what_else_there_is(
    served: Served, hostile: Hostile
) -> None:
    assert served("well").check() == f"well answers at {hostile.address}/v1"
    with pytest.raises(AwayError, match=r"not found.* It lists well, half, slow"):
        served("missing").check()


@pytest.mark.parametrize(
    ("status", "away"), [(200, False), (404, False), (500, False), (401, True), (503, True)]
)
def test_a_server_that_cannot_list_its_models_may_still_write(
    served: Served, hostile: Hostile, status: int, *, away: bool
) -> None:
    hostile.lists = status
    assert bool(served("well").away()) is away


def test_what_the_environment_says_of_another_account_is_not_sent(
    served: Served, hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "another-key")
    monkeypatch.setenv("OPENAI_ORG_ID", "another-org")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    said(served("well", key=""))
    assert not [value for value in hostile.headers[0].values() if "another" in value]


def test_an_estimate_is_never_below_what_a_tokenizer_counts(well: Wellspring) -> None:
    root = Path(__file__).parents[4]
    files = [*(root / "seeds").iterdir(), *(root / "eval/languages").rglob("*.*")]
    lines = [line for file in files for line in file.read_text("utf-8", "replace").splitlines()]
    assert len(lines) > 100
    tokenizer = load_encoding(well.loadable(SMOLLM2) / "tokenizer.json")
    assert not [x for x in lines if estimated_tokens(x) < len(tokenizer.encode_ordinary(x))]
