"""Every error in one shape, whoever raises it."""

from collections.abc import Iterator
from typing import Annotated

import pytest
from fastapi import FastAPI, Form
from fastapi.testclient import TestClient

from qa.wiring import Wellspring
from web.app import create_app
from web.bodies import Body
from web.errors import install_errors
from web.metrics import Metrics
from web.requests import MAX_REQUEST, Requests

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "multipart/form-data; boundary=x"}


class Asked(Body):
    question: str


@pytest.fixture
def bare() -> TestClient:
    """A client of an application that takes JSON and a form, and has no models."""
    app = FastAPI()
    install_errors(app)
    app.add_middleware(Requests, metrics=Metrics())

    @app.post("/json")
    def json(asked: Asked) -> str:
        return asked.question

    @app.post("/form")
    def form(question: Annotated[str, Form()] = "") -> str:
        return question

    return TestClient(app, raise_server_exceptions=False)


def large() -> Iterator[bytes]:
    """A body that says nothing of its length, and is too large."""
    for _ in range(MAX_REQUEST // 1_000_000 + 1):
        yield b"x" * 1_000_000


@pytest.mark.parametrize(
    ("path", "body", "headers", "status", "code"),
    [
        ("/json", b"{", JSON, 400, "malformed_json"),
        ("/json", b'"\xff"', JSON, 400, "malformed_json"),
        ("/json", b"[" * 200_000, JSON, 400, "malformed_json"),
        ("/json", b"{}", JSON, 422, "invalid_request"),
        ("/form", b"x", FORM, 400, "broken_form"),
        ("/form", b"x", {"Content-Type": "multipart/form-data"}, 400, "broken_form"),
        ("/form", {"question": "x" * 1_100_000}, {}, 400, "broken_form"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused_with_what_to_do(
    bare: TestClient,
    path: str,
    body: bytes | dict[str, str],
    headers: dict[str, str],
    status: int,
    code: str,
) -> None:
    sent = {"data": body} if isinstance(body, dict) else {"content": body}
    refused = bare.post(path, headers=headers, **sent)
    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)
    assert len(refused.json()["error"]["message"]) > 40


@pytest.mark.parametrize(("path", "headers"), [("/json", JSON), ("/form", FORM)])
def test_a_body_of_unknown_length_that_grows_too_large_is_called_too_large(
    bare: TestClient, path: str, headers: dict[str, str]
) -> None:
    refused = bare.post(path, content=large(), headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (413, "request_too_large")


def test_a_browser_gets_the_same_error_as_a_page_in_its_language(bare: TestClient) -> None:
    headers = {"Accept": "text/html", "Accept-Language": "zh"}
    page = bare.get("/nowhere", headers=headers)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert '<html lang="zh">' in page.text
    assert 'role="alert"' in page.text


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
