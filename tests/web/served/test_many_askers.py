"""Many clients of one server.

Some wait in line, too many are told when to come again, nothing else stands still.
"""

import json
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import anyio
import httpx
import pytest
from fastapi.testclient import TestClient
from mcp import Client

from qa.wiring import Wellspring
from web.app import create_app
from web.line import Line
from web.mcp import mcp_server

QUESTION = "How many Dolan sheep were contracted for breeding?"
CHAT = {"model": "wellspring", "messages": [{"role": "user", "content": QUESTION}]}
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("/ask", {"json": {"question": QUESTION}}),
    ("/ask", {"json": {"question": QUESTION, "stream": True}}),
    ("/v1/chat/completions", {"json": CHAT}),
    ("/v1/chat/completions", {"json": {**CHAT, "stream": True}}),
    ("/search", {"json": {"query": QUESTION}}),
    ("/", {"data": {"question": QUESTION}}),
]
Serve = Callable[[object], str]


def eventually(true: Callable[[], bool]) -> bool:
    """Wait until something is true; a test fails after half a minute, it passes at once."""
    end = time.monotonic() + 30
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


@pytest.mark.parametrize(("path", "sent"), ASKED)
def test_past_the_limit_every_way_of_asking_gets_503_and_when_to_ask_again(
    well: Wellspring, path: str, sent: dict[str, Any]
) -> None:
    line = Line(1, 0)
    client = TestClient(create_app(well.index, well.answerer, line=line))
    with line.join():
        refused = client.post(path, **sent)
    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) >= 1
    if path != "/":
        assert refused.json()["error"]["code"] == "too_many_questions"
    assert "Ask again in" in refused.text
    assert client.post(path, **sent, follow_redirects=False).status_code in (200, 303)
    assert (line.inside, line.waiting) == (0, 0)


@pytest.mark.parametrize(("path", "sent"), ASKED)
def test_a_client_that_goes_away_while_it_waits_leaves_the_line(
    well: Wellspring, serve: Serve, path: str, sent: dict[str, Any]
) -> None:
    line = Line(1, 4)
    place = urlsplit(serve(create_app(well.index, well.answerer, line=line, local=True)))
    request = httpx.Request("POST", f"http://{place.netloc}{path}", **sent)
    head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
    with line.join():
        with socket.create_connection((place.hostname, place.port)) as client:
            client.sendall(f"POST {path} HTTP/1.1\r\n{head}\r\n".encode() + request.read())
            assert eventually(lambda: line.waiting == 1)
        assert eventually(lambda: line.waiting == 0)
        assert line.inside == 1
    assert eventually(lambda: line.inside == 0)


def test_while_everybody_waits_everything_else_is_answered(well: Wellspring, serve: Serve) -> None:
    line = Line(1, 200)
    address = serve(create_app(well.index, well.answerer, line=line, local=True))
    sent = [("/search", {"json": {"query": QUESTION}})] * 50 + ASKED  # 40 threads serve the routes

    def post(item: tuple[str, dict[str, Any]]) -> int:
        return httpx.post(address + item[0], **item[1], timeout=120).status_code

    with ThreadPoolExecutor(len(sent)) as clients:
        with line.join():
            asked = [clients.submit(post, item) for item in sent]
            assert eventually(lambda: line.waiting == len(sent))
            for path in (
                "/health",
                "/ready",
                "/",
                "/articles",
                "/conversations",
                "/index",
                "/examples",
            ):
                assert httpx.get(address + path, timeout=20).status_code == 200
            assert (
                f"wellspring_questions_waiting {len(sent)}.0"
                in httpx.get(f"{address}/metrics", timeout=20).text
            )
        assert {client.result() for client in asked} <= {200, 303}
    assert (line.inside, line.waiting) == (0, 0)


def test_an_mcp_client_is_told_when_to_ask_again_and_leaves_when_it_calls_off(
    well: Wellspring,
) -> None:
    line = Line(1, 2)

    async def run() -> None:
        async with Client(mcp_server(well.index, well.answerer, line)) as client:
            line.join()
            held = line.join()
            refused = await client.call_tool("ask", {"question": QUESTION})
            assert refused.is_error
            assert "Ask again in" in str(refused.content)
            held.leave()
            with anyio.move_on_after(1):
                await client.call_tool("search", {"query": QUESTION})
            with anyio.fail_after(20):
                while line.waiting:
                    await anyio.sleep(0.05)
            read = await client.call_tool(
                "read_article", {"article_id": well.index.articles()[0].id}
            )
            assert not read.is_error

    anyio.run(run)


def test_a_double_click_on_the_form_is_answered_once(well: Wellspring, serve: Serve) -> None:
    app = create_app(well.index, well.answerer, local=True)
    address, form = serve(app), {"question": QUESTION, "submission": "s-12345678"}
    with ThreadPoolExecutor(4) as clients:
        led = list(
            clients.map(
                lambda _: httpx.post(address, data=form, timeout=60).headers["location"], range(4)
            )
        )
    assert len(set(led)) == 1
    assert httpx.get(f"{address}/conversations", timeout=20).json()["total"] == 1


def test_two_streams_of_one_submission_at_the_same_moment_are_answered_once(
    well: Wellspring, serve: Serve
) -> None:
    address = serve(create_app(well.index, well.answerer, local=True))
    body = {
        "question": QUESTION,
        "submission": "s-12345678",
        "conversation_id": "new",
        "stream": True,
    }
    with ThreadPoolExecutor(8) as clients:
        given = list(
            clients.map(lambda _: httpx.post(f"{address}/ask", json=body, timeout=60), range(8))
        )
    assert {response.status_code for response in given} <= {200, 409}
    ids = {
        json.loads(response.text.split("event: answer\r\ndata: ")[1].splitlines()[0])["id"]
        for response in given
        if response.is_success
    }
    assert len(ids) == 1
    assert httpx.get(f"{address}/conversations", timeout=20).json()["total"] == 1
