"""One of several folders is chosen on the page; no model is loaded."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from index.embedder import Embedder
from index.ranking.search import Index
from tests.web.browser.conftest import ask, serious
from tests.web.conftest import Telling
from web.app import create_app
from web.library.files import Upload
from web.library.shelf import Shelf


@pytest.fixture
def address(quick_shelf: Shelf, hashed: Embedder, serve: Callable[[object], str]) -> Iterator[str]:
    """The address of a server of two articles in a folder and one in the library."""
    quick_shelf.add([Upload("light.txt", b"The lighthouse of Skerry was lit in 1888.")])
    with closing(Index(quick_shelf.data_dir, hashed)) as index:
        yield serve(create_app(index, Telling(index), shelf=quick_shelf, local=True))


@pytest.mark.parametrize("chosen", ["library", "town"])
def test_a_whole_folder_is_asked_and_stays_chosen_after_a_reload(page: Page, chosen: str) -> None:
    chip = page.locator("#scope-choose")
    chip.click()
    page.get_by_label("Folder").select_option(chosen)
    page.get_by_role("button", name="Done").click()
    for _ in range(2):
        expect(chip).to_have_text(f"Only: {chosen}/")
        before = page.locator(".confidence").count()
        ask(page, "When was it lit?")
        expect(page.locator(".confidence")).to_have_count(before + 1)
        told = page.locator(".turn").last.locator(".searched")
        expect(told).to_have_text(f"Only in: {chosen}/")
        page.reload()


def test_a_folder_is_left_out_on_the_page_and_brought_back(page: Page) -> None:
    page.goto("/articles")
    rows = page.locator(".articles li")
    expect(rows).to_have_count(3)
    page.get_by_role("button", name="Leave out: town").click()
    assert serious(page) == []
    page.get_by_role("dialog").get_by_role("button", name="Leave out").click()
    expect(rows).to_have_count(1)
    expect(page.locator("#folders")).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(rows).to_have_count(3)
    expect(page.locator("#folders")).to_contain_text("town")
    expect(page.locator("#results li.added")).to_contain_text("town")


def test_the_sample_is_tried_beside_ones_own_articles(page: Page) -> None:
    expect(page.locator("#holds")).to_contain_text("3 articles")
    page.get_by_role("button", name="Add the sample articles").click()
    expect(page.locator("#results li.added")).to_contain_text("Add the sample articles")
    expect(page.locator("#holds")).to_contain_text("8 articles")
    expect(page.locator("#sample")).to_have_count(0)
    page.reload()
    expect(page.locator("#holds")).to_contain_text("8 articles")
    expect(page.locator("#sample")).to_have_count(0)
