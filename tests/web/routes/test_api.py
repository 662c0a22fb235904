import json

import pytest
from fastapi.testclient import TestClient

from qa.wiring import Wellspring
from web.app import create_app

QUESTION = "How many Dolan sheep were contracted for breeding?"


def test_ask_returns_the_contract(client: TestClient) -> None:
    answer = client.post("/ask", json={"question": QUESTION}).json()
    assert list(answer) == [
        *("answer", "short_answer", "answered", "confidence", "question", "standalone_question"),
        *("citations", "passages", "timings_ms", "models"),
    ]
    assert answer["answered"] is True
    assert 0 <= answer["confidence"] <= 1
    assert set(answer["models"]) == {"embedder", "generator", "index"}
    assert len(answer["passages"]) == 5


def test_a_quote_is_at_its_offsets_in_the_article(client: TestClient) -> None:
    citations = client.post("/ask", json={"question": QUESTION}).json()["citations"]
    assert set(citations[0]) == {
        "marker",
        "article_id",
        "title",
        "source",
        "quote",
        "start",
        "end",
        "passage",
        "score",
    }
    for citation in citations:
        text = client.get(f"/articles/{citation['article_id']}").json()["text"]
        assert text[citation["start"] : citation["end"]] == citation["quote"]
        assert citation["quote"] in citation["passage"]


def test_a_declined_answer_keeps_the_nearest_passages(client: TestClient) -> None:
    answer = client.post(
        "/ask", json={"question": "Who won the world cup in 2018?", "top_k": 3}
    ).json()
    assert (answer["answered"], answer["citations"], len(answer["passages"])) == (False, [], 3)


def test_history_makes_a_follow_up(client: TestClient) -> None:
    history = [{"question": QUESTION, "answer": "3583 [1]"}]
    answer = client.post(
        "/ask", json={"question": "By how many families?", "history": history}
    ).json()
    assert "Dolan sheep" in answer["standalone_question"]


@pytest.mark.parametrize(
    "ask",
    [
        {"json": {"stream": True}, "headers": {}},
        {"json": {}, "headers": {"Accept": "text/event-stream"}},
    ],
)
def test_a_stream_has_meta_then_tokens_then_the_answer(
    client: TestClient, ask: dict[str, dict[str, object]]
) -> None:
    body = {"question": QUESTION, **ask["json"]}
    response = client.post(
        "/ask", json=body, headers={k: str(v) for k, v in ask["headers"].items()}
    )
    events = [
        line.split(": ", 1)[1] for line in response.text.splitlines() if line.startswith("event: ")
    ]
    data = [
        json.loads(line.split(": ", 1)[1])
        for line in response.text.splitlines()
        if line.startswith("data: ")
    ]
    assert events[0] == "meta"
    assert events[-1] == "answer"
    assert set(events[1:-1]) == {"token"}
    assert "".join(item["text"] for item in data[1:-1]) == data[-1]["answer"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"question": ""}, 422, "empty_question"),
        ({"question": " \n "}, 422, "empty_question"),
        ({"question": "😀"}, 422, "no_words"),
        ({"question": "x" * 20_000}, 413, "question_too_long"),
        ({"question": "", "stream": True}, 422, "empty_question"),
        ({}, 422, "invalid_request"),
        ({"question": 5}, 422, "invalid_request"),
        ({"question": "x", "top_k": 0}, 422, "invalid_request"),
        ({"question": "x", "history": [{"question": "only"}]}, 422, "invalid_request"),
        ({"question": "x", "temperature": 1}, 422, "invalid_request"),
    ],
)
def test_a_bad_question_gets_the_one_error_shape(
    client: TestClient, body: dict[str, object], status: int, code: str
) -> None:
    response = client.post("/ask", json=body)
    assert response.status_code == status
    assert list(response.json()) == ["error"]
    assert response.json()["error"]["code"] == code
    assert len(response.json()["error"]["message"]) > 20


@pytest.mark.parametrize(
    "question",
    ["贫困贷款的余额是多少？", "<script>alert(1)</script> loans?", "'; DROP TABLE articles;--"],
)
def test_odd_questions_are_answered_or_declined(client: TestClient, question: str) -> None:
    assert client.post("/ask", json={"question": question}).status_code == 200


HALVES = [
    ("POST", "/ask", {"question": "When?\ud800"}),
    ("POST", "/ask", {"question": "When?", "history": [{"question": "a", "answer": "\udfff"}]}),
    ("POST", "/search", {"query": "sheep \ud800"}),
    ("POST", "/v1/chat/completions", {"messages": [{"role": "user", "content": "sheep \ud800"}]}),
    (
        "POST",
        "/v1/chat/completions",
        {"messages": [{"role": "user", "content": [{"type": "text", "text": "\ud800"}]}]},
    ),
    ("PATCH", "/conversations/none", {"title": "\ud800"}),
    ("PUT", "/answers/none/feedback", {"up": True, "comment": "\ud800"}),
]


@pytest.mark.parametrize(("method", "path", "body"), HALVES)
def test_half_a_character_is_refused_wherever_it_stands(
    client: TestClient, method: str, path: str, body: dict[str, object]
) -> None:
    response = client.request(
        method,
        path,
        content=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    assert (response.status_code, response.json()["error"]["code"]) == (422, "invalid_request")
    assert "half a character" in response.json()["error"]["message"]


def test_malformed_json_is_named(client: TestClient) -> None:
    response = client.post(
        "/ask", content=b'{"question": ', headers={"Content-Type": "application/json"}
    )
    assert (response.status_code, response.json()["error"]["code"]) == (400, "malformed_json")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/articles/none", 404, "unknown_article"),
        ("GET", "/nowhere", 404, "not_found"),
        ("GET", "/ask", 405, "method_not_allowed"),
        ("GET", "/static/none.css", 404, "not_found"),
    ],
)
def test_every_error_has_the_one_shape(
    client: TestClient, method: str, path: str, status: int, code: str
) -> None:
    response = client.request(method, path)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


def test_an_unexpected_failure_shows_no_traceback(well: Wellspring) -> None:
    class Broken:
        def __getattr__(self, name: str) -> object:
            raise RuntimeError("secret detail")

    client = TestClient(create_app(Broken(), well.answerer), raise_server_exceptions=False)  # type: ignore[arg-type]
    response = client.get("/articles")
    assert (response.status_code, response.json()["error"]["code"]) == (500, "internal_error")
    assert "secret" not in response.text


def test_search_returns_passages(client: TestClient) -> None:
    passages = client.post("/search", json={"query": "Dolan sheep", "top_k": 2}).json()["passages"]
    assert len(passages) == 2
    assert set(passages[0]) == {"article_id", "title", "source", "text", "start", "end", "score"}


def test_articles_are_listed_for_a_client(client: TestClient) -> None:
    articles = client.get("/articles").json()["articles"]
    assert [article["source"][:9] for article in articles] == [f"seeds/00{n}" for n in range(5)]


def test_health_and_ready(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json()["articles"] == 5


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ({}, 401),
        ({"Authorization": "Bearer wrong"}, 401),
        ({"Authorization": "Basic %%%"}, 401),
        ({"Authorization": "Bearer k2"}, 200),
        ({"Authorization": "Basic dTprMQ=="}, 200),
    ],
)
def test_a_key_is_needed_where_keys_are_set(
    well: Wellspring, header: dict[str, str], status: int
) -> None:
    client = TestClient(create_app(well.index, well.answerer, frozenset({"k1", "k2"})))
    assert client.get("/articles", headers=header).status_code == status
    assert client.get("/health").status_code == 200
