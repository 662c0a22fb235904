"""Below a path of a proxy every link, form, script, redirect and cookie keeps the path."""

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html
from starlette.types import ASGIApp, Receive, Scope, Send

from index.problems import Problem
from index.types import WellspringError
from tests.web.front.conftest import Made, client_of
from web.front.prefix import prefix_of, proxies_of
from web.front.reach import Reach

BROWSER = {"Accept": "text/html"}
STATIC = Path(__file__).parents[3] / "web" / "page" / "static"
WIKI = "/docs/ask"
LOCAL = proxies_of("127.0.0.1")
PAGES = ("/", "/articles", "/docs", "/nowhere")


class Proxy:
    """What serves an application below a path and takes the path off, and names it if asked to."""

    def __init__(self, app: ASGIApp, path: str, *, names: bool) -> None:
        self._app, self._path, self._names = app, path, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            assert scope["path"].startswith(f"{self._path}/"), f"{scope['path']} is not ours"
            told = [(b"x-forwarded-prefix", self._path.encode())] if self._names else []
            path, headers = scope["path"].removeprefix(self._path), [*scope["headers"], *told]
            scope = {**scope, "path": path, "headers": headers}
        await self._app(scope, receive, send)


def ways(made: Made, path: str) -> dict[str, TestClient]:
    """Return a client of an application behind a proxy of each kind."""
    return {
        "it leaves the path": client_of(made(Reach(path))),
        "it takes the path off": client_of(Proxy(made(Reach(path)), path, names=False)),
        "it names the path": client_of(Proxy(made(Reach("", LOCAL)), path, names=True)),
    }


def links(page: str) -> set[str]:
    found = {str(it) for it in html.fromstring(page).xpath("//@href | //@src | //form/@action")}
    return {urldefrag(it).url for it in found} - {""}


def crawled(client: TestClient, start: str) -> set[str]:
    """Follow every link from a page on; returns the addresses, none of which is broken."""
    seen, waiting = set[str](), [start]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address, headers=BROWSER)
        assert response.is_success, address
        if response.headers["content-type"].startswith("text/html"):
            page = str(response.url.raw_path.decode())
            waiting += [urljoin(page, it) for it in links(response.text)]
    return seen


def test_no_link_of_any_page_is_broken_or_leads_out_of_the_path(made: Made) -> None:
    for way, client in ways(made, WIKI).items():
        asked = {"question": "When was the bridge opened?"}
        kept = client.post(f"{WIKI}/", data=asked, headers=BROWSER, follow_redirects=False)
        assert kept.headers["location"].startswith(f"{WIKI}/?conversation="), way
        seen = crawled(client, urldefrag(kept.headers["location"]).url)
        assert {it for it in seen if not it.startswith(f"{WIKI}/")} == set(), way
        paths = {urlsplit(it).path.removeprefix(WIKI) for it in seen}
        assert {"/", "/articles", "/docs", "/static/style.css", "/language/zh"} <= paths, way
        assert any("start=" in it for it in seen), way


def test_an_answer_keeps_its_link_and_lists_their_next_stretch(made: Made) -> None:
    for way, client in ways(made, WIKI).items():
        asked = {"question": "Where is the mill?", "conversation_id": "new"}
        answer = client.post(f"{WIKI}/ask", json=asked).json()
        page = client.get(f"{WIKI}/answers/{answer['id']}", headers=BROWSER).text
        assert f'href="{WIKI}/?conversation={answer["conversation_id"]}&amp;upto=' in page, way
        for name in ("articles", "conversations"):
            client.post(f"{WIKI}/ask", json=asked)
            listed = client.get(f"{WIKI}/{name}?limit=1").json()
            assert listed["next"] == f"{WIKI}/{name}?limit=1&offset=1", way
            assert client.get(listed["next"]).json()[name], way


def test_the_language_is_kept_for_this_path_alone(made: Made) -> None:
    for way, client in ways(made, WIKI).items():
        (switch,) = (it for it in links(client.get(f"{WIKI}/", headers=BROWSER).text) if "zh" in it)
        chosen = client.get(switch, follow_redirects=False)
        assert (chosen.status_code, chosen.headers["location"]) == (303, f"{WIKI}/"), way
        assert f"Path={WIKI};" in chosen.headers["set-cookie"], way
        assert 'lang="zh"' in client.get(f"{WIKI}/articles", headers=BROWSER).text, way
        plain = client.get(f"{WIKI}/language/en", follow_redirects=False)
        assert plain.headers["location"] == f"{WIKI}/", way


def test_the_manual_asks_below_the_path(made: Made) -> None:
    for way, client in ways(made, WIKI).items():
        described = client.get(f"{WIKI}/openapi.json").json()
        assert described["servers"] == [{"url": WIKI}], way
        assert "/ask" in described["paths"], way


