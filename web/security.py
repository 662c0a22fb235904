"""Security headers on every response, and API keys where they are set."""

import base64
import hmac
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.errors import error_json

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
OPEN_PATHS = ("/health", "/ready")


LOCAL = ("127.0.0.1", "localhost", "::1")


class Security:
    """ASGI middleware: adds the headers and refuses what may not be asked.

    With keys set, every request needs one, except health checks. A `local` server without keys refuses requests under
    another name, which a foreign page can make by DNS rebinding.
    """

    def __init__(self, app: ASGIApp, api_keys: frozenset[str], local: bool) -> None:
        """Wrap an application."""
        self._app = app
        self._api_keys = api_keys
        self._local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refusal = self._refusal(Request(scope)) if scope["type"] == "http" else None
        await (refusal or self._app)(scope, receive, tell)

    def _refusal(self, request: Request) -> Response | None:
        if self._api_keys and request.url.path not in OPEN_PATHS and not _has_key(request, self._api_keys):
            message = "A key is needed. Send `Authorization: Bearer KEY`; in a browser give it as the password."
            return JSONResponse(error_json("key_needed", message), 401, {"WWW-Authenticate": 'Basic realm="Wellspring"'})
        if self._local and not self._api_keys and request.url.hostname not in LOCAL:
            message = "This server answers under localhost only. Set WELLSPRING_API_KEYS to give it another name."
            return JSONResponse(error_json("foreign_host", message), 403)
        if request.method not in ("GET", "HEAD") and _is_foreign(request):
            return JSONResponse(error_json("cross_site", "Another site sent this request. Ask from Wellspring's own page."), 403)
        return None


def _is_foreign(request: Request) -> bool:
    """Tell whether a page of another origin sent a request; programs send neither header, browsers one of them."""
    if site := request.headers.get("sec-fetch-site"):
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def install_security(app: Starlette, api_keys: frozenset[str], *, local: bool = False) -> None:
    """Guard an application."""
    app.add_middleware(Security, api_keys=api_keys, local=local)


def _has_key(request: Request, api_keys: frozenset[str]) -> bool:
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            value = base64.b64decode(value).decode().partition(":")[2]
        except ValueError:
            return False
    return any(hmac.compare_digest(value.encode(), key.encode()) for key in api_keys)
