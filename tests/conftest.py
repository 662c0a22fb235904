"""Shared fixtures: the real models and a real index over the five articles, made once a run."""

import os
import socket
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import uvicorn

from index.embedder import Vectors
from index.ranking.search import Index
from qa.answerer import Answerer
from qa.drafting.drafts import Writer
from qa.settings import Settings
from qa.types import Found
from qa.wiring import Wellspring

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


class Scripted:
    """A generator that says `says`, or the same word over and over.

    It goes on without end where it is `endless`, until its reader goes away, which it tells.
    """

    name = "scripted"

    def __init__(self) -> None:
        self.endless = False
        self.says = ""
        self.made = 0  # words, of all drafts
        self.given: list[Sequence[Found]] = []
        self.writing, self.stopped, self.over = (threading.Event() for _ in range(3))

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def drafts(
        self, question: str, found: Sequence[Found], max_tokens: int
    ) -> Iterator[Iterator[str]]:
        yield self._words(found, max_tokens)

    def _words(self, found: Sequence[Found], max_tokens: int) -> Iterator[str]:
        self.given.append(found)
        self.writing.set()
        if self.says:
            yield self.says
            return
        try:
            for _ in range(max_tokens):
                self.made += 1
                yield "nothing "
            while self.endless and not self.over.wait(0.01):
                yield "nothing "
        except GeneratorExit:
            self.stopped.set()
            raise


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    generator = Scripted()
    yield generator
    generator.over.set()


@pytest.fixture
def scripted_over(well: Wellspring, scripted: Scripted) -> Callable[[Index], Answerer]:
    """Put an answerer together over an index as `qa.wiring` does, but with a scripted generator."""

    def make(index: Index) -> Answerer:
        writer = Writer(scripted, well.prover)
        ways = well.ways_over(index, well.settings.min_confidence, writer)
        return Answerer(index, ways, {"generator": scripted.name})

    return make


class Hashed:
    """An embedder without a model: texts are near each other that share words."""

    name = "hashed"

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.full((len(texts), 64), 1e-6, np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            for word in text.lower().split():
                vector[zlib.crc32(word.encode("utf-8", "surrogatepass")) % 64] += 1
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)

    def overflows(self, text: str) -> bool:
        return False


@pytest.fixture
def hashed() -> Hashed:
    return Hashed()


@pytest.fixture(scope="session")
def well(tmp_path_factory: pytest.TempPathFactory) -> Wellspring:
    """The parts over an index of `seeds/`.

    The unpacked model is kept between runs, the index is not.
    """
    models = ROOT / ".wellspring" / "models"
    models.mkdir(parents=True, exist_ok=True)
    data_dir = tmp_path_factory.mktemp("data")
    (data_dir / "models").symlink_to(models)
    well = Wellspring(Settings(data_dir=data_dir))
    well.build_index(SEEDS)
    return well


@pytest.fixture(scope="session")
def index(well: Wellspring) -> Index:
    return well.index


@pytest.fixture(scope="session")
def answerer(well: Wellspring) -> Answerer:
    return well.answerer


@pytest.fixture
def serve() -> Iterator[Callable[[Any], str]]:
    """Serve an application at a free port in a thread, until the test is over.

    Returns its address.
    """
    with ExitStack() as running:

        def start(app: Any) -> str:
            listener = running.enter_context(socket.socket())
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
            thread.start()
            running.callback(thread.join)
            running.callback(setattr, server, "should_exit", True)
            return f"http://127.0.0.1:{listener.getsockname()[1]}"

        yield start


ASKERS = 8


@pytest.fixture
def together() -> Callable[[Callable[[Any], Any], list[Any], int], list[tuple[Any, Any]]]:
    """Return a function that does work on all items in each of eight threads, some rounds over.

    The threads start together, at different items, so that unlike ones meet. The function returns
    every item with what came of it.
    """

    def run(work: Callable[[Any], Any], items: list[Any], rounds: int = 1) -> list[tuple[Any, Any]]:
        start = threading.Barrier(ASKERS)

        def one(number: int) -> list[tuple[Any, Any]]:
            first = number * len(items) // ASKERS
            start.wait()
            return [
                (item, work(item)) for _ in range(rounds) for item in items[first:] + items[:first]
            ]

        with ThreadPoolExecutor(ASKERS) as threads:
            return [pair for pairs in threads.map(one, range(ASKERS)) for pair in pairs]

    return run


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of the developer's shell out of the tests."""
    for name in list(os.environ):
        if name.startswith("WELLSPRING_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def manual() -> str:
    return (ROOT / "docs" / "MANUAL.md").read_text("utf-8")
