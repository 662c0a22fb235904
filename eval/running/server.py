"""A running server as a subject, over its HTTP API."""

import json
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx2

from index.problems import Problem
from index.types import WellspringError
from qa.types import Answer, Turn
from qa.wire import AnswerOut

_PATIENCE = 120.0  # seconds between two pieces of an answer


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, over its HTTP API; `key` is sent as a bearer token if it is not empty.

    What it raises is a `WellspringError`: where no server answers, or it says that it cannot.
    """

    url: str
    key: str = ""

    def ask(self, question: str, turns: Sequence[Turn], top_k: int) -> Answer:
        """Answer a question."""
        sent = {"question": question, "history": _history(turns), "top_k": top_k}
        return AnswerOut.model_validate(self._post("/ask", sent)).read()

    def search(self, query: str, top_k: int) -> list[str]:
        """Return the texts of the best passages, best first."""
        found = self._post("/search", {"query": query, "top_k": top_k})
        return [passage["text"] for passage in found["passages"]]

    def held_back(self, question: str, turns: Sequence[Turn], top_k: int) -> None:
        """Return None: a server does not say what it holds back."""

    def stream(self, question: str, turns: Sequence[Turn]) -> Iterator[tuple[str, Any]]:
        """Yield name and data of the events of an answer as they come.

        Raises `WellspringError` for an `error`, too, and for a stream that breaks off.
        """
        sent = {"question": question, "history": _history(turns), "stream": True}
        with self._sent("/ask", sent) as response:
            for event in httpx2.EventSource(response):
                data = json.loads(event.data)
                if event.event == "error":
                    raise WellspringError(Problem.SERVER_ERROR, data["error"]["message"])
                yield event.event, data

    def _post(self, path: str, body: dict[str, object]) -> Any:
        with self._sent(path, body) as response:
            return json.loads(response.read())

    @contextmanager
    def _sent(self, path: str, body: dict[str, object]) -> Iterator[httpx2.Response]:
        address = self.url.rstrip("/") + path
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        options: dict[str, Any] = {"timeout": _PATIENCE, "verify": _trusted()}
        try:
            with httpx2.stream("POST", address, json=body, headers=headers, **options) as response:
                if not response.is_success:
                    said = response.read().decode(errors="replace")[:300]
                    raise WellspringError(
                        Problem.SERVER_ERROR,
                        f"{self.url}{path} answered {response.status_code}: {said}",
                    )
                yield response
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
            raise WellspringError(
                Problem.NO_SERVER,
                f"No Wellspring server answers at {self.url} ({error}). Start one with `make run`.",
            ) from error


@cache
def _trusted() -> ssl.SSLContext:
    """Read the trusted certificates once: it takes longer than a short answer."""
    return httpx2.create_ssl_context()


def _history(turns: Sequence[Turn]) -> list[dict[str, str]]:
    return [{"question": turn.question, "answer": turn.answer} for turn in turns]
