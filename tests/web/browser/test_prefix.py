"""The page below a path of a proxy: its scripts ask and link below it; no model is loaded."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from index.embedder import Embedder
from qa.history.conversations import Conversations
from tests.web.browser.conftest import ask, opened
from tests.web.conftest import BRIDGE, Telling, index_of
from web.app import create_app
from web.front.reach import Reach

WIKI = "/docs/ask"


@pytest.fixture
def page(
    browser: Browser, tmp_path: Path, hashed: Embedder, serve: Callable[[object], str]
) -> Iterator[Page]:
    kept = Conversations(tmp_path / "conversations.sqlite")
    with closing(index_of(tmp_path, {"town/bridge.md": BRIDGE}, hashed)) as index, closing(kept):
        reach = Reach(WIKI)
        app = create_app(index, Telling(index), conversations=kept, local=True, reach=reach)
        with opened(browser, serve(app)) as page:
            page.goto(f"{WIKI}/")
            yield page


def test_every_request_of_a_page_is_below_its_path(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, "When was the Orrin bridge opened?")
    expect(page.locator(".answer").last).to_contain_text("Found.")
    expect(page.locator("#conversations a").first).to_contain_text("Orrin bridge opened")
    page.locator(".nearest summary").click()
    page.locator(".nearest a").first.click()
    expect(page.locator("#panel-text")).to_contain_text("nine stone arches")
    page.goto(f"{WIKI}/docs")
    expect(page.locator("#swagger-ui")).to_contain_text("/ask")
    assert len(asked) > 8
    root = page.evaluate("location.origin") + WIKI
    assert [url for url in asked if not url.startswith((f"{root}/", "data:"))] == []
