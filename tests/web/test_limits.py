"""Questions and searches that clients limit to some articles or a folder, whichever way they ask.

The answerer is one that tells what it was asked, so no model is loaded.
"""

import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import anyio
import pytest
from fastapi.testclient import TestClient
from mcp import Client

from index.building.build import build
from index.embedder import Embedder
from index.ranking.search import Index
from index.types import Limits
from qa.answerer import Answerer
from qa.history.conversations import Conversations
from tests.web.conftest import Telling, index_of
from web.app import create_app
from web.desk.asking import Desk
from web.desk.question import Question
from web.line import Line
from web.mcp import mcp_server
from web.metrics import Metrics

QUESTION = "How many owls were counted?"
OWL, ELK, FOX = "town/2023/owl.txt", "town/2024/elk.txt", "town/2024/fox.txt"
LIMITED = {"articles": [OWL]}
BAD: list[tuple[dict[str, object], int, str]] = [
    ({"articles": ["none"]}, 404, "unknown_article"),
    ({"articles": [OWL, "it's"]}, 404, "unknown_article"),
    ({"articles": []}, 422, "empty_scope"),
    ({"articles": [OWL], "folder": "2024"}, 422, "empty_scope"),
    ({"articles": ["Notes"]}, 422, "ambiguous_article"),
    ({"folder": "202_"}, 404, "unknown_folder"),
    ({"folder": "202"}, 404, "unknown_folder"),
    ({"folder": "../town"}, 404, "unknown_folder"),
    ({"folder": "/"}, 404, "unknown_folder"),
    ({"folder": ""}, 404, "unknown_folder"),
    ({"articles": [f"a{n}" for n in range(10_000)]}, 404, "unknown_article"),
    ({"articles": [OWL] * 10_001}, 422, "invalid_request"),
    ({"articles": OWL}, 422, "invalid_request"),
    ({"articles": [5]}, 422, "invalid_request"),
    ({"folder": "\ud800"}, 422, "invalid_request"),
]


@pytest.fixture
def index(tmp_path: Path, hashed: Embedder) -> Iterator[Index]:
    texts = {
        OWL: "Notes\n\nThe observatory counted 77 owls in March.",
        ELK: "Notes\n\nSeven elks crossed the frozen lake in May.",
        FOX: "The fox\n\nA fox of the northern wood was seen in April.",
    }
    with closing(index_of(tmp_path, texts, hashed)) as index:
        yield index


@pytest.fixture
def answerer(index: Index) -> Telling:
    return Telling(index)


@pytest.fixture
def client(index: Index, answerer: Telling) -> Iterator[TestClient]:
    app = create_app(index, answerer, local=True)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def desk(index: Index, answerer: Telling, tmp_path: Path) -> Iterator[Desk]:
    with closing(Conversations(tmp_path / "c.sqlite")) as conversations:
        yield Desk(index, answerer, conversations, Metrics())


def sources(answer: dict[str, Any]) -> set[str]:
    return {passage["source"] for passage in answer["passages"]}


def post(client: TestClient, path: str, body: dict[str, object]) -> tuple[int, dict[str, Any]]:
    """Send a body as it is, half characters too."""
    head = {"Content-Type": "application/json"}
    response = client.post(path, content=json.dumps(body), headers=head)
    return response.status_code, response.json()


def test_an_answer_comes_from_what_it_was_limited_to_and_tells_it(client: TestClient) -> None:
    _, named = post(client, "/ask", {"question": QUESTION, "articles": ["2024/elk.txt", OWL]})
    assert (named["scope"], sources(named)) == ([OWL, ELK], {OWL, ELK})
    _, below = post(client, "/ask", {"question": QUESTION, "folder": "2024"})
    assert (below["scope"], sources(below)) == (["town/2024/"], {ELK, FOX})
    _, anywhere = post(client, "/ask", {"question": QUESTION, "articles": None, "folder": None})
    assert (anywhere["scope"], sources(anywhere)) == (None, {OWL, ELK, FOX})


def test_a_stream_is_limited_too(client: TestClient) -> None:
    stream = client.post("/ask", json={"question": QUESTION, "folder": "2024", "stream": True})
    answer = json.loads(stream.text.split("event: answer\r\ndata: ")[1].splitlines()[0])
    assert (answer["scope"], sources(answer)) == (["town/2024/"], {ELK, FOX})


