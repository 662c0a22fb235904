"""Security headers on every response, and API keys where they are set."""

import base64
import hmac
from collections.abc import Awaitable, Callable

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from starlette.applications import Starlette
from starlette.middleware.base import BaseHTTPMiddleware

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


def install_security(app: Starlette, api_keys: frozenset[str], *, local: bool = False) -> None:
    """Add the headers; with keys set, refuse every request without one except health checks.

    A `local` server without keys refuses requests under another name, which a foreign page can make by DNS rebinding.
    """

    async def guard(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        if api_keys and request.url.path not in OPEN_PATHS and not _has_key(request, api_keys):
            message = "A key is needed. Send `Authorization: Bearer KEY`; in a browser give it as the password."
            response: Response = JSONResponse(error_json("key_needed", message), 401, {"WWW-Authenticate": 'Basic realm="Wellspring"'})
        elif local and not api_keys and request.url.hostname not in LOCAL:
            message = "This server answers under localhost only. Set WELLSPRING_API_KEYS to give it another name."
            response = JSONResponse(error_json("foreign_host", message), 403)
        elif request.method != "GET" and request.headers.get("sec-fetch-site") == "cross-site":
            response = JSONResponse(error_json("cross_site", "Another site sent this request. Ask from Wellspring's own page."), 403)
        else:
            response = await call_next(request)
        response.headers.update(HEADERS)
        return response

    app.add_middleware(BaseHTTPMiddleware, dispatch=guard)


def _has_key(request: Request, api_keys: frozenset[str]) -> bool:
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            value = base64.b64decode(value).decode().partition(":")[2]
        except ValueError:
            return False
    return any(hmac.compare_digest(value.encode(), key.encode()) for key in api_keys)
