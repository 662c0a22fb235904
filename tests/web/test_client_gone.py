"""A client that goes away stops the model."""

import json
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

QUESTION = "When was the Orrin bridge opened?"
CHAT = {"model": "wellspring", "messages": [{"role": "user", "content": QUESTION}]}


LONG = (
    "The Orrin bridge, which the county had planned since the great flood took the old ford and two companies failed to finish, "
    "was opened on 4 May 1931 by the engineer Ada Lorne before a crowd that stood on both banks of the river in heavy rain all morning."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles with a sentence so long that the model shortens it."""
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "bridge.md").write_text(f"# The bridge\n\n{LONG}\n", "utf-8")
    (folder / "mill.md").write_text("# The mill\n\nThe mill was built in 1850.\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/ask", {"question": QUESTION}),
        ("/ask", {"question": QUESTION, "stream": True}),
        ("/v1/chat/completions", CHAT),
        ("/v1/chat/completions", {**CHAT, "stream": True}),
    ],
)
def test_the_model_stops_before_the_first_word(town: TestClient, address: str, path: str, body: dict[str, object]) -> None:
    place = urlsplit(address)
    sent = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: {place.netloc}\r\nContent-Type: application/json\r\nContent-Length: {len(sent)}\r\n\r\n"
    with socket.create_connection((place.hostname, place.port)) as client:
        client.sendall(head.encode() + sent)
        time.sleep(0.05)
    time.sleep(3)
    numbers = town.get("/metrics").text
    assert "wellspring_answers_total{" not in numbers
    assert "wellspring_first_word_seconds_count 0.0" in numbers
    assert town.post("/ask", json={"question": QUESTION}).json()["answered"] is True
