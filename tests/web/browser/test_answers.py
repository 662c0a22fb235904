"""How an answer is shown: its words marked, no sentence twice, with JavaScript as without."""

import json
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.browser.conftest import QUESTION, answered, ask, opened, serious
from web.page.answering import blocks, quoted, said_first, shows_quote

SUMMARY = "Summarise the Guangxi article for me."
WHO_MENTIONS = "Which articles mention pigs?"
COMPARED = "Which project has lent more, Shen Yin Tong or Shen Nong Hui?"
PHONE = {"width": 360, "height": 740}
# Tags, classes and text of what a turn says and quotes; what a mark shows on hover is JavaScript's.
ELEMENTS = """(turn) => {
    const copy = turn.cloneNode(true);
    copy.querySelectorAll(".tip").forEach((tip) => tip.remove());
    const said = ":is(.answer, .sides), :is(.answer, .sides) :is(p, ul, li, tr, th, td, mark)";
    const shown = [...copy.querySelectorAll(`${said}, .quotes, .quotes *`)];
    const text = (part) => part.textContent.replace(/\\s+/g, "");
    return shown.map((part) => [part.tagName, part.className, part.value ?? "", text(part)]);
}"""


def listed(page: Page, question: str) -> Locator:
    ask(page, question)
    turn = page.locator(".turn").last
    expect(turn.locator(".answer li a").first).to_be_visible()
    return turn


def test_a_summary_is_a_list_whose_sentences_are_not_quoted_again(page: Page) -> None:
    turn = listed(page, SUMMARY)
    lines, sources = turn.locator(".answer li"), turn.get_by_role("list", name="Sources")
    assert lines.count() > 1
    expect(turn.locator(".answer > p")).to_have_count(1)
    expect(turn.locator("blockquote")).to_have_count(0)
    expect(sources.locator("li")).to_have_count(1)  # all of one article
    expect(sources).to_contain_text(f"[{lines.count()}]")
    sources.locator("a").click()
    said = lines.first.evaluate("(line) => line.firstChild.textContent.trim()")
    expect(page.locator("#marked")).to_have_text(said)


def test_a_list_of_articles_has_its_quotes_below(page: Page) -> None:
    turn = listed(page, WHO_MENTIONS)
    expect(turn.locator(".answer > p").first).to_contain_text("mention")
    expect(turn.get_by_role("list", name="Sources").locator("blockquote").first).to_be_visible()
    expect(turn.locator(".quotes .source").first).to_contain_text(".txt")


def test_the_words_that_answer_are_marked_in_answer_quote_and_article(page: Page) -> None:
    answered(page)
    turn = page.locator(".turn").last
    expect(turn.locator(".answer mark")).to_contain_text("3583")
    turn.locator(".answer a").first.click()
    words = page.locator("#marked mark")
    expect(words).to_contain_text("3583")
    expect(page.locator("#marked")).to_contain_text("Dolan sheep")
    said = " ".join(page.locator(".answer").inner_text().split())
    for quote in turn.locator("blockquote").all():
        expect(quote.locator("mark")).to_have_text(words.inner_text())
        assert quote.inner_text().removeprefix("[1] ") not in said


def test_what_is_compared_is_a_table_whose_rows_lead_to_their_sentences(page: Page) -> None:
    ask(page, COMPARED)
    rows = page.locator(".sides tr")
    expect(rows).to_have_count(2)
    expect(rows.first.get_by_role("rowheader")).to_have_text("Shen Yin Tong")
    expect(page.locator(".quotes blockquote mark").first).to_be_visible()
    rows.last.locator("a").click()
    expect(page.locator("#marked mark")).to_contain_text("80.8")


def test_the_permanent_page_has_the_same_elements(page: Page) -> None:
    for question in (SUMMARY, WHO_MENTIONS, COMPARED, QUESTION):
        ask(page, question)
        turn = page.locator(".turn").last
        expect(turn.locator(".quotes")).to_be_visible()
        live, name = turn.evaluate(ELEMENTS), turn.get_attribute("id")
        page.goto(f"/answers/{str(name).removeprefix('turn-')}")
        assert page.locator(".turn").evaluate(ELEMENTS) == live
        page.goto("/")


def test_a_list_fits_a_phone_and_has_no_serious_finding(browser: Browser, address: str) -> None:
    with opened(browser, address, viewport=PHONE, color_scheme="dark") as page:
        for question in (SUMMARY, WHO_MENTIONS):
            listed(page, question)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert serious(page) == []


def test_the_script_lays_an_answer_out_as_the_server_does(page: Page) -> None:
    script = """async (turns) => {
        const { blocks, quoted, saidFirst, showsQuote } = await import("/static/chat/answering.js");
        return turns.map((turn) => {
            const said = saidFirst(turn);
            const shown = turn.citations.map((it) => [showsQuote(it, said), quoted(it)]);
            return [said, blocks(said, turn.answer_ranges), shown];
        });
    }"""
    quotes = ["It was\nopened in 1874.", "- 🦉 Oats."]
    citations: list[dict[str, Any]] = [
        {"quote": quote, "start": 7, "answer_ranges": [[9, 15]]} for quote in quotes
    ]
    sides = [{"name": name, "answer": "9", "marker": 1} for name in "AB"]
    answers = [
        "",
        "It was opened in 1874. [1] 🦉 Oats. [2]",
        "The town:\n- It was opened in 1874. [1]\n- - 🦉 Oats. [2]\nAnd more.\n\nMore.",
        "Yes. 🦉🦉 It was opened in 1874. [1] 🦉 Oats. [2]",
        "The sum is 9 (4 + 5). [1][2] It was opened in 1874. [1] 🦉 Oats. [2]",
        "It was opened in 1874. [1]\n-Oats, and more [2]",
        "A: 9, against 4. [1][2]",
    ]
    turns: list[dict[str, Any]] = [
        {"answer": answer, "citations": citations, "answer_ranges": [[3, 8], [12, 17]], **more}
        for answer in answers
        for more in ({}, {"sides": sides})
        if answer or not more
    ]
    expected = [
        [
            said := said_first(turn),
            blocks(said, turn["answer_ranges"]),
            [[shows_quote(it, said), quoted(it)] for it in citations],
        ]
        for turn in turns
    ]
    assert page.evaluate(script, turns) == json.loads(json.dumps(expected))
