"""The path that a proxy serves Wellspring under, as `/docs/ask`: every link begins with it."""

import re
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from index.problems import Problem
from index.types import WellspringError

Networks = tuple[IPv4Network | IPv6Network, ...]
# Of plain words only: `//elsewhere.example` would lead away, and `..` to another place.
_PREFIX = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[\w.~-]+)+", re.ASCII)
_LONGEST = 200


def root_of(request: HTTPConnection) -> str:
    """Return the path that all addresses of this server begin with, "" where there is none."""
    scope = request.scope
    return str(scope.get("app_root_path", scope.get("root_path", "")))


def path_of(request: HTTPConnection) -> str:
    """Return the path of a request as the routes know it, without what the proxy put before."""
    path = str(request.scope["path"])
    root = root_of(request)
    return path.removeprefix(root) if path.startswith(f"{root}/") else path


def prefix_of(setting: str) -> str:
    """Read `WELLSPRING_ROOT_PATH`: "" or a path; raises `WellspringError` for what is none."""
    prefix = setting.strip().rstrip("/")
    if prefix and not is_prefix(prefix):
        told = (
            f"WELLSPRING_ROOT_PATH={setting!r} does not fit: it is the path that a proxy serves "
            "Wellspring under, as /docs/ask, of letters, digits, '-', '_', '.' and '~'."
        )
        raise WellspringError(Problem.BAD_SETTING, told)
    return prefix


def is_prefix(path: str) -> bool:
    """Tell whether links can begin with a path."""
    return len(path) <= _LONGEST and _PREFIX.fullmatch(path) is not None


def proxies_of(setting: str) -> Networks:
    """Read `WELLSPRING_TRUSTED_PROXIES`; raises `WellspringError` for what is no address."""
    given = [part.strip() for part in setting.split(",") if part.strip()]
    try:
        return tuple(ip_network(part) for part in given)
    except ValueError as error:
        told = (
            f"WELLSPRING_TRUSTED_PROXIES={setting!r} does not fit ({error}). Name the addresses "
            "of proxies or their networks, as 127.0.0.1,10.0.0.0/8, separated by commas."
        )
        raise WellspringError(Problem.BAD_SETTING, told) from error


class Prefix:
    """ASGI middleware: says to the routes under which path a request came.

    That is what a trusted proxy names in `X-Forwarded-Prefix`, else the one that was set. The
    proxy may have taken it off the path or left it there. Where Wellspring has an address of that
    name itself (`is_ours`), it must have taken it off.
    """

    def __init__(
        self, app: ASGIApp, prefix: str, proxies: Networks, is_ours: Callable[[str], bool]
    ) -> None:
        """Wrap an application."""
        self._app = app
        self._prefix = prefix
        self._proxies = proxies
        self._is_ours = is_ours

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        prefix = self._prefix_of(scope) if scope["type"] == "http" else ""
        if prefix:
            path = prefix + self._rest(scope["path"], prefix)
            scope.update(root_path=prefix, path=path)  # also for who answers what went wrong
        await self._app(scope, receive, send)

    def _prefix_of(self, scope: Scope) -> str:
        told = Headers(scope=scope).get("x-forwarded-prefix", "").rstrip("/")
        return told if told and is_prefix(told) and self._trusts(scope) else self._prefix

    def _trusts(self, scope: Scope) -> bool:
        host = (scope.get("client") or ("",))[0]
        try:
            address = ip_address(host)
        except ValueError:
            return False
        return any(address in network for network in self._proxies)

    def _rest(self, path: str, prefix: str) -> str:
        if self._is_ours(prefix):
            return path
        if path == prefix:
            return "/"
        return path.removeprefix(prefix) if path.startswith(f"{prefix}/") else path
