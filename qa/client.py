"""Ask a running server over its HTTP API."""

import json
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx2

from index.problems import Problem
from index.types import UNLIMITED, Hit, Limits, WellspringError
from qa.types import Answer, Turn
from qa.wire import AnswerOut, PassageOut

_PATIENCE = 120.0  # seconds between two pieces of an answer
_SOON = 10.0  # seconds in which a server that is well says so


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, over its HTTP API; `key` is sent as a bearer token if it is not empty.

    One that is `near` is asked without the proxies that the environment names. What it raises is a
    `WellspringError`: where no server answers, or the one that the server tells.
    """

    url: str
    key: str = ""
    near: bool = False

    def ask(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        limits: Limits = UNLIMITED,
    ) -> Answer:
        """Answer a question."""
        return _answer(self._posted("/ask", _asked(question, turns, top_k, limits)))

    def stream(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        limits: Limits = UNLIMITED,
    ) -> Iterator[str | Answer]:
        """Yield the answer's text as it comes, last the `Answer`. Closing it stops the model."""
        for name, data in self.events(question, turns, top_k, limits):
            if name == "token":
                yield data["text"]
            if name == "answer":
                yield _answer(data)
                return
        told = f"{self.url} ended its answer before it was whole. Ask again."
        raise WellspringError(Problem.NO_ANSWER, told)

    def events(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        limits: Limits = UNLIMITED,
    ) -> Iterator[tuple[str, Any]]:
        """Yield name and data of the events of an answer as they come.

        Raises `WellspringError` for an `error`, too, and for a stream that breaks off.
        """
        sent = {**_asked(question, turns, top_k, limits), "stream": True}
        with self._sent("POST", "/ask", sent) as response:
            for event in httpx2.EventSource(response):
                data = json.loads(event.data)
                if event.event == "error":
                    raise _told(data, f"{self.url} failed: {event.data}")
                yield event.event, data

    def search(self, query: str, top_k: int = 5, limits: Limits = UNLIMITED) -> list[Hit]:
        """Return the passages that fit a query best, best first."""
        found = self._posted("/search", {"query": query, "top_k": top_k, **_limited(limits)})
        return [PassageOut.model_validate(passage).hit() for passage in found["passages"]]

    def check(self) -> None:
        """Raise `WellspringError` unless the server answers and takes the key."""
        with self._sent("GET", "/articles?limit=1", patience=_SOON):
            pass

    def _posted(self, path: str, body: dict[str, object]) -> Any:
        with self._sent("POST", path, body) as response:
            return json.loads(response.read())

    @contextmanager
    def _sent(
        self,
        method: str,
        path: str,
        body: dict[str, object] | None = None,
        patience: float = _PATIENCE,
    ) -> Iterator[httpx2.Response]:
        address = self.url.rstrip("/") + path
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        options: dict[str, Any] = {"timeout": patience, "trust_env": not self.near}
        options["verify"] = _trusted(tls=self.url.startswith("https:"))
        try:
            with httpx2.stream(method, address, json=body, headers=headers, **options) as response:
                if not response.is_success:
                    said = response.read().decode(errors="replace")
                    status = f"{self.url}{path} answered {response.status_code}"
                    raise _told(_json(said), f"{status}: {said[:300]}")
                yield response
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
            raise WellspringError(
                Problem.NO_SERVER,
                f"No Wellspring server answers at {self.url} ({error}). Start one with `make run`.",
            ) from error


@cache
def _trusted(*, tls: bool) -> ssl.SSLContext:
    """Read the trusted certificates once, where they are needed: it takes as long as an answer."""
    return httpx2.create_ssl_context(verify=tls)


def _asked(question: str, turns: Sequence[Turn], top_k: int, limits: Limits) -> dict[str, object]:
    history = [{"question": turn.question, "answer": turn.answer} for turn in turns]
    return {"question": question, "history": history, "top_k": top_k, **_limited(limits)}


def _limited(limits: Limits) -> dict[str, object]:
    """Return the limits that there are."""
    given = {"articles": limits.articles, "folder": limits.folder}
    return {name: value for name, value in given.items() if value is not None}


def _answer(data: object) -> Answer:
    return AnswerOut.model_validate(data).read()


def _json(text: str) -> Any:
    """Return what a text says as JSON; None where it is something else."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _told(said: Any, otherwise: str) -> WellspringError:
    """Return the error that a server tells in the shape of ours, else one with other words."""
    match said:
        case {"error": {"message": str(message), **more}}:
            known = (problem for problem in Problem if problem == more.get("code"))
            return WellspringError(next(known, Problem.SERVER_ERROR), message)
    return WellspringError(Problem.SERVER_ERROR, otherwise)
