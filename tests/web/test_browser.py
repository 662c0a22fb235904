"""The page in a real browser, over a real server."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from qa.wiring import Wellspring

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
QUESTION = "How many Dolan sheep were contracted for breeding?"

pytestmark = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium on this machine; CI installs it")


@pytest.fixture(scope="module")
def address(well: Wellspring) -> Iterator[str]:
    """Start `wellspring serve` as a process and wait until it is ready."""
    environment = {**os.environ, "WELLSPRING_DATA_DIR": str(well.settings.data_dir), "PYTHONUNBUFFERED": "1"}
    command = [str(Path(sys.executable).parent / "wellspring"), "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().split(" at ")[1].split()[0]
        _wait_until_ready(address)
        yield address
        server.terminate()


def _wait_until_ready(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{address}/ready")
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not become ready")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    context.set_default_timeout(20_000)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto("/")
    yield page
    context.close()
    assert problems == []


def ask(page: Page, question: str) -> None:
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask").click()


def test_an_answer_appears_with_its_quote_and_opens_at_the_marked_sentence(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.locator(".answer")).to_contain_text("3583")
    expect(page.locator(".quotes blockquote").first).to_contain_text("3583 Dolan sheep")
    page.locator(".answer a").first.click()
    expect(page.locator("mark")).to_contain_text("3583 Dolan sheep")
    expect(page.locator("mark")).to_be_in_viewport()


def test_a_follow_up_uses_the_conversation(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.locator(".quotes")).to_have_count(1)
    ask(page, "By how many families?")
    expect(page.locator(".answer").nth(1)).to_contain_text("407")


def test_what_the_articles_do_not_say_shows_the_nearest_passages(page: Page) -> None:
    ask(page, "Who won the world cup in 2018?")
    expect(page.locator(".answer")).to_have_text("The articles do not say.")
    page.get_by_text("The nearest passages").click()
    expect(page.locator(".nearest blockquote").first).to_be_visible()


def test_the_keyboard_alone_asks_and_opens_a_quote(page: Page) -> None:
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".quotes a")).to_have_count(1)
    page.locator(".answer a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark")).to_be_visible()


def test_html_in_a_question_is_shown_as_text(page: Page) -> None:
    ask(page, "<img src=x onerror=alert(1)> sheep?")
    expect(page.locator(".question")).to_have_text("<img src=x onerror=alert(1)> sheep?")
    expect(page.locator(".answer:not(.waiting)")).to_have_count(1)
    expect(page.locator(".turn img")).to_have_count(0)


def test_it_fits_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_context(base_url=address, viewport={"width": 360, "height": 640}).new_page()
    page.goto("/")
    ask(page, QUESTION)
    expect(page.locator(".quotes")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_it_works_without_javascript(browser: Browser, address: str) -> None:
    page = browser.new_context(base_url=address, java_script_enabled=False).new_page()
    page.goto("/")
    ask(page, QUESTION)
    page.locator(".answer a").first.click()
    expect(page.locator("mark")).to_contain_text("3583 Dolan sheep")


def test_a_server_that_went_away_is_said(browser: Browser, address: str) -> None:
    page = browser.new_context(base_url=address).new_page()
    page.goto("/")
    page.route("**/ask", lambda route: route.abort())
    ask(page, QUESTION)
    expect(page.get_by_role("alert")).to_contain_text("The server cannot be reached")
    expect(page.get_by_label("Your question")).to_have_value(QUESTION)
