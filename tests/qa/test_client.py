"""What a server says over HTTP, and what is made of streams that are not as they should be."""

import json
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from index.problems import Problem
from index.types import Limits, WellspringError
from qa.client import Server
from qa.types import Answer, Turn

Serve = Callable[[Any], str]
TOKEN = b'event: token\ndata: {"text": "Eight"}\n\n'
ANSWER = b'event: answer\ndata: {"answer": "Eight bells."}\n\n'
WHOLE = b'event: answer\ndata: {"answer": "Eight bells.", "answered": true, "question": "?", '
WHOLE += b'"citations": [], "passages": []}\n\n'
PASSAGE = {
    **{"article_id": "tower-1", "title": "The tower", "source": "a/tower.md"},
    **{"text": "Eight bells.", "start": 0, "end": 12, "score": 0.5},
}
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
    return list(Server(url).events("How many bells?"))


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

    stream = Server(serve(cut)).events("How many bells?")
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
        Server(url).ask("How many bells?")


@pytest.mark.parametrize("status", [307, 401, 422, 503])
def test_a_refusal_is_told_with_its_status_and_words(serve: Serve, status: int) -> None:
    async def refuse(_: Request) -> Response:
        return JSONResponse({"error": "not today"}, status)

    url = serve(app(refuse))
    for asked in (events, lambda url: Server(url).ask("How many bells?")):
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
        return JSONResponse({"passages": [PASSAGE]})

    url = serve(Starlette(routes=[Route("/{path}", note, methods=["POST"])]))
    (hit,) = Server(f"{url}/", "secret").search("bells", 2, Limits(["tower.md"]))
    assert (hit.passage.text, hit.passage.source, hit.score) == ("Eight bells.", "a/tower.md", 0.5)
    with pytest.raises(WellspringError):
        list(Server(url).stream("How many?", [Turn("What hangs there?", "Bells.")]))
    history = [{"question": "What hangs there?", "answer": "Bells."}]
    asked = {"question": "How many?", "history": history, "top_k": 5, "stream": True}
    assert json.loads(json.dumps(seen)) == [
        ["Bearer secret", {"query": "bells", "top_k": 2, "articles": ["tower.md"]}],
        [None, asked],
    ]


def test_words_and_answer_are_streamed(serve: Serve) -> None:
    word, answer = Server(serve(streamed(TOKEN, WHOLE))).stream("How many bells?")
    assert word == "Eight"
    assert isinstance(answer, Answer)
    assert (answer.text, answer.answered) == ("Eight bells.", True)


def test_an_answer_that_is_not_whole_is_told(serve: Serve) -> None:
    stream = Server(serve(streamed(TOKEN))).stream("How many bells?")
    assert next(stream) == "Eight"
    with pytest.raises(WellspringError, match="ended its answer before it was whole"):
        next(stream)


@pytest.mark.parametrize(
    ("code", "problem"),
    [("unknown_article", Problem.UNKNOWN_ARTICLE), ("of_later", Problem.SERVER_ERROR)],
)
def test_an_error_keeps_its_words_and_its_code(serve: Serve, code: str, problem: Problem) -> None:
    async def refuse(_: Request) -> Response:
        return JSONResponse({"error": {"code": code, "message": "Name another."}}, 404)

    with pytest.raises(WellspringError, match=r"^Name another\.$") as told:
        Server(serve(app(refuse))).ask("How many bells?")
    assert told.value.code is problem


def test_a_server_near_by_is_asked_without_a_proxy(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = serve(streamed(TOKEN, WHOLE))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert len(list(Server(url, near=True).stream("How many bells?"))) == 2
    with pytest.raises(WellspringError, match="No Wellspring server answers"):
        list(Server(url).stream("How many bells?"))
