"""Who may ask: keys, names, other sites; and the headers that keep foreign scripts out."""

import pytest
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from qa.wiring import Wellspring
from web.app import create_app
from web.security import install_security

BROWSER = {"Accept": "text/html"}
QUESTION = "How many Dolan sheep were contracted for breeding?"


def guarded(*keys: str, local: bool = False) -> TestClient:
    """A client of an application that answers everything with a word, but for its guard."""

    async def word(request: Request) -> PlainTextResponse:
        return PlainTextResponse("word")

    methods = ["GET", "POST", "PUT", "DELETE", "PATCH"]
    app = Starlette(routes=[Route("/{path:path}", word, methods=methods)])
    install_security(app, frozenset(keys), local=local)
    return TestClient(app, base_url="http://localhost" if local else "http://wellspring.lan")


def test_a_browser_is_asked_for_the_key() -> None:
    refused = guarded("sesame").get("/articles", headers=BROWSER)
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == 'Basic realm="Wellspring"'
    assert "default-src 'none'" in refused.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/health", "/ready"])
def test_health_is_told_without_a_key(path: str) -> None:
    assert guarded("sesame").get(path).text == "word"


@pytest.mark.parametrize("key", ["", "sesam", "sesames", "SESAME"])
def test_only_the_very_key_opens(key: str) -> None:
    refused = guarded("sesame").get("/", headers={"Authorization": f"Bearer {key}"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "key_needed")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/ask", True),
        ("POST", "/mcp", True),
        ("DELETE", "/mcp", True),
        ("GET", "/articles", True),
        ("POST", "/articles", False),
        ("POST", "/ask/", False),
        ("GET", "/conversations", False),
        ("GET", "/answers/1", False),
        ("GET", "/feedback", False),
    ],
)
def test_open_to_all_means_asking_and_reading(method: str, path: str, allowed: bool) -> None:
    assert guarded().request(method, path).is_success == allowed
    assert guarded(local=True).request(method, path).is_success


@pytest.mark.parametrize("name", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
def test_this_machine_has_three_names(name: str) -> None:
    assert guarded(local=True).get("/", headers={"Host": name}).is_success


def test_every_response_forbids_foreign_scripts(client: TestClient) -> None:
    for path in ("/", "/articles", "/health", "/static/chat/chat.js", "/nowhere"):
        assert "default-src 'none'" in client.get(path).headers["content-security-policy"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),  # another port of this machine
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Origin": "http://localhost", "Host": "localhost"}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://behind-a-proxy.example"}, 200),
        ({}, 200),
    ],
)
def test_a_form_on_another_site_is_refused(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    response = client.post("/", data={"question": QUESTION}, headers={**BROWSER, **headers})
    assert response.status_code == status


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


def test_a_local_server_answers_under_its_own_name_only(well: Wellspring) -> None:
    app = create_app(well.index, well.answerer, local=True)
    assert TestClient(app, base_url="http://localhost:8000").get("/articles").status_code == 200
    refused = TestClient(app, base_url="http://elsewhere.example:8000").get("/articles")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "foreign_host")
