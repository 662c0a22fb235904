"""The page in a real browser: Chromium, and a server over a copy of the five articles."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from index.ranking.search import Index
from qa.history.conversations import Conversations
from qa.wiring import Wellspring
from web.app import create_app
from web.library.shelf import Shelf

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SEEDS = Path(__file__).parents[3] / "seeds"
QUESTION = "How many Dolan sheep were contracted for breeding?"
UNKNOWN = "Who won the world cup in 2018?"
WAIT = 30_000  # milliseconds; only a failing test waits as long


@pytest.fixture(scope="session")
def data_dir(well: Wellspring, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index over a copy of the five articles, which the page may change."""
    place = tmp_path_factory.mktemp("page")
    shutil.copytree(SEEDS, place / "articles")
    (place / "data").mkdir()
    (place / "data" / "models").symlink_to(well.settings.data_dir / "models")
    well.build_index(place / "articles", data_dir=place / "data")
    return place / "data"


@pytest.fixture(scope="session")
def app(well: Wellspring, data_dir: Path) -> Iterator[FastAPI]:
    """The application over them, the same in all tests: what it keeps they all see."""
    conversations = Conversations(data_dir / "conversations.sqlite")
    index = Index(data_dir, well.embedder)
    yield create_app(
        index,
        well.answerer_over(index),
        conversations=conversations,
        shelf=Shelf(
            data_dir, lambda at, progress: well.build_index(at, progress, data_dir=data_dir)
        ),
        local=True,
    )
    conversations.close()
    index.close()


@pytest.fixture
def address(app: FastAPI, serve: Callable[[object], str]) -> str:
    return serve(app)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module: while it runs, no other loop of events may run in this thread."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine; CI installs it")
    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """Open the chat page; afterwards nothing may have failed in it."""
    context = browser.new_context(base_url=address, **options)  # type: ignore[arg-type]
    context.set_default_timeout(WAIT)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda message: problems.append(message.text) if message.type == "error" else None,
    )
    page.goto("/")
    yield page
    context.close()
    assert problems == []


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with opened(browser, address) as page:
        yield page


def ask(page: Page, question: str) -> None:
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def answered(page: Page, question: str = QUESTION, proof: str = "3583") -> None:
    ask(page, question)
    expect(page.locator(".answer").last).to_contain_text(proof)
    expect(page.locator(".quotes").last).to_be_visible()


def serious(page: Page) -> list[str]:
    """Return what axe-core finds against WCAG 2.2 A and AA."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags}).response["violations"]
    return [
        f"{item['id']}: {item['nodes'][0]['html']}"
        for item in found
        if item["impact"] in ("serious", "critical")
    ]


class Held:
    """Requests of a page that are answered when a test says so, in whatever order."""

    def __init__(self, page: Page, address: str | re.Pattern[str], method: str = "GET") -> None:
        self._page, self._method = page, method
        self._routes: list[Route] = []
        page.route(address, self._hold)

    def _hold(self, route: Route) -> None:
        if route.request.method == self._method:
            self._routes.append(route)
        else:
            route.continue_()

    def next(self) -> Route:
        """Wait for the next one of them."""
        while not self._routes:
            self._page.evaluate("new Promise((done) => setTimeout(done))")
        return self._routes.pop(0)


def settled(page: Page) -> None:
    """Wait until the page has read what it was answered before."""
    page.evaluate("fetch('/health').then((response) => response.text())")
    page.evaluate("new Promise(requestAnimationFrame)")
