"""The manual at `/docs`, and what it is made of."""

import json
import re
from pathlib import Path

from fastapi.testclient import TestClient


def test_the_manual_loads_nothing_from_outside(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "http" not in page
    for address in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert client.get(address).status_code == 200


def test_openapi_describes_every_route_with_examples(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    paths = described["paths"]
    assert {"/ask", "/search", "/articles", "/articles/{article_id}"} <= set(paths)
    assert {"/conversations", "/v1/chat/completions", "/metrics"} <= set(paths)
    assert described["components"]["schemas"]["AskIn"]["examples"]
    answered = paths["/ask"]["post"]["responses"]["200"]["content"]["application/json"]
    assert answered["example"]["citations"]
    sent = paths["/articles"]["post"]["requestBody"]
    assert set(sent["content"]) == {"application/json", "multipart/form-data"}
    assert "example" in json.dumps(sent)


def test_every_route_is_in_the_manual(client: TestClient) -> None:
    manual = (Path(__file__).parents[3] / "docs" / "API.md").read_text("utf-8")
    paths = client.get("/openapi.json").json()["paths"]
    assert [path for path in paths if f"`{path}`" not in manual] == []
