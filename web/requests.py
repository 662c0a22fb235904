"""What every request gets: an id, a size limit, a line in the metrics."""

import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.problems import Problem
from index.types import WellspringError
from web.errors import error_json
from web.metrics import Metrics

MAX_REQUEST = 64_000_000  # bytes; three of the largest articles
# Bytes read and thrown away, so that the client hears the answer instead of a broken pipe.
_DRAIN = 1_000_000_000
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_ID = re.compile(r"[\w.-]{1,64}", re.ASCII)


class Requests:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """Wrap an application."""
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers, started = Headers(scope=scope), time.perf_counter()
        given = headers.get("x-request-id", "")
        request_id = given if _ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id

        async def tell(message: Message) -> None:
            """Send a message; count the answer as it begins, and give it its id."""
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["X-Request-Id"] = request_id
                self._count(scope, message["status"], time.perf_counter() - started)
            await send(message)

        length = headers.get("content-length", "")
        if length.isdigit() and int(length) > MAX_REQUEST:
            await _drain(receive)
            error = _too_large(int(length))
            await JSONResponse(error_json(error.code, error.message), error.code.status)(
                scope, receive, tell
            )
        else:
            await self._app(scope, _limited(receive), tell)

    def _count(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "other")
        self._metrics.requests.labels(
            scope["method"] if scope["method"] in _METHODS else "other", route, status
        ).inc()
        self._metrics.request_seconds.labels(route).observe(seconds)


def _limited(receive: Receive) -> Receive:
    """Refuse a body without a declared length once it grows too large."""
    size = 0

    async def read() -> Message:
        """Receive the next piece of the body; raises `WellspringError` for one too many."""
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MAX_REQUEST:
            raise _too_large(size)
        return message

    return read


async def _drain(receive: Receive) -> None:
    size = 0
    while size < _DRAIN:
        message = await receive()
        size += len(message.get("body", b""))
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return


def _too_large(size: int) -> WellspringError:
    limit = MAX_REQUEST // 1_000_000
    message = (
        f"The request has {size // 1_000_000} MB; at most {limit} MB are taken. "
        "Send the files one by one, or split them."
    )
    return WellspringError(Problem.REQUEST_TOO_LARGE, message)
