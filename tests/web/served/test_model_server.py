"""A server whose generator runs on another server, which does wrong what it can."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from index.ranking.search import Index
from qa.answerer import Answerer
from qa.drafting.whole import WholeWriter
from qa.wiring import Wellspring
from qa.writing.served.address import address_of
from qa.writing.served.generator import ServedGenerator
from tests.qa.writing.served.hostile import Hostile, running
from tests.web.conftest import long_articles
from web.app import create_app
from web.library.shelf import Shelf
from web.line import Line

LONG_WAIT = 60  # seconds; only a failing test waits as long
ASKED = {"question": "When was the Orrin bridge opened?"}
HELLO = {"question": "Hello!"}

Address = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return long_articles(tmp_path)


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    with running() as server:
        yield server


@pytest.fixture
def served(
    well: Wellspring, shelf: Shelf, serve: Callable[[object], str], hostile: Hostile
) -> Iterator[Address]:
    """Return a function that serves the articles with a model of the hostile server."""
    index = Index(shelf.data_dir, well.embedder)
    with ExitStack() as made:

        def start(model: str, patience: float = LONG_WAIT, at_once: int = 2) -> str:
            generator = ServedGenerator(address_of(hostile.named(model)), "", patience)
            made.callback(generator.close)
            ways = well.ways_over(index, 0.4, WholeWriter(generator, well.prover))
            models = {"generator": generator.name}
            answerer = Answerer(index, ways, models, generator.away)
            return serve(create_app(index, answerer, local=True, line=Line(at_once)))

        yield start


def test_an_answer_names_the_model_of_the_server_that_wrote_it(
    served: Address, hostile: Hostile
) -> None:
    address = served("well")
    answer = httpx.post(f"{address}/ask", json=ASKED, timeout=LONG_WAIT).json()
    assert answer["answer"] == "The Orrin bridge was opened on 4 May 1931. [1]"
    assert (answer["written_by"], answer["dropped"], answer["generator_away"]) == ("well", 0, "")
    assert httpx.get(f"{address}/ready").json()["generator_away"] == ""
    page = httpx.post(f"{address}/", data=ASKED, follow_redirects=True, timeout=LONG_WAIT).text
    assert "Written by well" in page
    hostile.says = "The Orrin bridge was opened on 4 May 1931 [1]. It is made of gold [1]."
    answer = httpx.post(f"{address}/ask", json=ASKED, timeout=LONG_WAIT).json()
    assert "gold" not in answer["answer"]
    assert answer["dropped"] == 1


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("missing", "model 'missing' not found"),
        ("wrong-key", "WELLSPRING_GENERATOR_KEY"),
        ("half", "broke off its answer"),
        ("garbage", "cannot be read"),
        ("page", "text/html"),
        ("broken", "CUDA out of memory"),
        ("busy", "status 429"),
        ("redirect", "elsewhere"),
        ("flood", "more than 4 MB"),
        ("empty", "answers nothing"),
    ],
)
def test_the_articles_are_quoted_where_the_server_fails_and_that_is_told(
    served: Address, model: str, told: str
) -> None:
    address = served(model)
    answer = httpx.post(f"{address}/ask", json=ASKED, timeout=LONG_WAIT).json()
    assert answer["answered"]
    assert "4 May 1931" in answer["answer"]
    assert answer["written_by"] == ""
    assert told in answer["generator_away"]
    ready = httpx.get(f"{address}/ready")
    assert ready.status_code == 200
    assert told in ready.json()["generator_away"]
    page = httpx.post(f"{address}/", data=ASKED, follow_redirects=True, timeout=LONG_WAIT).text
    assert "The articles are quoted, as the model could not be asked." in page


def test_a_server_that_hangs_holds_up_nobody_else(served: Address, hostile: Hostile) -> None:
    address = served("hangs", at_once=1)
    first: list[dict[str, str]] = []

    def ask() -> None:
        first.append(httpx.post(f"{address}/ask", json=ASKED, timeout=LONG_WAIT).json())

    asking = threading.Thread(target=ask)
    asking.start()
    assert hostile.reached.wait(LONG_WAIT)
    hello = httpx.post(f"{address}/ask", json=HELLO, timeout=LONG_WAIT).json()
    assert hello["kind"] == "small-talk"
    assert first == []
    hostile.over.set()
    asking.join(LONG_WAIT)
    assert "4 May 1931" in first[0]["answer"]


def test_who_goes_away_ends_the_request_to_the_server(served: Address, hostile: Hostile) -> None:
    address = served("stalls")
    with httpx.stream(
        "POST", f"{address}/ask", json={**ASKED, "stream": True}, timeout=LONG_WAIT
    ) as answer:
        assert any("writing" in line for line in answer.iter_lines())
        assert hostile.reached.wait(LONG_WAIT)
    assert hostile.gone.wait(LONG_WAIT)
