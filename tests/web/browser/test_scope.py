"""The page limits questions to some articles; the answerer tells what it found, without a model."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from index.embedder import Embedder
from index.ranking.search import Index
from tests.web.browser.conftest import Held, ask, opened, serious, settled
from tests.web.conftest import Telling, index_of
from web.app import create_app

LIGHT, OWL, ELK = "town/light.txt", "town/2024/owl.txt", "town/2024/elk.txt"
TEXTS = {
    LIGHT: "The lighthouse\n\nThe lighthouse of Skerry was lit in 1888.",
    OWL: "The owls\n\nThe observatory counted 77 owls in March.",
    ELK: "The elks\n\nSeven elks crossed the frozen lake in May.",
    **{f"town/day-{n:02}.txt": f"Day {n:02}\n\nOn day {n} it rained." for n in range(48)},
}
QUESTION = "When was it lit?"


@pytest.fixture
def index(tmp_path: Path, hashed: Embedder) -> Iterator[Index]:
    with closing(index_of(tmp_path, TEXTS, hashed)) as index:
        yield index


@pytest.fixture
def address(index: Index, serve: Callable[[object], str]) -> str:
    """The address of a server of these articles; what it keeps is gone with it."""
    return serve(create_app(index, Telling(index), local=True))


def chip(page: Page) -> Locator:
    return page.locator("#scope-choose")


def choose(page: Page, words: str, *titles: str) -> None:
    """Tick articles in the dialog, found by words."""
    chip(page).click()
    page.get_by_label("Search articles").fill(words)
    for title in titles:
        page.get_by_label(title).check()
    page.get_by_role("button", name="Done").click()


def asked(page: Page, question: str = QUESTION) -> None:
    """Ask, and wait for the answer."""
    before = page.locator(".turn .times").count()
    ask(page, question)
    expect(page.locator(".turn .times")).to_have_count(before + 1)


def only(page: Page) -> Locator:
    """Return the line of the last answer that tells its limits."""
    return page.locator(".turn").last.locator(".searched")


def id_of(page: Page, words: str) -> str:
    (found,) = page.request.get(f"/articles?search={words}").json()["articles"]
    return str(found["article_id"])


def test_a_chosen_article_is_asked_until_it_is_removed(page: Page) -> None:
    expect(chip(page)).to_have_text("All articles")
    choose(page, "lighthouse", "The lighthouse")
    expect(chip(page)).to_have_text("Only: The lighthouse")
    expect(page.get_by_label("Your question")).to_have_accessible_description(
        "Only: The lighthouse"
    )
    for _ in range(2):
        asked(page)
        expect(only(page)).to_have_text(f"Only in: {LIGHT}")
    page.get_by_role("button", name="Ask all articles again").click()
    expect(chip(page)).to_have_text("All articles")
    expect(chip(page)).to_be_focused()
    asked(page)
    expect(only(page)).to_have_count(0)
    page.reload()
    expect(page.locator(".searched")).to_have_count(2)
    expect(chip(page)).to_have_text("All articles")


def test_a_conversation_goes_on_with_its_limits_after_a_reload(page: Page) -> None:
    choose(page, "2024", "The owls", "The elks")
    expect(chip(page)).to_have_text("Only 2 articles")
    asked(page)
    page.reload()
    expect(chip(page)).to_have_text("Only 2 articles")
    choose(page, "elks")
    chip(page).click()
    page.get_by_label("The elks").uncheck()
    page.keyboard.press("Escape")
    expect(chip(page)).to_have_text("Only: The owls")
    asked(page)
    expect(only(page)).to_have_text(f"Only in: {OWL}")
    page.get_by_role("link", name="New conversation").click()
    expect(chip(page)).to_have_text("All articles")


def test_a_folder_is_chosen_in_place_of_articles(page: Page) -> None:
    choose(page, "lighthouse", "The lighthouse")
    chip(page).click()
    expect(page.locator(".ticks li")).to_have_count(51)  # no longer those of the earlier words
    expect(page.get_by_label("The lighthouse")).to_be_checked()
    page.get_by_label("Folder").select_option("2024")
    expect(page.get_by_label("The lighthouse")).not_to_be_checked()
    page.get_by_role("button", name="Done").click()
    expect(chip(page)).to_have_text("Only: 2024/")
    asked(page)
    expect(only(page)).to_have_text("Only in: town/2024/")
    page.reload()
    expect(chip(page)).to_have_text("Only: 2024/")
    chip(page).click()
    expect(page.get_by_label("Folder")).to_have_value("2024")
    page.get_by_label("Day 03").check()
    expect(page.get_by_label("Folder")).to_have_value("")
    expect(chip(page)).to_have_text("Only: Day 03")


def test_of_many_articles_the_first_are_listed_and_those_chosen_before_them(page: Page) -> None:
    chip(page).click()
    expect(page.locator(".ticks li")).to_have_count(50)
    expect(page.get_by_text("1 to 50 of 51")).to_be_visible()
    page.get_by_label("Search articles").fill("the")
    expect(page.locator(".ticks li")).to_have_count(3)
    page.get_by_label("The lighthouse").check()
    page.get_by_label("Search articles").fill("")
    expect(page.locator(".ticks li")).to_have_count(51)
    expect(page.locator(".ticks li").first).to_contain_text(LIGHT)
    expect(page.locator(".ticks li").first.get_by_role("checkbox")).to_be_checked()
    page.get_by_label("Search articles").fill("no such article")
    expect(page.get_by_text("No article has these words")).to_be_visible()


def test_a_slower_list_does_not_take_the_place_of_a_later_one(page: Page) -> None:
    lists = Held(page, "**/articles?*")
    chip(page).click()
    earlier = lists.next()
    page.get_by_label("Search articles").fill("owls")
    lists.next().continue_()
    expect(page.locator(".ticks li")).to_have_count(1)
    earlier.continue_()
    settled(page)
    expect(page.locator(".ticks li")).to_have_count(1)


def test_the_keyboard_alone_chooses_an_article(page: Page) -> None:
    chip(page).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Search articles")).to_be_focused()
    page.keyboard.type("owls")
    expect(page.locator(".ticks li")).to_have_count(1)
    page.get_by_label("The owls").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(chip(page)).to_be_focused()
    expect(chip(page)).to_have_text("Only: The owls")


def test_a_link_on_the_articles_pages_chooses_the_article(page: Page) -> None:
    article = id_of(page, "lighthouse")
    page.goto("/articles?search=lighthouse")
    page.get_by_role("link", name="Ask about this article: The lighthouse").click()
    expect(page).to_have_url(f"{page.url.split('?')[0]}?article={article}")
    expect(chip(page)).to_have_text("Only: The lighthouse")
    asked(page)
    expect(only(page)).to_have_text(f"Only in: {LIGHT}")
    page.goto(f"/articles/{article}")
    page.get_by_role("link", name="Ask about this article").click()
    expect(chip(page)).to_have_text("Only: The lighthouse")
    expect(page.locator(".turn")).to_have_count(0)


def test_the_article_beside_the_chat_is_chosen_and_the_conversation_goes_on(page: Page) -> None:
    asked(page, "Which owls were counted?")
    page.get_by_text("The nearest passages").click()
    page.locator(".nearest a", has_text="The owls").click()
    ask_about = page.locator("#panel").get_by_role("link", name="Ask about this article")
    expect(ask_about).to_have_attribute("href", f"/?article={id_of(page, 'owls')}")
    ask_about.click()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.get_by_label("Your question")).to_be_focused()
    expect(chip(page)).to_have_text("Only: The owls")
    asked(page)
    expect(only(page)).to_have_text(f"Only in: {OWL}")
    expect(page.locator(".turn")).to_have_count(2)


def test_an_unknown_article_is_told_and_ignored(page: Page) -> None:
    page.goto("/?article=none")
    expect(page.get_by_text("The article that this link names is not here")).to_be_visible()
    expect(chip(page)).to_have_text("All articles")
    asked(page)
    expect(only(page)).to_have_count(0)


def test_without_javascript_nothing_is_offered_that_does_not_work(
    browser: Browser, address: str
) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        expect(chip(page)).to_be_hidden()
        page.goto("/articles")
        expect(page.locator(".articles li").first).to_be_visible()
        expect(page.get_by_text("Ask about this article").first).to_be_hidden()
        page.goto(f"/?article={id_of(page, 'lighthouse')}")
        ask(page, QUESTION)
        expect(page.locator(".answer")).to_have_text("Found.")


@pytest.mark.parametrize(
    "look",
    [{}, {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}}],
    ids=["light", "dark phone"],
)
def test_it_fits_and_axe_finds_nothing_serious(
    browser: Browser, address: str, look: dict[str, Any]
) -> None:
    with opened(browser, address, **look) as page:
        for path in ("/articles", f"/?article={id_of(page, 'lighthouse')}"):
            page.goto(path)
            assert serious(page) == []
        asked(page)
        chip(page).click()
        expect(page.locator(".ticks li")).to_have_count(51)
        expect(page.get_by_label("Folder")).to_be_visible()
        assert serious(page) == []
        for place in ("html", "#dialog"):
            fits = page.locator(place).evaluate("(it) => it.scrollWidth <= it.clientWidth")
            assert fits, place
