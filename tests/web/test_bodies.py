"""What the JSON of every request has in common."""

import json

import pytest
from fastapi.testclient import TestClient

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
