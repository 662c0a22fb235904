"""HEAD answers as GET does, without the body: monitors and checkers of links ask so."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import httpx
import pytest

from tests.web.front.conftest import Made, client_of

BROWSER = {"Accept": "text/html"}
CHANGING = {"x-request-id"}  # from one answer to the next


def read_at(routes: Sequence[Any]) -> set[str]:
    """Return every path that GET answers, also of the routers that an application includes."""
    found: set[str] = set()
    for route in routes:
        if inner := getattr(route, "original_router", None):
            found |= read_at(inner.routes)
        if "GET" in (getattr(route, "methods", None) or ()):
            found.add(route.path)
    return found


def test_every_address_that_get_answers_is_answered_the_same_without_its_body(made: Made) -> None:
    app = made()
    client = client_of(app)
    kept = client.post("/ask", json={"question": "Where?", "conversation_id": "new"}).json()
    real = {
        "conversation_id": kept["conversation_id"],
        "answer_id": kept["id"],
        "article_id": client.get("/articles").json()["articles"][0]["article_id"],
        "language": "zh",
        "model": "wellspring",
    }
    paths = {re.sub(r"{(\w+)}", lambda name: real[name[1]], it) for it in read_at(app.routes)}
    assert len(paths) > 18
    for path in sorted(paths | {"/static/style.css", "/swagger/swagger-ui.css", "/nowhere"}):
        for asked in (BROWSER, {}):
            got, head = (
                client.request(method, path, headers=asked, follow_redirects=False)
                for method in ("GET", "HEAD")
            )
            assert (head.status_code, head.content) == (got.status_code, b""), path
            if path in ("/metrics", "/"):  # which counts requests; which has a word of its own
                continue
            assert {name: it for name, it in head.headers.items() if name not in CHANGING} == {
                name: it for name, it in got.headers.items() if name not in CHANGING
            }, path


def test_a_request_is_counted_as_what_it_was(made: Made) -> None:
    client = client_of(made())
    client.head("/health")
    counted = 'wellspring_requests_total{method="HEAD",route="/health",status="200"} 1.0'
    assert counted in client.get("/metrics").text


@pytest.mark.parametrize("path", ["/ask", "/nearby"])
def test_what_cannot_be_read_cannot_be_asked_for_with_head(made: Made, path: str) -> None:
    refused = client_of(made()).head(path)
    assert (refused.status_code, refused.headers["allow"]) == (405, "POST")


def test_a_connection_can_be_used_again_after_head(
    made: Made, serve: Callable[[object], str]
) -> None:
    with httpx.Client(base_url=serve(made())) as client:
        for _ in range(2):
            assert client.head("/articles", headers=BROWSER).status_code == 200
            assert client.get("/health").json() == {"status": "ok"}
