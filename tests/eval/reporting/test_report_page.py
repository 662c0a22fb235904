"""The report of `html_report` in a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

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
pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"),
    reason="no Chromium on this machine; CI installs it",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(20_000)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text))
    page.goto(report.as_uri())
    yield page
    context.close()
    assert problems == []


def shown(page: Page) -> list[str]:
    rows = page.locator(".questions tbody tr:visible")
    ids: list[str] = rows.evaluate_all("rows => rows.map(row => row.id.slice(2))")
    return ids


def test_search_and_filters_narrow_the_questions_together(page: Page) -> None:
    page.get_by_label("Search").fill("EIGHT  tower mill")
    assert shown(page) == ["q-03"]
    expect(page.locator("output")).to_have_text("1 of 12 questions")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("output")).to_have_text("12 of 12 questions")
    page.get_by_role("combobox", name="Verdict").select_option("declined")
    page.get_by_role("combobox", name="Kind").select_option("near-miss")
    assert shown(page) == ["q-10"]
    page.get_by_role("combobox", name="Kind").select_option("")
    page.get_by_role("combobox", name="What went wrong").select_option("wrong decline")
    assert shown(page) == ["q-08", "q-09"]


def test_a_phone_scrolls_only_down_and_the_keyboard_opens_the_details(page: Page) -> None:
    details = page.locator("#q-q-01 details")
    expect(details).not_to_have_attribute("open", "")
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(details.get_by_text("8 | eight")).to_be_visible()
    page.get_by_role("button", name="Open all details").press("Space")
    assert page.locator(".proof:not([open])").count() == 0
    page.get_by_text("All 10 measures").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_javascript_the_table_is_whole(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    expect(page.locator(".proof dl:visible")).to_have_count(12)
    expect(page.locator("form")).to_be_hidden()
    context.close()
