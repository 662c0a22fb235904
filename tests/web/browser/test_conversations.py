"""What is kept of a conversation: followed up, judged, shared, found again, in two tabs."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.web.browser.conftest import QUESTION, Held, answered, ask, opened, serious, settled

MATTER = "Dolan sheep contracted for breeding"  # of the question


def tell(page: Page, said: str) -> None:
    """Say on the page's channel what another tab would say."""
    page.evaluate("(said) => new BroadcastChannel('wellspring').postMessage(said)", said)


def listed(title: str) -> dict[str, object]:
    told = {"conversation_id": title, "title": title, "updated": "2024-05-01T10:00:00+00:00"}
    return {"conversations": [{**told, "turn_count": 1}], "total": 1}


def test_a_follow_up_uses_the_conversation_and_a_reload_keeps_it(page: Page) -> None:
    answered(page)
    answered(page, "By how many families?", "407 poverty-tricken families")
    expect(page.locator(".searched")).to_contain_text("By how many families? ")
    expect(page.locator(".searched")).to_contain_text("Dolan sheep")
    page.reload()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".searched")).to_contain_text("Dolan sheep")
    expect(page.locator("#conversations a[aria-current] bdi")).to_have_text(MATTER)


def test_an_answer_is_copied_judged_and_linked(browser: Browser, address: str) -> None:
    with opened(browser, address, permissions=["clipboard-read", "clipboard-write"]) as page:
        answered(page)
        page.get_by_role("button", name="Copy").click()
        expect(page.locator("#status")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert QUESTION in copied
        assert "[1] “By now, the breeding of 3583 Dolan sheep" in copied
        thumb = page.get_by_role("button", name="Good answer")
        thumb.click()
        page.get_by_label("What was good or bad?").fill("The number is right.")
        page.get_by_role("button", name="Send").click()
        expect(thumb).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".comment")).to_have_count(0)
        assert "The number is right." in page.request.get("/feedback").text()
        page.get_by_text("Details", exact=True).click()
        expect(page.locator(".times dl")).to_contain_text("ms")
        page.get_by_role("button", name="Share").click()
        expect(page.locator("#status")).to_have_text("Link copied")
        page.goto(page.evaluate("navigator.clipboard.readText()"))
        expect(page.locator(".question")).to_have_text(QUESTION)
        expect(page.get_by_text("The cited articles read the same today.")).to_be_visible()


def test_conversations_are_searched_renamed_exported_and_deleted(page: Page) -> None:
    answered(page)
    item = page.locator("#conversations li", has=page.locator("a[aria-current]"))
    item.get_by_role("button").click()
    with page.expect_response("**/conversations?*"):
        tell(page, "changed in another tab")
    settled(page)
    expect(item.locator(".menu")).to_be_visible()
    item.get_by_role("button", name="Rename").click()
    page.get_by_label("New title").fill("Sheep of Shache")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(item).to_contain_text("Sheep of Shache")
    page.get_by_label("Search conversations").fill("of Shache")
    expect(page.locator("#conversations li")).to_have_count(1)
    page.locator("#conversations li").get_by_role("button").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as Markdown").click()
    assert Path(download.value.path()).read_text("utf-8").startswith("# Sheep of Shache")
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator(".turn")).to_have_count(0)


def test_two_tabs_hold_one_conversation(page: Page) -> None:
    answered(page)
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".turn")).to_have_count(1)
    answered(other, "By how many families?", "407")
    expect(page.locator(".turn")).to_have_count(2)


def test_a_judgement_that_was_not_kept_asks_for_no_comment(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.goto("/")
    answered(page)
    lost = {"error": {"code": "none", "message": "It is lost."}}
    page.route("**/feedback", lambda route: route.fulfill(status=500, json=lost))
    page.get_by_role("button", name="Good answer").click()
    expect(page.locator("#status")).to_have_text("It is lost.")
    expect(page.locator(".comment")).to_have_count(0)
    page.close()


def test_a_slower_list_does_not_take_the_place_of_a_later_one(page: Page) -> None:
    answered(page)
    lists = Held(page, "**/conversations?*")
    tell(page, "")
    earlier = lists.next()
    tell(page, "")
    lists.next().fulfill(json=listed("Later"))
    rows = page.locator("#conversations li")
    expect(rows).to_contain_text(["Later"])
    earlier.fulfill(json=listed("Earlier"))
    settled(page)
    expect(rows).to_contain_text(["Later"])


def test_a_question_keeps_its_place_while_another_tab_goes_on(page: Page) -> None:
    answered(page)
    questions, conversations = (
        Held(page, "**/ask", "POST"),
        Held(page, re.compile(r"/\?conversation=")),
    )
    tell(page, urlsplit(page.url).query.removeprefix("conversation="))
    before = conversations.next()
    ask(page, "By how many families?")
    question = questions.next()
    before.continue_()
    settled(page)
    expect(page.locator(".turn")).to_have_count(2)
    question.continue_()
    expect(page.locator(".answer").last).to_contain_text("407")
    conversations.next().continue_()  # what the other tab did is read after all
    expect(page.locator(".turn")).to_have_count(2)


def test_earlier_turns_of_a_long_conversation_are_a_link_away(page: Page) -> None:
    asked: dict[str, object] = {"question": "hello", "conversation_id": "new"}
    asked["conversation_id"] = page.request.post("/ask", data=asked).json()["conversation_id"]
    for n in range(7):
        page.request.post("/ask", data={**asked, "question": f"hello {n}"})
    page.goto(f"/?conversation={asked['conversation_id']}")
    questions = page.locator(".question")
    expect(questions).to_have_text([f"hello {n}" for n in range(2, 7)])
    expect(questions.last).to_be_in_viewport()
    page.get_by_role("link", name="Earlier questions: 3").click()
    expect(questions).to_have_text(["hello", *(f"hello {n}" for n in range(7))])
    expect(page.get_by_role("link", name="Earlier questions")).to_have_count(0)
    assert serious(page) == []


def test_a_question_is_edited_and_takes_the_place_of_its_turn_and_those_after_it(
    page: Page,
) -> None:
    answered(page)
    answered(page, "By how many families?", "407 poverty-tricken families")
    page.get_by_role("button", name="Edit").first.click()
    box = page.get_by_label("Your question")
    expect(box).to_have_value(QUESTION)
    expect(page.locator("#again")).to_be_visible()
    answered(page, "How many Dolan sheep were contracted?", "3583")
    expect(page.locator(".turn")).to_have_count(1)
    expect(page.locator("#again")).to_be_hidden()
    page.reload()
    expect(page.locator(".question")).to_have_text("How many Dolan sheep were contracted?")


def test_a_draft_outlives_a_reload_and_an_error_goes_when_the_question_is_mended(
    page: Page,
) -> None:
    box = page.get_by_label("Your question")
    box.fill("Who is")
    page.reload()
    expect(box).to_have_value("Who is")
    box.fill("?")
    refused = 'event: error\ndata: {"error": {"code": "none", "message": "It is refused."}}\n\n'
    page.route("**/ask", lambda route: route.fulfill(body=refused))
    box.press("Enter")
    expect(page.locator("#problem")).to_have_text("It is refused.")
    box.press_sequentially("x")
    expect(page.locator("#problem")).to_be_empty()
