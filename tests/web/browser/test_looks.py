"""How the page looks and what it loads: for a phone, for a screen reader, in two languages."""

from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, ViewportSize, expect

from tests.web.browser.conftest import QUESTION, UNKNOWN, answered, ask, opened, serious


def test_it_fits_a_phone_and_has_no_serious_finding(browser: Browser, address: str) -> None:
    with opened(
        browser, address, viewport={"width": 360, "height": 740}, color_scheme="dark"
    ) as page:
        answered(page)
        for path in (None, "/articles"):
            if path:
                page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            assert serious(page) == []


def test_axe_finds_nothing_serious(page: Page) -> None:
    answered(page)
    ask(page, UNKNOWN)
    expect(page.locator(".nearest")).to_have_count(1)
    page.locator(".answer a").first.click()
    expect(page.locator("#marked")).to_be_visible()
    assert serious(page) == []
    article = page.locator("#panel-link").get_attribute("href")
    for path in ("/articles", str(article)):
        page.goto(path)
        assert serious(page) == []


@pytest.mark.parametrize(
    "look",
    [{}, {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}}],
    ids=["light", "dark phone"],
)
def test_axe_finds_nothing_serious_on_a_shared_answer_and_on_an_error_page(
    browser: Browser, address: str, look: dict[str, Any]
) -> None:
    page = browser.new_page(base_url=address, **look)
    kept = [
        page.request.post("/ask", data={"question": question, "conversation_id": "new"}).json()
        for question in (QUESTION, UNKNOWN)
    ]
    for path, status in [
        *((f"/answers/{turn['id']}", 200) for turn in kept),
        ("/nowhere", 404),
        ("/answers/none", 404),
    ]:
        response = page.goto(path)
        assert response is not None
        assert response.status == status
        assert serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()


def test_the_chat_page_with_all_that_it_loads_but_what_was_asked_is_under_80_kb(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address)
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))
    page.goto("/", wait_until="networkidle")
    sizes = {urlsplit(response.url).path: len(response.body()) for response in loaded}
    asked_before = len(page.locator("#conversations").inner_html())
    page.close()
    loaded_first = (
        "style.css",
        "icon.svg",
        "chat/chat.css",
        *(f"chat/{name}.js" for name in ("chat", "turn", "proof", "panel")),
    )
    assert {"/", *(f"/static/{name}" for name in loaded_first)} <= set(sizes)
    sizes["/"] -= asked_before
    sizes.pop("/conversations", None)
    assert sum(sizes.values()) < 80_000, sizes


def test_the_theme_is_chosen_and_kept(page: Page) -> None:
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Light or dark").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_a_chinese_reader_has_a_chinese_page(browser: Browser, address: str) -> None:
    with opened(browser, address, locale="zh-CN") as page:
        page.get_by_label("您的问题").fill(UNKNOWN)
        page.get_by_role("button", name="提问", exact=True).click()
        expect(page.locator(".answer")).to_have_text("文章没有提到。")
        page.get_by_role("link", name="English").click()
        expect(page.get_by_label("Your question")).to_be_visible()


SMALL: list[ViewportSize] = [{"width": 360, "height": 740}, {"width": 640, "height": 400}]


@pytest.mark.parametrize("viewport", SMALL, ids=["a phone", "1280 pixels at 200 %"])
def test_a_conversation_opens_at_its_last_answer_and_what_introduces_it_leaves(
    browser: Browser, address: str, viewport: dict[str, int]
) -> None:
    with opened(browser, address, viewport=viewport) as page:
        expect(page.locator(".top")).to_be_visible()
        answered(page)
        ask(page, "By how many families?")
        expect(page.locator(".answer").last).to_contain_text("407")
        page.goto(page.url)
        expect(page.locator(".turn")).to_have_count(2)
        expect(page.locator(".answer").last).to_be_in_viewport(ratio=1)
        expect(page.locator(".question").last).to_be_in_viewport(ratio=1)
        for left in (".top", ".lead"):
            expect(page.locator(left)).to_be_hidden()
        page.locator("#side > summary").click()
        expect(page.locator(".top")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_where_one_asks_is_one_row_that_grows(
    browser: Browser, address: str, language: str
) -> None:
    height = "(box) => box.getBoundingClientRect().height"
    with opened(browser, address, viewport=SMALL[0], locale=language) as page:
        box = page.locator("#question")
        one = box.evaluate(height)
        box.fill("One line\nand another\nand a third")
        assert one < 50 < box.evaluate(height)
        box.fill("\n" * 60)
        assert box.evaluate(height) < 250


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_asked_for_can_be_read_to_its_end_on_a_phone(
    browser: Browser, address: str, language: str
) -> None:
    needed = """(box) => {
        const style = getComputedStyle(box);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        const sides = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
        return box.clientWidth - sides - pen.measureText(box.placeholder).width;
    }"""
    with opened(browser, address, viewport=SMALL[0], locale=language) as page:
        assert page.locator("#question").evaluate(needed) >= 0


def test_a_question_to_try_is_in_view_at_200_percent(browser: Browser, address: str) -> None:
    with opened(browser, address, viewport=SMALL[1]) as page:
        tried, box = (page.locator(name) for name in (".examples h2", ".box"))
        page.locator(".examples").evaluate("(examples) => (examples.hidden = false)")
        above, below = tried.bounding_box(), box.bounding_box()
        assert above
        assert below
        assert above["y"] + above["height"] < below["y"]


def test_articles_are_ticked_and_taken_without_scrolling_at_200_percent(
    browser: Browser, address: str
) -> None:
    with opened(browser, address, viewport=SMALL[1]) as page:
        page.locator("#scope-choose").click()
        expect(page.locator(".ticks input").first).to_be_visible()
        for button in page.locator("#dialog button").all():
            expect(button).to_be_in_viewport(ratio=1)


def test_what_can_be_done_with_an_answer_stands_in_one_row_but_its_details(
    browser: Browser, address: str
) -> None:
    with opened(browser, address, viewport=SMALL[0]) as page:
        answered(page)
        tops = page.locator(".actions > button").evaluate_all(
            "(buttons) => buttons.map((button) => button.getBoundingClientRect().top)"
        )
        assert len(tops) == 6
        assert max(tops) - min(tops) < 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_manual_looks_like_the_site_and_leads_back(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, address, color_scheme=scheme) as page:
        before = page.evaluate(paper)
        page.get_by_role("link", name="API").click()
        expect(page.locator(".swagger-ui .opblock").first).to_be_visible()
        assert page.evaluate(paper) == before
        assert page.locator("html.dark-mode").count() == (scheme == "dark")
        page.get_by_role("link", name="Ask", exact=True).click()
        expect(page.get_by_label("Your question")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_manual_can_be_read_and_touched(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(base_url=address, color_scheme=scheme, viewport=SMALL[0])
    page.goto("/docs")
    expect(page.locator(".swagger-ui .opblock").first).to_be_visible()
    assert [item for item in serious(page) if item.startswith(("color", "target"))] == []
    page.close()


def test_the_manual_is_shown_without_another_server(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto("/docs")
        expect(page.locator(".swagger-ui .opblock").first).to_be_visible()
        assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
