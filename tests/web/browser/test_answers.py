"""How an answer is shown: lists as lists, no sentence twice, with JavaScript as without."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.browser.conftest import ask, opened, serious
from web.page.answering import blocks, says_quotes

SUMMARY = "Summarise the Guangxi article for me."
WHO_MENTIONS = "Which articles mention pigs?"
PHONE = {"width": 360, "height": 740}
# Tags, classes and text of what a turn says and quotes; what a mark shows on hover is JavaScript's.
ELEMENTS = """(turn) => {
    const copy = turn.cloneNode(true);
    copy.querySelectorAll(".tip").forEach((tip) => tip.remove());
    const shown = [...copy.querySelectorAll(".answer, .answer :is(p, ul, li), .quotes, .quotes *")];
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
    expect(page.locator("#panel mark")).to_have_text(said)


def test_a_list_of_articles_has_its_quotes_below(page: Page) -> None:
    turn = listed(page, WHO_MENTIONS)
    expect(turn.locator(".answer > p").first).to_contain_text("mention")
    expect(turn.get_by_role("list", name="Quotes").locator("blockquote").first).to_be_visible()
    expect(turn.locator(".quotes .source").first).to_contain_text(".txt")


def test_the_permanent_page_has_the_same_elements(page: Page) -> None:
    for question in (SUMMARY, WHO_MENTIONS):
        turn = listed(page, question)
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
    script = """async ([answers, quotes]) => {
        const { blocks, saysQuotes } = await import("/static/chat/answering.js");
        const citations = quotes.map((quote) => ({ quote }));
        return answers.map((answer) => [blocks(answer), saysQuotes(answer, citations)]);
    }"""
    quotes = ["It was\nopened in 1874.", "- Oats."]
    answers = [
        "",
        "It was opened in 1874. [1] Oats. [2]",
        "The town:\n- It was opened in 1874. [1]\n- - Oats. [2]\nAnd more.\n\nMore.",
        "Yes. It was opened in 1874. [1] Oats. [2]",
        "It was opened in 1874. [1]\n-Oats, and more [2]",
    ]
    asked: list[dict[str, object]] = [{"quote": quote} for quote in quotes]
    expected = [[blocks(answer), says_quotes(answer, asked)] for answer in answers]
    assert [says for _, says in expected] == [False, True, True, False, False]
    assert page.evaluate(script, [answers, quotes]) == expected
