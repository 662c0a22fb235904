"""A running server as a subject, over its HTTP API."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from typing import Any

from index.problems import Problem
from index.types import WellspringError
from qa.types import Answer, Turn
from qa.wire import AnswerOut


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, over its HTTP API; `key` is sent as a bearer token if it is not empty."""

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

    def stream(self, question: str, turns: Sequence[Turn]) -> Iterator[tuple[str, Any]]:
        """Yield name and data of the events of an answer as they come.

        Raises `WellspringError` for an `error`.
        """
        with self._sent(
            "/ask", {"question": question, "history": _history(turns), "stream": True}
        ) as response:
            name = ""
            for line in response:
                field, _, value = line.decode().rstrip("\r\n").partition(": ")
                if field == "event":
                    name = value
                elif field == "data" and name == "error":
                    raise WellspringError(
                        Problem.SERVER_ERROR, json.loads(value)["error"]["message"]
                    )
                elif field == "data":
                    yield name, json.loads(value)

    def _post(self, path: str, body: dict[str, object]) -> Any:
        with self._sent(path, body) as response:
            return json.load(response)

    @contextmanager
    def _sent(self, path: str, body: dict[str, object]) -> Iterator[HTTPResponse]:
        headers = {
            "Content-Type": "application/json",
            **({"Authorization": f"Bearer {self.key}"} if self.key else {}),
        }
        address, data = self.url.rstrip("/") + path, json.dumps(body).encode()
        request = urllib.request.Request(address, data, headers)  # noqa: S310 - the user's server
        try:
            with urllib.request.urlopen(request, timeout=120) as response:  # noqa: S310
                yield response
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")[:300]
            raise WellspringError(
                Problem.SERVER_ERROR, f"{self.url}{path} answered {error.code}: {said}"
            ) from error
        except (OSError, ValueError) as error:
            raise WellspringError(
                Problem.NO_SERVER,
                f"No Wellspring server answers at {self.url} ({error}). Start one with `make run`.",
            ) from error


def _history(turns: Sequence[Turn]) -> list[dict[str, str]]:
    return [{"question": turn.question, "answer": turn.answer} for turn in turns]
