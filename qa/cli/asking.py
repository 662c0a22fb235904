"""Whom `ask`, `search` and `chat` ask: the server of the data folder, or models loaded here."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from index.problems import Problem
from index.types import UNLIMITED, Hit, Limits, WellspringError
from qa.cli.terminal import wellspring
from qa.steps import Step
from qa.types import Answer, Turn

if TYPE_CHECKING:
    from index.ranking.search import Index
    from index.reading.roots import Roots
    from index.storage.store import Store
    from qa.client import Server
    from qa.settings import Settings
    from qa.wiring import Wellspring

_ALONE = "Loading {} (once per command; `wellspring serve` keeps them loaded) …"
_INSTEAD = "The server at {} {}; loading {} here …"


class Asked(Protocol):
    """What answers questions over the index of the settings."""

    def stream(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        limits: Limits = UNLIMITED,
    ) -> Iterator[str | Answer]:
        """Yield the answer's text as it comes, last the `Answer`. Closing it stops the model."""
        ...

    def search(self, query: str, top_k: int = 5, limits: Limits = UNLIMITED) -> list[Hit]:
        """Return the passages that fit a query best, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Here:
    """The models in this process."""

    well: "Wellspring"
    index: "Index"

    def stream(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        limits: Limits = UNLIMITED,
    ) -> Iterator[str | Answer]:
        """Yield the answer's text as it comes, last the `Answer`. Closing it stops the model."""
        scope = self.index.scope(limits)
        pieces = self.well.answerer.stream(question, turns, top_k, scope=scope)
        yield from (piece for piece in pieces if not isinstance(piece, Step))

    def search(self, query: str, top_k: int = 5, limits: Limits = UNLIMITED) -> list[Hit]:
        """Return the passages that fit a query best, best first."""
        return self.index.search(query, top_k, self.index.scope(limits))


def asked(limits: Limits, *, answers: bool = True) -> Asked:
    """Return the running server, if it answers as these settings do; else the models, loaded here.

    Those of the search alone, without `answers`. Before anything is loaded, that is told, and
    `WellspringError` is raised where there is no index or limits name what it does not hold.
    """
    from index.ranking.scope import resolve
    from qa.settings import load_settings

    settings = load_settings()
    with _store(settings) as store:
        resolve(store, limits)
    server, fault = _running(settings)
    if server and not fault:
        return server
    well = wellspring()
    here = Here(well, well.index)  # where the index was made with other settings, this ends it
    what = "the models" if answers else "the model of the search"
    well.note(_INSTEAD.format(server.url, fault, what) if server else _ALONE.format(what))
    if answers:
        well.answerer.models()  # loads them before anybody is asked for a question
    return here


def indexed_folders() -> "Roots":
    """Return the folders that are indexed, without a model: in them are the files of sources."""
    from qa.settings import load_settings

    with _store(load_settings()) as store:
        return store.roots()


@contextmanager
def _store(settings: "Settings") -> "Iterator[Store]":
    """Open the index to read from one generation, without a model."""
    from index.storage.store import INDEX_FILE, Store

    with closing(Store(settings.data_dir / INDEX_FILE)) as store, store.snapshot():
        yield store


def _running(settings: "Settings") -> tuple["Server | None", str]:
    """Return the server of the data folder, and why it is not to be asked."""
    from qa.client import Server
    from web.presence import present

    found = present(settings.data_dir)
    if found is None:
        return None, ""
    server = Server(found.address, settings.key, near=True)
    if other := found.differing(settings):
        return server, f"has other settings ({', '.join(other)})"
    try:
        server.check()
    except WellspringError as error:
        key = error.code is Problem.KEY_NEEDED
        return server, "wants its key in WELLSPRING_API_KEYS" if key else "does not answer"
    return server, ""
