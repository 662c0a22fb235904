"""What a server says over HTTP, and what is made of streams that are not as they should be."""

import json
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from typing import Any

import pytest
from eval.running.server import Server
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from index.types import WellspringError
from qa.types import Turn

Serve = Callable[[Any], str]
TOKEN = b'event: token\ndata: {"text": "Eight"}\n\n'
ANSWER = b'event: answer\ndata: {"answer": "Eight bells."}\n\n'
BOTH = [("token", {"text": "Eight"}), ("answer", {"answer": "Eight bells."})]


def app(answer: Callable[[Request], Any], path: str = "/ask") -> Starlette:
    return Starlette(routes=[Route(path, answer, methods=["POST"])])


def streamed(*pieces: bytes) -> Starlette:
    """Return an application that sends an event stream in these pieces."""

    async def send() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    async def answer(_: Request) -> Response:
        return StreamingResponse(send(), media_type="text/event-stream")

    return app(answer)


def events(url: str) -> list[tuple[str, Any]]:
    return list(Server(url).stream("How many bells?", ()))


@pytest.mark.parametrize(
    "pieces",
    [
        (TOKEN, ANSWER),
        (TOKEN + ANSWER,),
        tuple((TOKEN + ANSWER)[n : n + 1] for n in range(len(TOKEN + ANSWER))),
        (TOKEN.replace(b"\n", b"\r\n"), ANSWER.replace(b"\n", b"\r\n")),
        (TOKEN.replace(b"\n", b"\r"), ANSWER.replace(b"\n", b"\r")),
        (TOKEN.replace(b": ", b":"), ANSWER),
        (b": ping\n\n", TOKEN, b":\n", ANSWER),
        (TOKEN, b'event: answer\ndata: {"answer":\ndata: "Eight bells."}\n\n'),
        (TOKEN, b"id: 7\nretry: 10\n" + ANSWER),
    ],
)
def test_events_are_read_in_every_form_that_the_standard_allows(
    serve: Serve, pieces: tuple[bytes, ...]
) -> None:
    assert events(serve(streamed(*pieces))) == BOTH


def test_a_character_that_is_sent_in_two_pieces_is_one(serve: Serve) -> None:
    sent = 'event: token\ndata: {"text": "acht — 八"}\n\n'.encode()
    pieces = [sent[a:b] for a, b in pairwise((0, 30, 31, 32, len(sent)))]
    assert events(serve(streamed(*pieces))) == [("token", {"text": "acht — 八"})]


def test_an_event_that_is_cut_off_is_left_out(serve: Serve) -> None:
    assert events(serve(streamed(TOKEN, ANSWER[:-20]))) == BOTH[:1]


def test_a_stream_that_breaks_off_is_told(serve: Serve) -> None:
    async def cut(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            headers = [(b"content-type", b"text/event-stream"), (b"content-length", b"999")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": TOKEN, "more_body": True})

    stream = Server(serve(cut)).stream("How many bells?", ())
    assert next(stream) == BOTH[0]
    with pytest.raises(WellspringError, match="No Wellspring server answers"):
        next(stream)


def test_what_the_server_says_of_an_error_is_told(serve: Serve) -> None:
    error = b'event: error\ndata: {"error": {"message": "The index is gone."}}\n\n'
    with pytest.raises(WellspringError, match=r"^The index is gone\.$"):
        events(serve(streamed(TOKEN, error)))


@pytest.mark.parametrize(
    "sent", [b"data: no JSON\n\n", b"event: error\ndata: {\n\n", b"event: answer\ndata: {\n\n"]
)
def test_an_event_without_json_is_told(serve: Serve, sent: bytes) -> None:
    with pytest.raises(WellspringError, match="No Wellspring server answers"):
        events(serve(streamed(sent)))


def test_a_page_in_place_of_a_stream_is_told(serve: Serve) -> None:
    async def page(_: Request) -> Response:
        return HTMLResponse("<h1>Another service</h1>")

    url = serve(app(page))
    with pytest.raises(WellspringError, match=f"No Wellspring server answers at {url}"):
        events(url)
    with pytest.raises(WellspringError, match=f"No Wellspring server answers at {url}"):
        Server(url).ask("How many bells?", (), 5)


@pytest.mark.parametrize("status", [307, 401, 422, 503])
def test_a_refusal_is_told_with_its_status_and_words(serve: Serve, status: int) -> None:
    async def refuse(_: Request) -> Response:
        return JSONResponse({"error": "not today"}, status)

    url = serve(app(refuse))
    for asked in (events, lambda url: Server(url).ask("How many bells?", (), 5)):
        with pytest.raises(WellspringError, match=f"{url}/ask answered {status}: .*not today"):
            asked(url)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9", "127.0.0.1:9", "ftp://localhost", "http://["]
)
def test_where_no_server_is_it_is_told_how_to_start_one(url: str) -> None:
    with pytest.raises(WellspringError, match="Start one with `make run`"):
        Server(url).search("bells", 5)


def test_question_turns_and_key_are_sent_as_the_manual_has_them(serve: Serve) -> None:
    seen: list[tuple[str | None, Any]] = []

    async def note(request: Request) -> Response:
        seen.append((request.headers.get("authorization"), await request.json()))
        return JSONResponse({"passages": [{"text": "Eight bells."}, {"text": "A tower."}]})

    url = serve(Starlette(routes=[Route("/{path}", note, methods=["POST"])]))
    assert Server(f"{url}/", "secret").search("bells", 2) == ["Eight bells.", "A tower."]
    with pytest.raises(WellspringError):
        list(Server(url).stream("How many?", [Turn("What hangs there?", "Bells.")]))
    history = [{"question": "What hangs there?", "answer": "Bells."}]
    assert json.loads(json.dumps(seen)) == [
        ["Bearer secret", {"query": "bells", "top_k": 2}],
        [None, {"question": "How many?", "history": history, "stream": True}],
    ]
