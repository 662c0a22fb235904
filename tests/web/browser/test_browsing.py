"""The pages beside the chat, and the start of it, in a browser; no model is loaded."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from index.embedder import Embedder
from tests.web.browser.conftest import Held, ask, opened, serious, settled
from tests.web.conftest import BRIDGE, MILL, Telling, index_of
from web.app import create_app

PHONE = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}
TEXTS = {
    "town/bridge.md": BRIDGE,
    "town/mill.md": MILL,
    "town/long.md": f"# {'x' * 400}\n\nThe harbour has 12 piers.",
    "town/arabic.txt": "الجسر القديم\n\nافتتح الجسر القديم في عام 1874 ويبلغ طوله 240 مترا.",
}


@pytest.fixture
def app(tmp_path: Path, hashed: Embedder) -> Iterator[FastAPI]:
    with closing(index_of(tmp_path, TEXTS, hashed)) as index:
        yield create_app(index, Telling(index), local=True)


@pytest.fixture
def address(app: FastAPI, serve: Callable[[object], str]) -> str:
    return serve(app)


def test_passages_are_found_as_words_are_typed_and_a_slower_answer_is_not_shown(
    page: Page,
) -> None:
    page.goto("/search")
    searches = Held(page, "**/search?q=*")
    words = page.get_by_label("Words or a question")
    words.fill("mill")
    earlier = searches.next()
    words.fill("stone arches")
    searches.next().continue_()
    expect(page.locator("#found mark").first).to_have_text("stone")
    earlier.fulfill(body="<ol id=found><li>old</li></ol>", content_type="text/html")
    settled(page)
    expect(page.locator("#found mark").first).to_have_text("stone")
    assert page.url.endswith("/search?q=stone+arches")


def test_a_question_to_begin_with_is_asked_in_place_and_the_start_makes_room(
    app: FastAPI, page: Page
) -> None:
    app.state.parts.examples.look()  # the page that is open already finds them, too
    example = page.locator("#examples button").first
    question = example.inner_text()
    example.click()
    expect(page.locator(".turn .question")).to_have_text(question)
    expect(page.locator("#start")).to_be_hidden()


def test_a_choice_goes_with_the_questions_of_the_page(page: Page) -> None:
    page.goto("/settings")
    page.get_by_label("Quotes only").check()
    page.get_by_label("at least 75 % sure").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Quotes only")).to_be_checked()
    page.goto("/")
    with page.expect_request("**/ask") as asked:
        ask(page, "When was the bridge opened?")
    sent = asked.value.post_data_json or {}
    assert (sent["length"], sent["min_confidence"]) == ("quotes", 0.75)


@pytest.mark.parametrize("look", [{}, PHONE], ids=["desktop", "dark phone"])
def test_they_fit_and_axe_finds_nothing_serious(
    app: FastAPI, browser: Browser, address: str, look: dict[str, object]
) -> None:
    app.state.parts.examples.look()
    with opened(browser, address, **look) as page:
        for path in ("/", "/articles", "/search?q=bridge", "/settings"):
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
            assert serious(page) == [], path
