"""A mark in an answer leads to its sentence."""

from playwright.sync_api import Browser, Page, Route, expect

from tests.web.browser.conftest import answered, opened


def test_a_mark_opens_the_article_beside_the_chat_at_the_marked_sentence(page: Page) -> None:
    answered(page)
    expect(page.locator(".quotes blockquote").first).to_contain_text("3583 Dolan sheep")
    page.locator(".answer a").first.click()
    expect(page.locator("#panel mark")).to_contain_text("3583 Dolan sheep")
    expect(page.locator("#panel mark")).to_be_in_viewport()
    expect(page.locator("#panel mark")).to_be_focused()
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
    expect(page.locator("#panel mark")).to_have_text(places[1]["text"][:40], use_inner_text=False)
    waiting[0].continue_()
    page.evaluate("() => Promise.all(window.opened)")  # the slower one is done with its answer
    assert page.locator("#panel-text").text_content() == places[1]["text"]


def test_only_the_whole_short_answer_is_bold(page: Page) -> None:
    bold = """async (said) => {
        const { emphasized } = await import("/static/chat/emphasis.js");
        const written = (part) => part.textContent ? `*${part.textContent}*` : part;
        return said.map(([text, short]) => emphasized(text, short).map(written).join(""));
    }"""
    said = {
        ("In 2015 it had 5 arches.", "5"): "In 2015 it had *5* arches.",
        ("Of 1,500 sheep 500 were sold.", "500"): "Of 1,500 sheep *500* were sold.",
        ("5.2% or 5%.", "5%"): "5.2% or *5%*.",
        ("Élan, not an élan.", "lan"): "Élan, not an élan.",
        ("2015年发放254亿元贷款。", "254亿元"): "2015年发放*254亿元*贷款。",
        ("It rose (by half).", "(by half)"): "It rose *(by half)*.",
    }
    assert page.evaluate(bold, [list(pair) for pair in said]) == list(said.values())


def test_a_mark_shows_its_quote_on_hover_and_focus_until_escape(page: Page) -> None:
    answered(page)
    tip = page.locator(".answer .tip").first
    expect(tip).to_be_hidden()
    page.locator(".answer a").first.hover()
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("3583 Dolan sheep")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.mouse.move(5, 5)
    page.locator(".answer a").first.focus()
    expect(tip).to_be_visible()


def test_a_tap_shows_the_quote_and_a_second_tap_opens_the_article(
    browser: Browser, address: str
) -> None:
    with opened(
        browser, address, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    ) as page:
        answered(page)
        page.locator(".answer a").first.tap()
        expect(page.locator(".answer .tip").first).to_be_visible()
        page.locator(".answer a").first.tap()
        expect(page.locator("#panel mark")).to_be_in_viewport()
