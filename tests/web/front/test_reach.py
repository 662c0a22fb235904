"""The settings of how a server is reached, and what stands around an application for them."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from index.types import WellspringError
from qa.settings import Settings
from tests.web.front.conftest import client_of
from web.front.prefix import path_of, proxies_of, root_of
from web.front.reach import Reach, install_reach, reach_of


def test_by_default_no_other_page_is_let_in_and_a_proxy_of_this_machine_is_believed() -> None:
    assert reach_of(Settings()) == Reach("", proxies_of("127.0.0.1,::1"), frozenset())


def test_every_setting_is_read() -> None:
    settings = Settings(root_path="/wiki", trusted_proxies="", allowed_origins="app://obsidian.md")
    assert reach_of(settings) == Reach("/wiki", (), frozenset({"app://obsidian.md"}))
    for wrong in (
        Settings(root_path="wiki"),
        Settings(trusted_proxies="*"),
        Settings(allowed_origins="*"),
    ):
        with pytest.raises(WellspringError, match="does not fit"):
            reach_of(wrong)


def told(reach: Reach, peer: str) -> str:
    """What an application sees of a request that came through a proxy."""

    async def tell(request: Request) -> PlainTextResponse:
        client = request.client.host if request.client else ""
        return PlainTextResponse(" ".join([root_of(request), path_of(request), client]))

    app = Starlette(routes=[Route("/here", tell)])
    install_reach(app, reach)
    headers = {"X-Forwarded-For": "198.51.100.9", "X-Forwarded-Prefix": "/wiki"}
    return client_of(app, peer).get("/here", headers=headers).text


def test_a_trusted_proxy_tells_who_asks_and_where() -> None:
    proxies = proxies_of("10.0.0.0/8")
    assert told(Reach("", proxies), "10.1.2.3") == "/wiki /here 198.51.100.9"
    assert told(Reach("/kb", proxies), "192.0.2.7") == "/kb /here 192.0.2.7"
    assert told(Reach(), "127.0.0.1") == " /here 127.0.0.1"
