"""A client that goes away stops the model."""

import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import FastAPI

from index.ranking.search import Index
from qa.answerer import Answerer
from qa.wiring import Wellspring
from tests.web.conftest import long_articles
from web.app import create_app
from web.library.shelf import Shelf

if TYPE_CHECKING:
    from tests.conftest import Scripted

LONG_WAIT = 60  # seconds; only a failing test waits as long
QUESTION = "When was the Orrin bridge opened?"
ASKED = {"question": QUESTION, "submission": "s-12345678"}
CHAT = {"model": "wellspring", "messages": [{"role": "user", "content": QUESTION}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return long_articles(tmp_path)


@pytest.fixture
def app(well: Wellspring, shelf: Shelf, scripted_over: Callable[[Index], Answerer]) -> FastAPI:
    index = Index(shelf.data_dir, well.embedder)
    return create_app(index, scripted_over(index), local=True)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/ask", ASKED),
        ("/ask", {**ASKED, "stream": True}),
        ("/v1/chat/completions", CHAT),
        ("/v1/chat/completions", {**CHAT, "stream": True}),
    ],
)
def test_the_model_stops_when_nobody_listens_any_more(
    app: FastAPI,
    serve: Callable[[object], str],
    scripted: "Scripted",
    path: str,
    body: dict[str, object],
) -> None:
    scripted.endless = True
    address = serve(app)
    place = urlsplit(address)
    sent = json.dumps(body).encode()
    head = [f"POST {path} HTTP/1.1", f"Host: {place.netloc}", "Content-Type: application/json"]
    head += [f"Content-Length: {len(sent)}", "", ""]
    with socket.create_connection((place.hostname, place.port)) as client:
        client.sendall("\r\n".join(head).encode() + sent)
        assert scripted.writing.wait(LONG_WAIT)
        assert not scripted.stopped.is_set()
    assert scripted.stopped.wait(LONG_WAIT)
    numbers = httpx.get(f"{address}/metrics").text
    assert "wellspring_answers_total{" not in numbers
    assert "wellspring_first_word_seconds_count 0.0" in numbers
    scripted.endless = False
    again = httpx.post(f"{address}/ask", json=ASKED, timeout=LONG_WAIT)
    assert "4 May 1931" in again.json()["answer"]  # the submission is free again
