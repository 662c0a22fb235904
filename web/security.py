"""Security headers, API keys, and what is refused where anyone comes in without one."""

import base64
import hmac
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.problems import Problem
from index.types import WellspringError
from web.errors import error_response
from web.front.prefix import path_of

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
OPEN_PATHS = ("/health", "/ready")
LOCAL = ("127.0.0.1", "localhost", "::1")
READING = ("GET", "HEAD", "OPTIONS")
# What else a server that is open to all answers: questions, which change nothing, and the end of a
# session with MCP. Every other route that there is or will be is refused.
_ASKED_AT = ("/", "/ask", "/search", "/nearby", "/v1/chat/completions", "/mcp")
ASKING = frozenset([*(("POST", path) for path in _ASKED_AT), ("DELETE", "/mcp")])
KEPT = ("/conversations", "/answers", "/feedback")  # what people asked before
OPEN_TO_ALL = (
    "This server is open to a network without a key, so nothing is kept or changed here. "
    "Whoever runs it can set WELLSPRING_API_KEYS, or serve on 127.0.0.1 alone."
)
CROSS_SITE = (
    "Another site sent this request. Ask from Wellspring's own page. Whoever runs this server can "
    "let pages of that site call it: WELLSPRING_ALLOWED_ORIGINS names their origins."
)
OPEN_NOTE = (
    "Anyone who can reach this machine may ask, search and read the articles, without a key. "
    "Nothing is kept of it, and nobody may add, replace or delete an article or see a "
    "conversation, you included. To have that, set WELLSPRING_API_KEYS (and give the key) or "
    "serve on 127.0.0.1."
)


def is_open_to_all(api_keys: frozenset[str], *, local: bool) -> bool:
    """Tell whether anyone on a network can come in without a key."""
    return not api_keys and not local


class Security:
    """ASGI middleware: adds the headers and refuses what may not be asked.

    With keys set, every request needs one, except health checks. A `local` server without keys
    refuses requests under another name, which a foreign page can make by DNS rebinding. One that
    is neither answers questions and shows the articles, and refuses all else.
    """

    def __init__(
        self, app: ASGIApp, api_keys: frozenset[str], local: bool, origins: frozenset[str]
    ) -> None:
        """Wrap an application."""
        self._app = app
        self._origins = origins
        self._api_keys = api_keys
        self._local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def tell(message: Message) -> None:
            """Send a message; an answer that begins gets the headers."""
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        try:
            if scope["type"] == "http":
                self._check(Request(scope))
            answer: ASGIApp = self._app
        except WellspringError as error:
            answer = refused = error_response(Request(scope), error.code, error.message)
            if error.code is Problem.KEY_NEEDED:
                refused.headers["WWW-Authenticate"] = 'Basic realm="Wellspring"'
        await answer(scope, receive, tell)

    def _check(self, request: Request) -> None:
        """Refuse what may not be asked; raises `WellspringError`."""
        if (
            self._api_keys
            and path_of(request) not in OPEN_PATHS
            and not _has_key(request, self._api_keys)
        ):
            message = (
                "A key is needed. Send `Authorization: Bearer KEY`; "
                "in a browser give it as the password."
            )
            raise WellspringError(Problem.KEY_NEEDED, message)
        if self._local and not self._api_keys and request.url.hostname not in LOCAL:
            message = (
                "This server answers under localhost only. "
                "Set WELLSPRING_API_KEYS to give it another name."
            )
            raise WellspringError(Problem.FOREIGN_HOST, message)
        if request.method not in ("GET", "HEAD") and _is_foreign(request, self._origins):
            message = CROSS_SITE
            raise WellspringError(Problem.CROSS_SITE, message)
        if is_open_to_all(self._api_keys, local=self._local) and not _is_asking_or_reading(request):
            raise WellspringError(Problem.OPEN_TO_ALL, OPEN_TO_ALL)


def _is_asking_or_reading(request: Request) -> bool:
    path = path_of(request)
    if path.startswith(KEPT):
        return False
    return request.method in READING or (request.method, path) in ASKING


def _is_foreign(request: Request, origins: frozenset[str]) -> bool:
    """Tell whether a page of another origin sent a request, and of none that is let in.

    Programs send neither header, browsers one of them.
    """
    if request.headers.get("origin") in origins:
        return False
    if site := request.headers.get("sec-fetch-site"):
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    try:
        return origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    except ValueError:  # no address at all, such as "http://["
        return True


def install_security(
    app: Starlette,
    api_keys: frozenset[str],
    *,
    local: bool = False,
    origins: frozenset[str] = frozenset(),
) -> None:
    """Guard an application; pages of `origins` may send what its own page may."""
    app.add_middleware(Security, api_keys=api_keys, local=local, origins=origins)


def _has_key(request: Request, api_keys: frozenset[str]) -> bool:
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            value = base64.b64decode(value).decode().partition(":")[2]
        except ValueError:
            return False
    return any(hmac.compare_digest(value.encode(), key.encode()) for key in api_keys)