def test_a_search_is_limited_too(client: TestClient) -> None:
    _, found = post(client, "/search", {"query": QUESTION, "folder": "town/2024/"})
    assert sources(found) == {ELK, FOX}
    _, found = post(client, "/search", {"query": QUESTION, "articles": [OWL, OWL]})
    assert sources(found) == {OWL}


def test_a_chat_completion_is_limited_by_fields_of_ours(client: TestClient) -> None:
    messages = [{"role": "user", "content": QUESTION}]
    _, said = post(client, "/v1/chat/completions", {"messages": messages, **LIMITED})
    assert (said["wellspring"]["scope"], sources(said["wellspring"])) == ([OWL], {OWL})


@pytest.mark.parametrize(("limits", "status", "code"), BAD)
def test_what_limits_to_nothing_is_refused_before_anything_is_asked(
    client: TestClient, answerer: Telling, limits: dict[str, object], status: int, code: str
) -> None:
    messages = [{"role": "user", "content": QUESTION}]
    for path, body in (
        ("/ask", {"question": QUESTION}),
        ("/ask", {"question": QUESTION, "stream": True}),
        ("/search", {"query": QUESTION}),
        ("/v1/chat/completions", {"messages": messages}),
        ("/v1/chat/completions", {"messages": messages, "stream": True}),
    ):
        answered, said = post(client, path, {**body, **limits})
        assert (answered, said["error"]["code"]) == (status, code)
        assert 40 < len(said["error"]["message"]) < 500
    assert answerer.asked == 0


def kept(desk: Desk, limits: Limits, conversation: str = "new") -> dict[str, Any]:
    question = Question(QUESTION, (), 5, conversation, "s-12345678", limits)
    with desk.enter(question) as visit:
        *_, answer = visit.answer()
    assert isinstance(answer, dict)
    return answer


def test_a_submission_limited_otherwise_is_another_question(desk: Desk, answerer: Telling) -> None:
    first = kept(desk, Limits())
    conversation = first["conversation_id"]
    limited = [Limits([OWL]), Limits(folder="2024"), Limits([OWL], "2023"), Limits()]
    again = [kept(desk, limits, conversation) for limits in limited]
    assert [answer["scope"] for answer in again] == [[OWL], ["town/2024/"], [OWL], None]
    assert again[-1]["id"] == first["id"]
    assert kept(desk, Limits([OWL]), conversation)["id"] == again[0]["id"]
    assert answerer.asked == 4
    turns = desk.conversations.turns(conversation)
    assert [turn.answer.scope for turn in turns] == [None, [OWL], ["town/2024/"], [OWL]]


def test_a_kept_answer_is_given_again_after_its_article_is_gone(
    desk: Desk, index: Index, hashed: Embedder, tmp_path: Path
) -> None:
    first = kept(desk, Limits([OWL]))
    (tmp_path / OWL).unlink()
    build(tmp_path / "town", tmp_path / "data", hashed, lambda text: len(text.split()))
    assert index.scope(Limits(folder="2024")) is not None
    assert kept(desk, Limits([OWL]), first["conversation_id"])["id"] == first["id"]


def test_a_question_about_nothing_takes_no_place_in_the_line(index: Index, desk: Desk) -> None:
    crowded = Desk(index, desk.answerer, desk.conversations, Metrics(), Line(1, 0))
    bad = Question(QUESTION, submission="s-12345678", limits=Limits(["none"]))
    for _ in range(2):
        with pytest.raises(Exception, match="There is no article 'none'"):
            crowded.enter(bad)
    assert crowded.line.inside == 0


def with_tools(index: Index, answerer: Answerer, work: Callable[[Client], Awaitable[None]]) -> None:
    async def run() -> None:
        async with Client(mcp_server(index, answerer)) as client:
            await work(client)

    anyio.run(run)


def test_the_tools_are_limited_too(index: Index, answerer: Telling) -> None:
    async def use(client: Client) -> None:
        for tool, text in (("ask", "question"), ("search", "query")):
            asked = {text: QUESTION, "articles": ["town/2024/elk.txt"], "folder": "2024"}
            found = (await client.call_tool(tool, asked)).structured_content
            assert found is not None
            assert sources(found) == {ELK}
            assert found.get("scope", [ELK]) == [ELK]
            told = await client.call_tool(tool, {text: QUESTION, "folder": "../x"})
            assert told.is_error
            assert "is no path below the indexed folder" in str(told.content)

    with_tools(index, answerer, use)
