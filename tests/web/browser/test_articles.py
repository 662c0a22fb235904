"""The page of the articles: uploaded, dropped, pasted, removed, brought back, without a model."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, Route, expect

from index.embedder import Embedder
from index.ranking.search import Index
from tests.web.browser.conftest import Held, ask, serious, settled
from tests.web.conftest import Telling
from web.app import create_app
from web.library.shelf import Shelf

LIGHTHOUSE = "The lighthouse of Skerry is 41 metres high and was lit on 3 May 1888.\n"


@pytest.fixture
def address(quick_shelf: Shelf, hashed: Embedder, serve: Callable[[object], str]) -> Iterator[str]:
    """The address of a server of two articles."""
    with closing(Index(quick_shelf.data_dir, hashed)) as index:
        yield serve(create_app(index, Telling(index), shelf=quick_shelf, local=True))


@pytest.fixture
def library(quick_shelf: Shelf) -> Path:
    return quick_shelf.data_dir / "library"


@pytest.fixture
def broken(folder: Path, quick_shelf: Shelf) -> None:
    """A file that cannot be read."""
    (folder / "broken.pdf").write_bytes(b"%PDF rubbish")
    quick_shelf.build(folder, lambda *_: None)


@pytest.fixture
def refused(browser: Browser, address: str) -> Iterator[Page]:
    """A page of which a request may be refused; a browser takes that for an error of the page."""
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def choose(page: Page, *files: tuple[str, str]) -> None:
    sent = [FilePayload(name=name, mimeType="text/plain", buffer=it.encode()) for name, it in files]
    page.set_input_files("#files", sent)


def rows(page: Page, number: int) -> None:
    expect(page.locator(".articles li")).to_have_count(number)


def remove(page: Page, title: str, *, file: bool = False) -> None:
    """Remove an article, with its file or not."""
    page.get_by_role("button", name=f"Remove: {title}").click()
    dialog = page.get_by_role("dialog")
    if file:
        dialog.get_by_role("checkbox").check()
    dialog.get_by_role("button", name="Remove").click()
    expect(dialog).to_be_hidden()


def test_several_files_are_uploaded_in_one_request_each_with_its_result(
    page: Page, library: Path
) -> None:
    sent: list[str] = []

    def note(route: Route) -> None:
        if route.request.method == "POST":
            sent.append(route.request.url)
        route.continue_()

    page.goto("/articles")
    expect(page.get_by_role("button", name="Upload")).to_have_count(0)
    page.route("**/articles", note)
    files = [("light.txt", LIGHTHOUSE), ("ash.txt", "Ash grows here."), ("dots.txt", "...")]
    choose(page, *files, ("run.exe", "MZ"), ("empty.txt", ""))
    expect(page.locator("#results li.added")).to_have_text(
        ["light.txtAdded. Read it", "ash.txtAdded. Read it"]
    )
    expect(page.locator("#results li.refused")).to_have_count(3)
    rows(page, 4)
    assert len(sent) == 1
    assert sorted(path.name for path in library.iterdir()) == ["ash.txt", "light.txt"]


def test_a_removed_article_keeps_its_file_until_that_is_deleted_too(
    page: Page, library: Path
) -> None:
    page.goto("/articles")
    expect(page.get_by_text(f"Kept in {library}.")).to_be_visible()
    choose(page, ("light.txt", LIGHTHOUSE))
    rows(page, 3)
    remove(page, "The lighthouse")
    rows(page, 2)
    assert (library / "light.txt").is_file()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("It is back.")).to_be_visible()
    rows(page, 3)
    remove(page, "The lighthouse", file=True)
    rows(page, 2)
    assert not (library / "light.txt").exists()
    page.get_by_role("button", name="Undo").click()
    rows(page, 3)
    assert (library / "light.txt").is_file()


def test_an_article_of_a_folder_is_removed_and_brought_back_from_the_list_of_such(
    page: Page, folder: Path
) -> None:
    page.goto("/articles")
    page.get_by_role("button", name="Remove: The mill").click()
    expect(page.get_by_text("The file town/mill.md stays where it is.")).to_be_visible()
    assert serious(page) == []
    page.get_by_role("button", name="Cancel").click()
    rows(page, 2)
    remove(page, "The mill")
    rows(page, 1)
    page.reload()
    page.get_by_text("Removed from Wellspring, files kept: 1").click()
    page.get_by_role("button", name="Bring back: The mill").click()
    rows(page, 2)
    assert (folder / "mill.md").is_file()


def test_a_text_is_pasted_from_right_to_left_with_a_long_title(page: Page, library: Path) -> None:
    page.goto("/articles")
    page.get_by_text("Or paste a text").click()
    page.get_by_label("Title (optional)").fill("جسر " * 100)
    page.get_by_label("Text", exact=True).fill("افتتح الجسر عام 1874.")
    assert serious(page) == []
    page.get_by_role("button", name="Add the text").click()
    expect(page.locator("#results li.added")).to_be_in_viewport(ratio=1)
    rows(page, 3)
    expect(page.get_by_label("Text", exact=True)).to_have_value("")
    (path,) = library.iterdir()
    assert path.read_text().startswith("جسر جسر")


def test_a_pasted_text_that_is_refused_stays_where_it_was_written(refused: Page) -> None:
    page = refused
    page.goto("/articles")
    page.get_by_text("Or paste a text").click()
    page.get_by_label("Text", exact=True).fill("... --- ...")
    page.get_by_role("button", name="Add the text").click()
    expect(page.locator("#results li.refused")).to_have_count(1)
    expect(page.get_by_label("Text", exact=True)).to_have_value("... --- ...")


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
    rows(page, 3)
    assert page.evaluate("window.rows.map((row) => row.isConnected)") == [True] * 2
    expect(page.get_by_text("is a damaged PDF")).to_be_visible()


def test_a_slower_list_does_not_take_the_place_of_a_later_one(page: Page) -> None:
    page.goto("/articles")
    before = page.request.get("/articles", headers={"Accept": "text/html"}).text()
    lists = Held(page, "**/articles")
    choose(page, ("light.txt", LIGHTHOUSE))
    earlier = lists.next()
    choose(page, ("ash.txt", "Ash grows on Skerry."))
    lists.next().continue_()
    rows(page, 4)
    earlier.fulfill(body=before, content_type="text/html")
    settled(page)
    rows(page, 4)


def test_a_double_click_removes_one_article_and_reports_no_fault(page: Page) -> None:
    page.goto("/articles")
    page.get_by_role("button", name="Remove: The mill").dblclick()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    rows(page, 1)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.locator("#problem")).to_be_empty()


def test_of_two_pages_the_one_that_shows_an_older_version_changes_nothing(
    refused: Page, address: str
) -> None:
    page = refused
    page.goto("/articles")
    mill = page.locator("li[data-source='town/mill.md']").get_attribute("data-id")
    page.request.put(f"{address}/articles/{mill}", data={"text": "The mill was mended."})
    page.get_by_role("button", name="Remove: The mill").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(page.locator("#problem")).to_contain_text("was changed meanwhile")
    expect(page.locator("#problem")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("link", name="The mill was mended.", exact=True)).to_be_visible()


def test_a_second_click_on_a_dialog_hits_nothing_beneath(page: Page) -> None:
    page.goto("/articles")
    page.get_by_role("button", name="Remove: The mill").click()
    confirm = page.get_by_role("dialog").get_by_role("button", name="Remove").bounding_box()
    assert confirm
    page.evaluate(
        """() => {
            const link = document.createElement("a");
            link.href = "/search";
            link.style = "position: fixed; inset: 0";
            document.body.append(link);
        }"""
    )
    x, y = confirm["x"] + 10, confirm["y"] + 10
    for _ in range(2):
        page.mouse.click(x, y)
    rows(page, 1)
    assert page.url.endswith("/articles")


def test_a_refusal_goes_when_the_same_file_is_taken(page: Page) -> None:
    page.goto("/articles")
    choose(page, ("light.txt", ""))
    expect(page.locator("#results li.refused")).to_have_count(1)
    choose(page, ("light.txt", LIGHTHOUSE))
    expect(page.locator("#results li.added")).to_have_count(1)
    expect(page.locator("#results li.refused")).to_have_count(0)


@pytest.mark.parametrize("asked", [False, True], ids=["landing", "conversation"])
def test_files_are_dropped_where_one_asks(page: Page, *, asked: bool) -> None:
    if asked:
        ask(page, "When was the bridge opened?")
        expect(page.locator(".turn .times")).to_be_visible()
    page.evaluate(
        """() => {
            const dataTransfer = new DataTransfer();
            const text = "The tide mill of Ardle was built in 1761.";
            dataTransfer.items.add(new File([text], "ardle.txt", { type: "text/plain" }));
            document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
        }"""
    )
    expect(page.locator("#results li.added")).to_contain_text("ardle.txt")
    expect(page.locator("#results li.added")).to_be_in_viewport(ratio=1)
