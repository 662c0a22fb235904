"""A server that anyone can reach without a key answers questions, keeps and changes nothing."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

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
    ("POST", "/nearby"),
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
        address = "http://localhost" if local else "http://wellspring.lan"
        app = self.app(*keys, local=local)
        return TestClient(app, base_url=address, raise_server_exceptions=False)


@pytest.fixture
def own(well: Wellspring, shelf: Shelf, tmp_path: Path) -> Iterator[Town]:
    conversations = Conversations(tmp_path / "data" / "conversations.sqlite")
    town = Town(well, Index(tmp_path / "data", well.embedder), shelf, conversations)
    body = {"question": QUESTION, "conversation_id": "new"}
    assert town.client(local=True).post("/ask", json=body).json()["conversation_id"]
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


def refusal(response: Any) -> tuple[int, str]:
    return response.status_code, response.json()["error"]["code"]


def state_of(own: Town, folder: Path) -> tuple[dict[str, bytes], int, list[Any]]:
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    (conversation,) = own.conversations.all()
    kept = [conversation, own.conversations.turns(conversation.id)]
    return files, own.index.stored_generation(), kept


def test_every_route_that_writes_is_refused_but_for_those_that_ask(own: Town, folder: Path) -> None:
    (conversation,) = own.conversations.all()
    (turn,) = own.conversations.turns(conversation.id)
    real = {
        "article_id": own.index.articles()[0].id,
        "conversation_id": conversation.id,
        "answer_id": turn.id,
        "undo": "x",
        "name": folder.name,
    }
    writing = {it for it in routes_of(own.app(local=True).routes) if it[0] not in READING}
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
            assert refusal(refused) == (403, "open_to_all"), (method, path)
            assert re.search("WELLSPRING_API_KEYS.*127.0.0.1", refused.json()["error"]["message"])
    assert state_of(own, folder) == before


def test_an_application_that_is_open_to_all_has_no_route_that_writes(own: Town) -> None:
    writing = {it for it in routes_of(own.app().routes) if it[0] not in READING}
    assert writing == MAY_BE_SENT


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
        assert refusal(refused) == (403, "open_to_all"), address
    for address in ("/", f"/?conversation={conversation.id}", "/?search=Orrin"):
        assert conversation.title in private.get(address, headers=BROWSER).text
        assert conversation.title not in client.get(address, headers=BROWSER).text
    assert QUESTION in private.get(f"/?conversation={conversation.id}", headers=BROWSER).text


def test_anyone_may_ask_search_and_read(own: Town, folder: Path) -> None:
    before, client = state_of(own, folder), own.client()
    assert "1874" in client.post("/ask", json={"question": QUESTION}).json()["answer"]
    assert "event: answer" in client.post("/ask", json={"question": QUESTION, "stream": True}).text
    assert client.post("/search", json={"query": "Orrin bridge"}).json()["passages"]
    chat = {"messages": [{"role": "user", "content": QUESTION}]}
    (choice,) = client.post("/v1/chat/completions", json=chat).json()["choices"]
    assert "1874" in choice["message"]["content"]
    assert "1874" in client.post("/", data={"question": QUESTION}, headers=BROWSER).text
    article = client.get(f"/articles/{own.index.articles()[0].id}").json()
    assert "nine stone arches" in article["text"]
    history = [{"question": QUESTION, "answer": "In 1874. [1]"}]
    follow = {"question": "And when was the deck renewed?", "history": history}
    assert "Orrin bridge" in client.post("/ask", json=follow).json()["standalone_question"]
    assert state_of(own, folder) == before


def test_an_answer_is_not_kept_on_request_either(own: Town, folder: Path) -> None:
    (conversation,) = own.conversations.all()
    before, client = state_of(own, folder), own.client()
    for name in ("new", conversation.id, "none"):
        refused = client.post("/ask", json={"question": QUESTION, "conversation_id": name})
        assert refusal(refused) == (403, "open_to_all")
        page = client.post("/", data={"question": QUESTION, "conversation": name}, headers=BROWSER)
        assert (page.status_code, len(page.history)) == (200, 0)
    assert state_of(own, folder) == before


def test_the_page_offers_only_what_can_be_done(own: Town) -> None:
    offered = ('id="upload"', 'data-do="remove"', 'id="conversations"', 'name="conversation"')
    for client, can in ((own.client(), False), (own.client(local=True), True)):
        pages = "".join(client.get(it, headers=BROWSER).text for it in ("/", "/articles"))
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
