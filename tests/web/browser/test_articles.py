"""The page of the articles: uploaded, dropped, deleted, brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from qa.wiring import Wellspring
from tests.web.browser.conftest import Held, answered, ask, serious, settled

LIGHTHOUSE = "The lighthouse of Skerry is 41 metres high and was lit on 3 May 1888.\n"
DECLINED = "The articles do not say. They do not mention: Skerry."


@pytest.fixture(autouse=True)
def folder(data_dir: Path, well: Wellspring) -> Iterator[Path]:
    """The folder of the five articles, and of no other one when a test is over."""
    folder = data_dir.parent / "articles"
    before = set(folder.iterdir())
    yield folder
    for added in set(folder.iterdir()) - before:
        added.unlink()
    well.build_index(folder, data_dir=data_dir)


@pytest.fixture
def broken(folder: Path, data_dir: Path, well: Wellspring) -> None:
    """A file that cannot be read."""
    (folder / "broken.pdf").write_bytes(b"%PDF rubbish")
    well.build_index(folder, data_dir=data_dir)


def choose(page: Page, *files: tuple[str, str]) -> None:
    sent = [FilePayload(name=name, mimeType="text/plain", buffer=it.encode()) for name, it in files]
    page.set_input_files("#files", sent)


def test_an_uploaded_article_is_asked_about_deleted_and_brought_back(page: Page) -> None:
    page.goto("/articles")
    choose(page, ("light.txt", LIGHTHOUSE), ("run.exe", "MZ"), ("empty.txt", ""))
    expect(page.locator("#results li.added")).to_contain_text("light.txt")
    expect(page.locator("#results li.refused")).to_have_count(2)
    expect(page.locator(".articles li")).to_have_count(6)
    page.goto("/")
    answered(page, "How high is the lighthouse of Skerry?", "41")
    page.goto("/articles")
    page.get_by_role("button", name="Delete: The lighthouse").click()
    expect(page.locator(".articles li")).to_have_count(5)
    page.goto("/")
    ask(page, "How high is the lighthouse of Skerry?")
    expect(page.locator(".answer")).to_have_text(DECLINED)
    page.goto("/articles")
    choose(page, ("light.txt", LIGHTHOUSE))
    expect(page.locator(".articles li")).to_have_count(6)
    page.get_by_role("button", name="Delete: The lighthouse").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("It is back.")).to_be_visible()
    expect(page.locator(".articles li")).to_have_count(6)


def test_files_are_dropped_on_the_page(page: Page) -> None:
    page.goto("/articles")
    page.evaluate(
        """() => {
            const text = "The tide mill of Ardle was built in 1761.";
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], "ardle.txt", { type: "text/plain" }));
            const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
            document.querySelector("#upload").dispatchEvent(drop);
        }"""
    )
    expect(page.locator("#results li.added")).to_contain_text("ardle.txt")


@pytest.mark.usefixtures("broken")
def test_the_files_that_were_not_read_stand_folded_on_the_articles_page(page: Page) -> None:
    page.goto("/articles")
    expect(page.get_by_text("is a damaged PDF")).to_be_hidden()
    page.get_by_text("Files that were not read: 1").click()
    expect(page.get_by_text("is a damaged PDF")).to_be_visible()
    assert serious(page) == []


@pytest.mark.usefixtures("broken")
def test_a_refreshed_list_takes_no_row_away_and_folds_nothing(page: Page) -> None:
    page.goto("/articles")
    page.get_by_text("Files that were not read: 1").click()
    page.evaluate("() => { window.rows = [...document.querySelectorAll('.articles li')]; }")
    choose(page, ("light.txt", LIGHTHOUSE))
    expect(page.locator(".articles li")).to_have_count(6)
    assert page.evaluate("window.rows.map((row) => row.isConnected)") == [True] * 5
    expect(page.get_by_text("is a damaged PDF")).to_be_visible()


def test_a_slower_list_does_not_take_the_place_of_a_later_one(page: Page) -> None:
    page.goto("/articles")
    before = page.request.get("/articles", headers={"Accept": "text/html"}).text()
    lists = Held(page, "**/articles")
    choose(page, ("light.txt", LIGHTHOUSE))
    earlier = lists.next()
    choose(page, ("ash.txt", "Ash grows on Skerry."))
    lists.next().continue_()
    expect(page.locator(".articles li")).to_have_count(7)
    earlier.fulfill(body=before, content_type="text/html")
    settled(page)
    expect(page.locator(".articles li")).to_have_count(7)


def test_a_double_click_deletes_one_article_and_reports_no_fault(page: Page) -> None:
    page.goto("/articles")
    choose(page, ("light.txt", LIGHTHOUSE))
    expect(page.locator(".articles li")).to_have_count(6)
    page.get_by_role("button", name="Delete: The lighthouse").dblclick()
    expect(page.locator(".articles li")).to_have_count(5)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.locator("#problem")).to_be_empty()
