"""Questions on the page: answered, declined, stopped, asked with the keyboard alone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from index.ranking.search import Index
from qa.answerer import Answerer
from qa.wiring import Wellspring
from tests.web.browser.conftest import (
    QUESTION,
    UNKNOWN,
    Held,
    answered,
    ask,
    opened,
    serious,
    settled,
)
from tests.web.conftest import long_articles
from web.app import create_app
from web.library.shelf import Shelf

if TYPE_CHECKING:
    from tests.conftest import Scripted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return long_articles(tmp_path)


@pytest.fixture
def endless(
    well: Wellspring,
    shelf: Shelf,
    scripted: "Scripted",
    scripted_over: Callable[[Index], Answerer],
    serve: Callable[[object], str],
) -> Iterator[str]:
    """The address of a server whose model writes until nobody listens."""
    scripted.endless = True
    index = Index(shelf.data_dir, well.embedder)
    yield serve(create_app(index, scripted_over(index), local=True))
    scripted.over.set()  # also after a test that failed, before the server is waited for


def test_what_the_articles_do_not_say_shows_what_came_near(page: Page) -> None:
    ask(page, UNKNOWN)
    expect(page.locator(".answer")).to_contain_text("The articles do not say.")
    expect(page.locator(".near blockquote").first).to_be_visible()
    expect(page.locator(".confidence")).to_have_text("Not sure enough to answer")
    page.get_by_text("The nearest passages").click()
    expect(page.locator(".nearest blockquote").first).to_be_visible()


def test_a_decline_offers_questions_that_are_answered(page: Page) -> None:
    ask(page, "Who lifted Maigaiti County out of poverty in 1950?")
    expect(page.locator(".answer")).to_contain_text("The articles do not say.")
    offered = page.get_by_role("list", name="The articles do answer:").get_by_role("button")
    offered.first.wait_for()
    question = offered.first.inner_text()
    offered.first.click()
    expect(page.locator(".question").last).to_have_text(question)
    expect(page.locator(".turn").last.locator(".quotes")).to_be_visible()
    page.reload()
    expect(page.locator(".turn")).to_have_count(2)
    expect(offered).to_have_count(0)


def test_questions_nearby_move_nothing_that_is_read(page: Page) -> None:
    held = Held(page, "**/nearby", "POST")
    ask(page, UNKNOWN)
    late = held.next()
    answered(page)
    late.fulfill(json={"questions": ["Late?"]})
    settled(page)
    expect(page.get_by_role("button", name="Late?")).to_have_count(0)
    ask(page, UNKNOWN)
    asked, turn = held.next(), page.locator(".turn").last
    top = turn.evaluate("(turn) => turn.getBoundingClientRect().top")
    asked.fulfill(json={"questions": ["Nearby?"]})
    expect(turn.get_by_role("button", name="Nearby?")).to_be_visible()
    assert turn.evaluate("(turn) => turn.getBoundingClientRect().top") == top


def test_small_talk_is_met_without_a_search(page: Page) -> None:
    ask(page, "hello")
    expect(page.locator(".answer")).to_contain_text("Ask a question about the indexed articles")
    expect(page.locator(".confidence")).to_have_count(0)
    expect(page.locator(".nearest")).to_have_count(0)


def test_stop_stops_the_model_and_keeps_the_question(
    browser: Browser, endless: str, scripted: "Scripted"
) -> None:
    question = "When was the Orrin bridge opened?"
    with opened(browser, endless) as page:
        ask(page, question)
        assert scripted.writing.wait(60)
        assert not scripted.stopped.is_set()
        expect(page.get_by_label("Your question")).to_have_value("")
        page.get_by_role("button", name="Stop").click()
        assert scripted.stopped.wait(60)
        expect(page.locator(".answer")).to_have_text("Stopped.")
        expect(page.get_by_label("Your question")).to_have_value(question)
        scripted.endless = False
        page.get_by_role("button", name="Ask again").click()
        expect(page.locator(".answer").last).to_contain_text("4 May 1931")


def test_a_page_that_anyone_may_open_asks_on_and_keeps_nothing(
    browser: Browser, well: Wellspring, serve: Callable[[object], str]
) -> None:
    with opened(browser, serve(create_app(well.index, well.answerer))) as page:
        expect(page.locator("main .meta").first).to_contain_text("nothing is kept")
        ask(page, QUESTION)
        expect(page.locator(".answer").first).to_contain_text("3583")
        ask(page, "By how many families?")
        expect(page.locator(".answer").last).to_contain_text("407")
        expect(page.locator(".searched").last).to_contain_text("Dolan sheep")
        for offered in (
            "#conversations",
            ".thumb",
            "input[name=conversation]",
            "input[type=search]",
        ):
            expect(page.locator(offered)).to_have_count(0)
        page.keyboard.press("Escape")
        page.locator(".question").first.click()
        page.keyboard.press("c")
        assert urlsplit(page.url).query == ""
        page.goto("/articles")
        expect(page.locator(".articles li")).to_have_count(5)
        for offered in ("#upload", "[data-do]"):
            expect(page.locator(offered)).to_have_count(0)


def test_the_keyboard_alone_asks_opens_a_quote_and_comes_back(page: Page) -> None:
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".quotes")).to_have_count(1)
    page.locator(".answer a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#marked")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_label("Your question")).to_be_focused()
    page.locator(".question").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("new conversation")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator(".turn")).to_have_count(0)


def test_who_types_on_while_the_panel_closes_stays_where_they_type(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".answer a").first.click()
    expect(page.locator("#marked")).to_be_focused()
    page.evaluate(
        """async () => {
          const panel = document.querySelector("#panel");
          const closed = new Promise((done) => panel.addEventListener("close", done));
          for (const key of ["Escape", "/"]) {
            const pressed = new KeyboardEvent("keydown", { key, bubbles: true });
            document.activeElement.dispatchEvent(pressed);
          }
          await closed;
        }"""
    )
    expect(page.get_by_label("Your question")).to_be_focused()


def test_html_in_a_question_is_shown_as_text_everywhere(page: Page) -> None:
    ask(page, "<img src=x onerror=alert(1)> sheep?")
    expect(page.locator(".question")).to_have_text("<img src=x onerror=alert(1)> sheep?")
    expect(page.locator(".confidence")).to_have_count(1)
    page.reload()
    expect(page.locator("#conversations li").first).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".turn img, .side img")).to_have_count(0)


def test_example_questions_are_offered_and_answered(app: FastAPI, page: Page) -> None:
    app.state.parts.examples.look()
    example = page.locator("#examples button").first
    expect(example).to_be_visible()
    example.click()
    expect(page.locator(".quotes").first).to_be_visible()


def test_it_works_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        ask(page, QUESTION)
        page.locator(".answer a").first.click()
        expect(page.locator("#marked")).to_contain_text("3583 Dolan sheep")
        expect(page.locator("#marked mark")).to_contain_text("3583")


def test_what_was_found_and_the_short_answer_are_shown_before_the_whole_one(
    browser: Browser, endless: str, scripted: "Scripted"
) -> None:
    with opened(browser, endless) as page:
        ask(page, "When was the Orrin bridge opened?")
        expect(page.locator(".sought a")).to_have_text(["The bridge", "The mill"])
        expect(page.locator(".short mark")).to_contain_text("4 May 1931")
        expect(page.locator(".waiting")).to_have_text("Writing the answer …")
        assert serious(page) == []
        page.get_by_role("button", name="Stop").click()
        assert scripted.stopped.wait(60)
        expect(page.locator(".short")).to_have_count(0)


def test_a_screen_reader_is_told_each_step_and_the_answer_once(page: Page) -> None:
    page.evaluate(
        """() => {
            const status = document.querySelector("#status");
            window.told = [];
            const told = new MutationObserver(() => window.told.push(status.textContent));
            told.observe(status, { childList: true });
        }"""
    )
    answered(page)
    told = page.evaluate("window.told")
    assert told[0] == "Searching the articles …"
    assert told[-1].startswith("Answer: ")
    assert len(told) == len(set(told)) > 2
