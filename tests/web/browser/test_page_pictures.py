"""The pages of a PDF in the panel: where they begin in the text, and how they look."""

import io
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from reportlab.pdfgen.canvas import Canvas
from starlette.middleware.base import RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import Response

from index.embedder import Embedder
from index.ranking.search import Index
from tests.index.conftest import as_pages
from tests.web.browser.conftest import ask, serious
from tests.web.conftest import Quoting, index_of
from web.app import create_app

MILL, FORGE = "The mill was built in 1790.", "The forge closed in 1962."
TEXTS: dict[str, str | bytes] = {
    "town/works.pdf": as_pages([MILL, FORGE, "The lift broke down in 1911."]),
    "town/owl.txt": "The owls\n\nThe observatory counted 77 owls in March.",
}
QUESTION = "When did the forge close?"
SCROLLED = """(text) => new Promise((done) =>
    text.scrollTop ? done() : text.addEventListener("scroll", done, { once: true }))"""


@pytest.fixture
def index(tmp_path: Path, hashed: Embedder) -> Iterator[Index]:
    with closing(index_of(tmp_path, TEXTS, hashed)) as index:
        yield index


@pytest.fixture
def address(index: Index, serve: Callable[[object], str]) -> str:
    return serve(create_app(index, Quoting(index, FORGE), local=True))


def panel(page: Page) -> Locator:
    """Ask, and open the article at the quote."""
    ask(page, QUESTION)
    page.locator(".answer a").click()
    expect(page.locator("#panel mark")).to_be_focused()
    return page.locator("#panel-text")


def loaded(page: Page) -> Locator:
    """Wait until the picture of the page is there."""
    picture = page.locator(".shown img")
    expect(picture).to_have_js_property("naturalWidth", 1191)
    return picture


def test_a_source_is_told_with_its_page_and_pages_begin_with_a_mark_that_is_no_text(
    page: Page, index: Index
) -> None:
    text = panel(page)
    expect(page.locator(".quotes .meta")).to_have_text("page 2 · town/works.pdf")
    breaks = text.locator("[data-page]")
    assert [item.get_attribute("data-page") for item in breaks.all()] == [
        "page 1",
        "page 2",
        "page 3",
    ]
    (article,) = (one for one in index.articles() if one.source == "town/works.pdf")
    assert text.text_content() == article.text
    assert page.locator("#panel mark").text_content() == FORGE
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#panel-text'))")
    selected = page.evaluate("getSelection().toString()")
    assert (FORGE in selected, "page 2" in selected) == (True, False)
    assert serious(page) == []


def test_pages_are_shown_one_after_the_other_with_the_keyboard_and_the_text_again(
    page: Page,
) -> None:
    text = panel(page)
    toggle = page.get_by_role("button", name="Show the page")
    toggle.press("Enter")
    picture = loaded(page)
    assert "/pages/2.webp?start=" in str(picture.get_attribute("src"))
    expect(picture).to_have_attribute(
        "alt", "Page 2 of The mill was built in 1790.; its words are in the text"
    )
    expect(text.get_by_role("status")).to_have_text("Page 2 of 3")
    assert serious(page) == []
    page.get_by_role("button", name="Next page").press("Enter")
    expect(text.get_by_role("status")).to_have_text("Page 3 of 3")
    expect(page.get_by_role("button", name="Next page")).to_be_disabled()
    expect(page.get_by_role("button", name="Next page")).to_be_focused()
    page.get_by_role("button", name="Previous page").press("Enter")
    page.get_by_role("button", name="Previous page").press("Enter")
    expect(text.get_by_role("status")).to_have_text("Page 1 of 3")
    loaded(page)
    page.get_by_role("button", name="Show the text").press("Enter")
    expect(page.locator("#panel mark")).to_be_in_viewport()
    expect(page.locator(".shown")).to_have_count(0)


def test_an_article_without_pages_offers_none(
    browser: Browser, index: Index, serve: Callable[[object], str]
) -> None:
    owls = "The observatory counted 77 owls in March."
    address = serve(create_app(index, Quoting(index, owls), local=True))
    with closing(browser.new_page(base_url=address)) as page:
        page.goto("/")
        panel(page)
        expect(page.locator(".quotes .meta")).to_have_text("town/owl.txt")
        expect(page.get_by_role("button", name="Show the page")).to_be_hidden()


def test_a_page_that_cannot_be_shown_says_why(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    (tmp_path / "town" / "works.pdf").unlink()
    with closing(browser.new_page(base_url=address)) as page:
        page.goto("/")
        panel(page)
        page.get_by_role("button", name="Show the page").click()
        expect(page.locator(".shown .problem")).to_contain_text("was changed or removed")


@pytest.mark.parametrize(("width", "height"), [(1280, 500), (640, 400)])
def test_the_marked_sentence_is_in_view_on_the_picture_of_its_page(
    browser: Browser,
    tmp_path: Path,
    hashed: Embedder,
    serve: Callable[[object], str],
    width: int,
    height: int,
) -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(50, 700, MILL)
    canvas.drawString(50, 160, FORGE)
    canvas.save()
    with closing(index_of(tmp_path, {"town/works.pdf": file.getvalue()}, hashed)) as index:
        address = serve(create_app(index, Quoting(index, FORGE), local=True))
        with closing(browser.new_page(base_url=address)) as page:
            page.set_viewport_size({"width": width, "height": height})
            page.goto("/")
            text = panel(page)
            page.get_by_role("button", name="Show the page").click()
            loaded(page)
            text.evaluate(SCROLLED)
            foot = text.evaluate("(text) => text.scrollHeight - text.scrollTop - text.clientHeight")
            assert foot < 200


def test_a_page_is_drawn_once(
    index: Index, serve: Callable[[object], str], browser: Browser
) -> None:
    app, told = create_app(index, Quoting(index, FORGE), local=True), list[int]()

    @app.middleware("http")
    async def noted(request: Request, go_on: RequestResponseEndpoint) -> Response:
        response = await go_on(request)
        if request.url.path.endswith(".webp"):
            told.append(response.status_code)
        return response

    with closing(browser.new_page(base_url=serve(app))) as page:
        page.goto("/")
        panel(page)
        with page.expect_event("requestfinished", lambda it: it.resource_type == "fetch"):
            page.get_by_role("button", name="Show the page").click()
        assert told == [200, 304]


@pytest.mark.parametrize("width", [360, 390, 640, 1280])
def test_what_the_panel_offers_stands_side_by_side(
    browser: Browser, address: str, width: int
) -> None:
    size = ViewportSize(width=width, height=640)
    still = browser.new_page(base_url=address, viewport=size, reduced_motion="reduce")
    with closing(still) as page:
        page.goto("/")
        panel(page)
        offers = [page.locator(f"#panel-{name}").bounding_box() for name in ("link", "page", "ask")]
        shown = [box for box in offers if box]
        assert len(shown) == 3
        assert all(box["height"] < 40 and box["width"] < 200 for box in shown)
        middles = [box["y"] + box["height"] / 2 for box in shown]
        assert abs(middles[1] - middles[0]) < 4
        assert width < 400 or abs(middles[2] - middles[0]) < 4
