"""Pages of other origins that may call the API: those that are named, and none else."""

import re

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from index.problems import Problem
from index.types import WellspringError

# As browsers send it: in lower case, without a path; `app://obsidian.md` and extensions, too.
_ORIGIN = re.compile(r"([a-z][a-z0-9+.-]*)://(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?")
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_WITHOUT_ORIGIN = ("about", "blob", "data", "file", "javascript")  # their pages send `null`
_METHODS = ("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT")
_TOLD = ("Content-Disposition", "ETag", "Retry-After", "X-Request-Id")


def origins_of(setting: str) -> frozenset[str]:
    """Read `WELLSPRING_ALLOWED_ORIGINS`; raises `WellspringError` for what is no origin."""
    given = [part.strip() for part in setting.split(",") if part.strip()]
    for origin in given:
        if fault := _fault(origin):
            told = (
                f"WELLSPRING_ALLOWED_ORIGINS does not fit: {origin!r} {fault}. Name each origin "
                "as browsers send it, as https://notes.example or app://obsidian.md, "
                "separated by commas."
            )
            raise WellspringError(Problem.BAD_SETTING, told)
    return frozenset(given)


def _fault(origin: str) -> str:
    """Return why a text is no origin that can be allowed, "" where it is one."""
    if "*" in origin:
        return "would let in more than one origin"
    match = _ORIGIN.fullmatch(origin)
    if match is None:
        lower = origin.lower().rstrip("/")
        meant = f", perhaps {lower} is meant" if _ORIGIN.fullmatch(lower) else ""
        return f"is no origin, which is a scheme and a host{meant}"
    scheme, port = match.groups()
    if scheme in _WITHOUT_ORIGIN:
        return f"cannot be told from others: a page of {scheme}: sends no origin"
    if port and port == _DEFAULT_PORTS.get(scheme):
        return f"has a port that browsers leave out; write {origin.removesuffix(':' + port)}"
    return "has a port that there is not" if port and not 0 < int(port) < 65536 else ""


class AllowedOrigins(CORSMiddleware):
    """ASGI middleware: lets pages of the allowed origins call the API.

    A page sends its key itself, in `Authorization`: what a browser keeps of a key or a cookie is
    not sent for it. Requests of other origins go on as they are, to be refused in words.
    """

    def __init__(self, app: ASGIApp, origins: frozenset[str]) -> None:
        """Wrap an application."""
        super().__init__(
            app,
            allow_origins=origins,
            allow_methods=_METHODS,
            allow_headers=("*",),  # clients send some of their own, as `x-stainless-os`
            allow_private_network=True,
            expose_headers=_TOLD,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        if "origin" not in headers or self.is_allowed_origin(headers["origin"]):
            await super().__call__(scope, receive, send)
        else:
            await self.simple_response(scope, receive, send, request_headers=headers)
