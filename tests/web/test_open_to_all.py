"""A server that anyone can reach without a key answers questions, keeps and changes nothing."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from mcp import Client

from index.ranking.search import Index
from qa.history.conversations import Conversations
from qa.wiring import Wellspring
from web.app import create_app
from web.library.shelf import Shelf

BROWSER = {"Accept": "text/html"}
QUESTION = "When was the Orrin bridge opened?"
COMMAND = str(Path(sys.executable).parent / "wellspring")
MAY_BE_SENT = {
    ("POST", "/"),
    ("POST", "/ask"),
    ("POST", "/search"),
    ("POST", "/v1/chat/completions"),
}
READING = {"GET", "HEAD", "OPTIONS"}


@dataclass
class Town:
    """Two articles, one kept conversation, and the server over them in each of its modes."""

    well: Wellspring
    index: Index
    shelf: Shelf
    conversations: Conversations

    def app(self, *keys: str, local: bool = False) -> FastAPI:
        answerer = self.well.answerer_over(self.index)
        return create_app(
            self.index,
            answerer,
            frozenset(keys),
            conversations=self.conversations,
            shelf=self.shelf,
            local=local,
        )

    def client(self, *keys: str, local: bool = False) -> TestClient:
        host = "localhost" if local else "wellspring.lan"
        return TestClient(
            self.app(*keys, local=local), base_url=f"http://{host}", raise_server_exceptions=False
        )


@pytest.fixture
def own(well: Wellspring, shelf: Shelf, tmp_path: Path) -> Iterator[Town]:
    conversations = Conversations(tmp_path / "data" / "conversations.sqlite")
    town = Town(well, Index(tmp_path / "data", well.embedder), shelf, conversations)
    asked = town.client(local=True).post(
        "/ask", json={"question": QUESTION, "conversation_id": "new"}
    )
    assert asked.json()["conversation_id"]
    yield town
    conversations.close()


def routes_of(routes: Sequence[Any]) -> set[tuple[str, str]]:
    """Every method with every path of an application.

    Also of the routers that it includes and of what the manual leaves out.
    """
    found: set[tuple[str, str]] = set()
    for route in routes:
        if inner := getattr(route, "original_router", None):
            found |= routes_of(inner.routes)
        found |= {(method, route.path) for method in getattr(route, "methods", None) or ()}
    return found


def state_of(own: Town, folder: Path) -> tuple[dict[str, bytes], int, list[Any]]:
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    (conversation,) = own.conversations.all()
    return (
        files,
        own.index.stored_generation(),
        [conversation, own.conversations.turns(conversation.id)],
    )


def test_every_route_that_writes_is_refused_but_for_those_that_ask(own: Town, folder: Path) -> None:
    (conversation,) = own.conversations.all()
    (turn,) = own.conversations.turns(conversation.id)
    real = {
        "article_id": own.index.articles()[0].id,
        "conversation_id": conversation.id,
        "answer_id": turn.id,
        "undo": "x",
    }
    writing = {
        (method, path)
        for method, path in routes_of(own.app(local=True).routes)
        if method not in READING
    }
    assert writing > MAY_BE_SENT  # there is something to refuse
    before, client = state_of(own, folder), own.client()
    for method, path in sorted(writing - MAY_BE_SENT):
        address = re.sub(r"{(\w+)}", lambda name: real[name[1]], path)
        body = {
            "text": "Gone.",
            "title": "Gone",
            "up": False,
            "articles": [{"name": "new.md", "text": "New."}],
        }
        for given in ({"json": body}, {"data": body}, {}):
            refused = client.request(method, address, **given)  # type: ignore[arg-type]
            assert (refused.status_code, refused.json()["error"]["code"]) == (403, "open_to_all"), (
                method,
                path,
            )
            assert re.search("WELLSPRING_API_KEYS.*127.0.0.1", refused.json()["error"]["message"])
    assert state_of(own, folder) == before


def test_an_application_that_is_open_to_all_has_no_route_that_writes(own: Town) -> None:
    assert {
        route for route in routes_of(own.app().routes) if route[0] not in READING
    } == MAY_BE_SENT


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "MOVE"])
def test_a_method_that_no_route_has_is_refused_too(own: Town, method: str) -> None:
    assert own.client().request(method, "/ask").json()["error"]["code"] == "open_to_all"


def test_what_people_asked_before_is_shown_to_nobody(own: Town) -> None:
    (conversation,) = own.conversations.all()
    (turn,) = own.conversations.turns(conversation.id)
    hidden = [
        *("/conversations", "/conversations/", "/feedback", f"/answers/{turn.id}"),
        *(f"/conversations/{conversation.id}", f"/conversations/{conversation.id}/export"),
    ]
    client, private = own.client(), own.client(local=True)
    for address in hidden:
        assert private.get(address).status_code == 200
        refused = client.get(address)
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "open_to_all"), (
            address
        )
    for address in ("/", f"/?conversation={conversation.id}", "/?search=Orrin"):
        assert QUESTION in private.get(address, headers=BROWSER).text
        assert QUESTION not in client.get(address, headers=BROWSER).text


def test_anyone_may_ask_search_and_read(own: Town, folder: Path) -> None:
    before, client = state_of(own, folder), own.client()
    assert "1874" in client.post("/ask", json={"question": QUESTION}).json()["answer"]
    assert "event: answer" in client.post("/ask", json={"question": QUESTION, "stream": True}).text
    assert client.post("/search", json={"query": "Orrin bridge"}).json()["passages"]
    chat = {"messages": [{"role": "user", "content": QUESTION}]}
    assert (
        "1874"
        in client.post("/v1/chat/completions", json=chat).json()["choices"][0]["message"]["content"]
    )
    assert "1874" in client.post("/", data={"question": QUESTION}, headers=BROWSER).text
    assert (
        "nine stone arches" in client.get(f"/articles/{own.index.articles()[0].id}").json()["text"]
    )
    history = [{"question": QUESTION, "answer": "In 1874. [1]"}]
    follow = client.post(
        "/ask", json={"question": "And when was the deck renewed?", "history": history}
    ).json()
    assert "Orrin bridge" in follow["standalone_question"]
    assert state_of(own, folder) == before


def test_an_answer_is_not_kept_on_request_either(own: Town, folder: Path) -> None:
    (conversation,) = own.conversations.all()
    before, client = state_of(own, folder), own.client()
    for name in ("new", conversation.id, "none"):
        refused = client.post("/ask", json={"question": QUESTION, "conversation_id": name})
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "open_to_all")
        page = client.post("/", data={"question": QUESTION, "conversation": name}, headers=BROWSER)
        assert (page.status_code, len(page.history)) == (200, 0)
    assert state_of(own, folder) == before


def test_the_page_offers_only_what_can_be_done(own: Town) -> None:
    offered = ('id="upload"', 'data-do="delete"', 'id="conversations"', 'name="conversation"')
    for client, can in ((own.client(), False), (own.client(local=True), True)):
        pages = (
            client.get("/", headers=BROWSER).text + client.get("/articles", headers=BROWSER).text
        )
        assert [mark in pages for mark in offered] == [can] * 4
        assert pages.count('class="meta">Anyone on the network') == (0 if can else 2)


@pytest.mark.parametrize(("keys", "local"), [(("sesame",), False), (("sesame",), True), ((), True)])
def test_with_a_key_or_on_this_machine_alone_all_can_be_done(
    own: Town, keys: tuple[str, ...], local: bool
) -> None:
    client = own.client(*keys, local=local)
    client.headers["Authorization"] = f"Bearer {','.join(keys)}"
    new = {"articles": [{"name": "ash.md", "text": "Ash grows here."}]}
    assert client.post("/articles", json=new).status_code == 201
    (conversation,) = client.get("/conversations").json()["conversations"]
    assert client.delete(f"/conversations/{conversation['conversation_id']}").status_code == 200


@contextmanager
def started(*arguments: str, data_dir: Path) -> Iterator[tuple[str, str]]:
    """Run a serving command on every address of this machine.

    Gives its own address and what it said of who may come in.
    """
    environment = {**os.environ, "WELLSPRING_DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1"}
    command = [COMMAND, *arguments, "--host", "0.0.0.0", "--port", "0"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split(" at ")[1].split()[0]
            yield address, server.stdout.readline()
        finally:
            server.terminate()


def test_the_command_says_what_anyone_can_do_and_how_to_change_it(well: Wellspring) -> None:
    with started("serve", data_dir=well.settings.data_dir) as (address, said):
        for part in (
            "Anyone who can reach",
            "ask",
            "read the articles",
            "nobody may add",
            "WELLSPRING_API_KEYS",
            "127.0.0.1",
        ):
            assert part in said
        refused = httpx.post(
            f"{address}/articles", json={"articles": [{"name": "a.md", "text": "Ash."}]}
        )
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "open_to_all")


def test_mcp_beyond_this_machine_says_the_same_and_its_tools_answer(well: Wellspring) -> None:
    with started("mcp", "--http", data_dir=well.settings.data_dir) as (address, said):
        assert re.search("Anyone who can reach.*WELLSPRING_API_KEYS.*127.0.0.1", said)
        assert httpx.put(address, json={}).json()["error"]["code"] == "open_to_all"

        async def ask() -> None:
            async with Client(address) as client:
                found = (
                    await client.call_tool("search", {"query": "Dolan sheep", "top_k": 2})
                ).structured_content
            assert found is not None
            assert len(found["passages"]) == 2

        anyio.run(ask)
