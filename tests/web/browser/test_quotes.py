"""A mark in an answer leads to its sentence."""

from playwright.sync_api import Browser, Page, Route, expect

from tests.web.browser.conftest import answered, opened, serious

PHONE = {"width": 360, "height": 740}
TAPPED = {"has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}


def test_a_mark_opens_the_article_beside_the_chat_at_the_marked_sentence(page: Page) -> None:
    answered(page)
    page.locator(".answer a").first.click()
    expect(page.locator("#marked")).to_contain_text("3583 Dolan sheep")
    expect(page.locator("#marked")).to_be_in_viewport()
    expect(page.locator("#marked")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator(".answer a").first).to_be_focused()


def test_a_slower_article_does_not_take_the_place_of_a_later_one(page: Page) -> None:
    listed = page.request.get("/articles?limit=2").json()["articles"]
    places = [page.request.get(f"/articles/{item['article_id']}").json() for item in listed]
    waiting: list[Route] = []
    page.route(f"**/articles/{places[0]['article_id']}", lambda route: waiting.append(route))
    for place in places:
        opened = {**place, "quote": place["text"][:40], "start": 0, "end": 40}
        page.evaluate(
            """(place) => {
                const panel = import("/static/chat/panel.js");
                (window.opened ??= []).push(panel.then((m) => m.openPanel(place, document.body)));
            }""",
            opened,
        )
        expect(page.locator("#panel-title")).to_have_text(place["title"])
    expect(page.locator("#marked")).to_have_text(places[1]["text"][:40], use_inner_text=False)
    waiting[0].continue_()
    page.evaluate("() => Promise.all(window.opened)")  # the slower one is done with its answer
    assert page.locator("#panel-text").text_content() == places[1]["text"]


def test_a_mark_shows_where_it_leads_on_hover_and_focus_until_escape(page: Page) -> None:
    answered(page)
    tip = page.locator(".answer .tip").first
    expect(tip).to_be_hidden()
    page.locator(".answer a").first.hover()
    expect(tip).to_be_visible()
    expect(tip.locator("em")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.mouse.move(5, 5)
    page.keyboard.press("Shift+Tab")
    page.locator(".answer a").first.focus()
    expect(tip).to_be_visible()


def test_the_first_tap_on_a_mark_opens_the_article_as_a_sheet(
    browser: Browser, address: str
) -> None:
    with opened(browser, address, viewport=PHONE, color_scheme="dark", **TAPPED) as page:
        answered(page)
        page.locator(".answer a").first.tap()
        expect(page.locator("#marked")).to_be_in_viewport()
        sheet = page.get_by_role("dialog")
        box = sheet.bounding_box()
        assert box
        assert 0 < box["y"] < PHONE["height"] / 3
        assert box["y"] + box["height"] == PHONE["height"]
        assert serious(page) == []
        page.touchscreen.tap(20, 10)  # beside it
        expect(sheet).to_be_hidden()
        page.locator(".answer a").first.tap()
        page.get_by_role("button", name="Close").tap()
        expect(sheet).to_be_hidden()
        page.locator(".answer a").first.tap()
        page.get_by_role("link", name="Ask about this article").tap()
        expect(page.get_by_label("Your question")).to_be_focused()
