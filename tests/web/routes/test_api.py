import json

import pytest
from fastapi.testclient import TestClient

QUESTION = "How many Dolan sheep were contracted for breeding?"


def test_ask_returns_the_contract(client: TestClient) -> None:
    answer = client.post("/ask", json={"question": QUESTION}).json()
    assert list(answer) == [
        *("answer", "short_answer", "answered", "confidence", "question", "standalone_question"),
        *("citations", "passages", "timings_ms", "models"),
        *("kind", "reason", "missing", "nearest", "scope", "answer_ranges", "sides"),
        *("written_by", "dropped", "generator_away"),
    ]
    assert answer["scope"] is None
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
        "page",
        "passage",
        "score",
        "answer_ranges",
        "date",
        "line",
        "validity",
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
def test_a_stream_has_meta_then_steps_then_tokens_then_the_answer(
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
    assert events[1:4] == ["step"] * 3
    assert set(events[4:-1]) == {"token"}
    assert "".join(item["text"] for item in data[4:-1]) == data[-1]["answer"]
    searching, reading, writing = data[1:4]
    assert searching == {"step": "searching"}
    assert (reading["step"], reading["passages"]) == ("reading", data[-1]["passages"])
    assert writing["step"] == "writing"
    assert writing["short_answer"] in writing["sentence"]["text"]


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


def test_search_returns_passages(client: TestClient) -> None:
    passages = client.post("/search", json={"query": "Dolan sheep", "top_k": 2}).json()["passages"]
    assert len(passages) == 2
    place = {"article_id", "title", "source", "start", "end", "page"}
    assert set(passages[0]) == {*place, "text", "score"}


def test_articles_are_listed_for_a_client(client: TestClient) -> None:
    articles = client.get("/articles").json()["articles"]
    assert [article["source"][:9] for article in articles] == [f"seeds/00{n}" for n in range(5)]


def test_health_and_ready(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json()["articles"] == 5


def test_a_declined_question_has_others_nearby_that_are_answered(client: TestClient) -> None:
    asked = "How much did SZSE invest to renovate dilapidated schools in Wushan County in 1950?"
    questions = client.post("/nearby", json={"question": asked}).json()["questions"]
    assert 1 <= len(questions) <= 3
    for question in questions:
        assert client.post("/ask", json={"question": question}).json()["answered"]
