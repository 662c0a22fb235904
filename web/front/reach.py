"""How the application is reached: its path behind a proxy, the origins that may call it."""

from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.routing import Match
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from qa.settings import Settings
from web.front.origins import AllowedOrigins, origins_of
from web.front.prefix import Networks, Prefix, prefix_of, proxies_of


@dataclass(frozen=True, slots=True)
class Reach:
    """The path of a proxy, the proxies whose headers are believed, the origins let in."""

    prefix: str = ""
    proxies: Networks = ()
    origins: frozenset[str] = frozenset()


def reach_of(settings: Settings) -> Reach:
    """Read the settings; raises `WellspringError` for one that does not fit."""
    return Reach(
        prefix_of(settings.root_path),
        proxies_of(settings.trusted_proxies),
        origins_of(settings.allowed_origins),
    )


def install_reach(app: Starlette, reach: Reach) -> None:
    """Put around an application what reads a request's origin, client and path, the last first."""
    if reach.origins:
        app.add_middleware(AllowedOrigins, origins=reach.origins)
    networks = [str(network) for network in reach.proxies]
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=networks)
    app.add_middleware(
        Prefix,
        prefix=reach.prefix,
        proxies=reach.proxies,
        is_ours=lambda path: _has_route(app, path),
    )


def _has_route(app: Starlette, path: str) -> bool:
    asked = {"type": "http", "method": "GET", "path": path, "headers": []}
    return any(route.matches(asked)[0] is not Match.NONE for route in app.routes)