def test_a_slash_too_many_leads_to_the_address_below_the_path(made: Made) -> None:
    for way, client in ways(made, WIKI).items():
        led = client.get(f"{WIKI}/articles/", follow_redirects=False)
        assert urlsplit(led.headers["location"]).path == f"{WIKI}/articles", way


def test_an_error_names_the_page_to_go_to(made: Made) -> None:
    for way, client in ways(made, WIKI).items():
        for address in (f"{WIKI}/nowhere", f"{WIKI}/static/nowhere.js"):
            missing = client.get(address, headers=BROWSER)
            assert missing.status_code == 404, way
            assert f"The chat page is at {WIKI}/." in missing.text, way
            assert f'href="{WIKI}/static/style.css"' in missing.text, way


def test_scripts_ask_for_no_address_without_the_path() -> None:
    said = {path: path.read_text("utf-8") for path in STATIC.rglob("*.js")}
    assert sum(text.count("at(") for text in said.values()) > 12
    bare = re.compile(r"(?<!\bat\()(?<!\bread\()(?<!\bsend\()[\"'`]/[\w?]")
    assert {path.name: bare.findall(text) for path, text in said.items() if bare.search(text)} == {}


def test_the_page_is_at_the_path_with_and_without_a_slash(made: Made) -> None:
    client = client_of(made(Reach(WIKI)))
    pages = [client.get(address, headers=BROWSER) for address in (WIKI, f"{WIKI}/")]
    assert [page.status_code for page in pages] == [200, 200]
    assert all('aria-current="page"' in page.text for page in pages)


@pytest.mark.parametrize("path", ["/ask", "/articles", "/docs"])
def test_a_path_like_one_of_its_own_can_be_used_where_the_proxy_takes_it_off(
    made: Made, path: str
) -> None:
    for way, client in list(ways(made, path).items())[1:]:
        seen = crawled(client, f"{path}/")
        assert f"{path}/articles" in seen, way
        assert client.post(f"{path}/ask", json={"question": "Where?"}).json()["answer"], way


def test_the_guard_sees_the_same_address_as_the_routes(made: Made) -> None:
    for way, client in ways(lambda reach: made(reach, "sesame"), WIKI).items():
        assert client.get(f"{WIKI}/health").is_success, way
        assert client.get(f"{WIKI}/articles").status_code == 401, way
        assert client.get(f"{WIKI}/health/../articles").status_code == 401, way


@pytest.mark.parametrize(
    ("peer", "proxies", "shown"),
    [
        ("127.0.0.1", "127.0.0.1,::1", "/wiki/static/"),
        ("::1", "127.0.0.1,::1", "/wiki/static/"),
        ("10.1.2.3", "10.0.0.0/8", "/wiki/static/"),
        ("192.0.2.7", "127.0.0.1,::1", "/static/"),
        ("127.0.0.1", "", "/static/"),
        ("testclient", "127.0.0.1", "/static/"),
    ],
)
def test_a_path_is_believed_only_of_a_trusted_proxy(
    made: Made, peer: str, proxies: str, shown: str
) -> None:
    client = client_of(made(Reach("", proxies_of(proxies))), peer)
    headers = {**BROWSER, "X-Forwarded-Prefix": "/wiki", "X-Forwarded-For": "198.51.100.9"}
    assert f'href="{shown}style.css"' in client.get("/", headers=headers).text


@pytest.mark.parametrize(
    "prefix",
    ["//evil.example", "/a//b", "/..", "/a/../b", 'a"><script>', "/a b", "https://x", "/é", "/a?b"],
)
def test_a_path_that_would_lead_elsewhere_is_never_written(made: Made, prefix: str) -> None:
    headers = [(b"accept", b"text/html"), (b"x-forwarded-prefix", prefix.encode())]
    page = client_of(made(Reach("", LOCAL))).get("/", headers=headers).text
    assert 'href="/static/style.css"' in page


@pytest.mark.parametrize(
    ("setting", "prefix"), [("", ""), ("/", ""), ("/wiki", "/wiki"), (" /docs/ask/ ", "/docs/ask")]
)
def test_a_path_is_read_with_and_without_its_last_slash(setting: str, prefix: str) -> None:
    assert prefix_of(setting) == prefix


@pytest.mark.parametrize("setting", ["wiki", "//wiki", "/a/../b", "/a b", "https://x.example/wiki"])
def test_a_path_that_is_none_is_refused(setting: str) -> None:
    with pytest.raises(WellspringError, match=r"WELLSPRING_ROOT_PATH=.* as /docs/ask") as refused:
        prefix_of(setting)
    assert refused.value.code is Problem.BAD_SETTING


@pytest.mark.parametrize("setting", ["*", "proxy.lan", "10.0.0.1/8", "127.0.0.1 ::1"])
def test_a_proxy_is_named_by_its_address(setting: str) -> None:
    with pytest.raises(WellspringError, match=r"WELLSPRING_TRUSTED_PROXIES=.* as 127\.0\.0\.1,10"):
        proxies_of(setting)
