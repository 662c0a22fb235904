"""The page in a real browser, over a real server."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Page, Response, Route, expect, sync_playwright

from index.ranking.search import Index
from qa.answerer import Answerer
from qa.wiring import Wellspring
from web.app import create_app
from web.library.shelf import Shelf

if TYPE_CHECKING:
    from tests.conftest import Scripted

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SEEDS = Path(__file__).parents[2] / "seeds"
QUESTION = "How many Dolan sheep were contracted for breeding?"
UNKNOWN = "Who won the world cup in 2018?"
LIGHTHOUSE = "The lighthouse of Skerry is 41 metres high and was lit on 3 May 1888.\n"
WAIT = 30_000

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"),
    reason="no Chromium on this machine; CI installs it",
)


@contextmanager
def served(data_dir: Path, port: int = 0) -> Iterator[str]:
    """Run `wellspring serve` as a process; gives its address once it is ready."""
    environment = {**os.environ, "WELLSPRING_DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1"}
    command = [str(Path(sys.executable).parent / "wellspring"), "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split(" at ")[1].split()[0]
            urllib.request.urlopen(
                f"{address}/ready", timeout=120
            )  # it listens by now, and answers once it can
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def data_dir(well: Wellspring, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index over a copy of the five articles, which the page may change."""
    place = tmp_path_factory.mktemp("page")
    shutil.copytree(SEEDS, place / "articles")
    (place / "data").mkdir()
    (place / "data" / "models").symlink_to(well.settings.data_dir / "models")
    well.build_index(place / "articles", data_dir=place / "data")
    return place / "data"


@pytest.fixture(scope="module")
def address(data_dir: Path) -> Iterator[str]:
    with served(data_dir) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """Open the chat page; afterwards nothing may have failed in it."""
    context = browser.new_context(base_url=address, **options)  # type: ignore[arg-type]
    context.set_default_timeout(WAIT)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda message: problems.append(message.text) if message.type == "error" else None,
    )
    page.goto("/")
    yield page
    context.close()
    assert problems == []


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    expect.set_options(timeout=WAIT)
    with opened(browser, address) as page:
        yield page


def ask(page: Page, question: str) -> None:
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def answered(page: Page, question: str = QUESTION, proof: str = "3583") -> None:
    ask(page, question)
    expect(page.locator(".answer").last).to_contain_text(proof)
    expect(page.locator(".quotes").last).to_be_visible()


def serious(page: Page) -> list[str]:
    """Return what axe-core finds against WCAG 2.2 A and AA."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags}).response["violations"]
    return [
        f"{item['id']}: {item['nodes'][0]['html']}"
        for item in found
        if item["impact"] in ("serious", "critical")
    ]


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
                const panel = import("/static/panel.js");
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
        const { emphasized } = await import("/static/emphasis.js");
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


def test_a_follow_up_uses_the_conversation_and_a_reload_keeps_it(page: Page) -> None:
    answered(page)
    answered(page, "By how many families?", "407")
    expect(page.locator(".searched")).to_contain_text("By how many families? ")
    expect(page.locator(".searched")).to_contain_text("Dolan sheep")
    page.reload()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".searched")).to_contain_text("Dolan sheep")
    expect(page.locator("#conversations a[aria-current]")).to_have_text(QUESTION)


def test_what_the_articles_do_not_say_shows_the_nearest_passages(page: Page) -> None:
    ask(page, UNKNOWN)
    expect(page.locator(".answer")).to_have_text("The articles do not say.")
    expect(page.locator(".confidence")).to_contain_text("too low to answer")
    page.get_by_text("The nearest passages").click()
    expect(page.locator(".nearest blockquote").first).to_be_visible()


LONG = (
    "The Orrin bridge, which the county had planned since the great flood took the old ford and "
    "two companies failed to finish, was opened on 4 May 1931 by the engineer Ada Lorne before a "
    "crowd that stood on both banks of the river in heavy rain all morning."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles with a sentence so long that the model is asked to shorten it."""
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "bridge.md").write_text(f"# The bridge\n\n{LONG}\n", "utf-8")
    (folder / "mill.md").write_text("# The mill\n\nThe mill was built in 1850.\n", "utf-8")
    return folder


@pytest.fixture
def endless(
    well: Wellspring,
    shelf: Shelf,
    scripted: "Scripted",
    scripted_over: Callable[[Index], Answerer],
    serve: Callable[[object], str],
) -> Iterator[str]:
    """The address of a server whose model writes until nobody listens."""
    scripted.endless = True
    index = Index(shelf.data_dir, well.embedder)
    yield serve(create_app(index, scripted_over(index), local=True))
    scripted.over.set()  # also after a test that failed, before the server is waited for


def test_stop_stops_the_model_and_keeps_the_question(
    browser: Browser, endless: str, scripted: "Scripted"
) -> None:
    question = "When was the Orrin bridge opened?"
    with opened(browser, endless) as page:
        ask(page, question)
        assert scripted.writing.wait(60)
        assert not scripted.stopped.is_set()
        page.get_by_role("button", name="Stop").click()
        assert scripted.stopped.wait(60)
        expect(page.locator(".answer")).to_have_text("Stopped.")
        expect(page.get_by_label("Your question")).to_have_value(question)
        scripted.endless = False
        page.get_by_role("button", name="Ask again").click()
        expect(page.locator(".answer").last).to_contain_text("4 May 1931")


def test_a_page_that_anyone_may_open_asks_on_and_keeps_nothing(
    browser: Browser, well: Wellspring, serve: Callable[[object], str]
) -> None:
    with opened(browser, serve(create_app(well.index, well.answerer))) as page:
        expect(page.locator("main .meta").first).to_contain_text("nothing is kept")
        ask(page, QUESTION)
        expect(page.locator(".answer").first).to_contain_text("3583")
        ask(page, "By how many families?")
        expect(page.locator(".answer").last).to_contain_text("407")
        expect(page.locator(".searched").last).to_contain_text("Dolan sheep")
        for offered in (
            "#conversations",
            ".thumb",
            "input[name=conversation]",
            "input[type=search]",
        ):
            expect(page.locator(offered)).to_have_count(0)
        page.keyboard.press("Escape")
        page.locator("h1").click()
        page.keyboard.press("c")
        assert urlsplit(page.url).query == ""
        page.goto("/articles")
        expect(page.locator(".articles li")).to_have_count(5)
        for offered in ("#upload", "[data-do]"):
            expect(page.locator(offered)).to_have_count(0)


def test_the_keyboard_alone_asks_opens_a_quote_and_comes_back(page: Page) -> None:
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".quotes")).to_have_count(1)
    page.locator(".answer a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel mark")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_label("Your question")).to_be_focused()
    page.locator("h1").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("new conversation")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator(".turn")).to_have_count(0)


def test_html_in_a_question_is_shown_as_text_everywhere(page: Page) -> None:
    ask(page, "<img src=x onerror=alert(1)> sheep?")
    expect(page.locator(".question")).to_have_text("<img src=x onerror=alert(1)> sheep?")
    expect(page.locator(".confidence")).to_have_count(1)
    page.reload()
    expect(page.locator("#conversations li").first).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".turn img, .side img")).to_have_count(0)


def test_an_answer_is_copied_judged_and_linked(browser: Browser, address: str) -> None:
    with opened(browser, address, permissions=["clipboard-read", "clipboard-write"]) as page:
        answered(page)
        page.get_by_role("button", name="Copy").click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert QUESTION in copied
        assert "[1] “By now, the breeding of 3583 Dolan sheep" in copied
        page.get_by_role("button", name="Good answer").click()
        page.get_by_label("What was good or bad?").fill("The number is right.")
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("button", name="Good answer")).to_have_attribute(
            "aria-pressed", "true"
        )
        expect(page.locator(".comment")).to_have_count(0)
        assert "The number is right." in page.request.get("/feedback").text()
        page.get_by_text("Time", exact=True).click()
        expect(page.locator(".times dl")).to_contain_text("ms")
        page.get_by_role("button", name="Link").click()
        page.goto(page.evaluate("navigator.clipboard.readText()"))
        expect(page.locator(".question")).to_have_text(QUESTION)
        expect(page.get_by_text("The cited articles read the same today.")).to_be_visible()


def test_conversations_are_searched_renamed_exported_and_deleted(page: Page) -> None:
    answered(page)
    item = page.locator("#conversations li").first
    item.locator(".menu summary").click()
    with page.expect_response("**/conversations?*"):
        page.evaluate("new BroadcastChannel('wellspring').postMessage('changed in another tab')")
    page.evaluate("new Promise(requestAnimationFrame)")
    expect(item.locator(".menu")).to_have_attribute("open", "")
    item.get_by_role("button", name="Rename").click()
    page.get_by_label("New title").fill("Sheep of Shache")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#conversations li").first).to_contain_text("Sheep of Shache")
    page.get_by_label("Search conversations").fill("of Shache")
    expect(page.locator("#conversations li")).to_have_count(1)
    page.locator("#conversations .menu summary").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as Markdown").click()
    assert Path(download.value.path()).read_text("utf-8").startswith("# Sheep of Shache")
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator(".turn")).to_have_count(0)


def choose(page: Page, *files: tuple[str, str]) -> None:
    page.set_input_files(
        "#files",
        [
            FilePayload(name=name, mimeType="text/plain", buffer=text.encode())
            for name, text in files
        ],
    )


def test_an_uploaded_article_is_asked_about_deleted_and_brought_back(page: Page) -> None:
    page.goto("/articles")
    choose(page, ("light.txt", LIGHTHOUSE), ("run.exe", "MZ"), ("empty.txt", ""))
    expect(page.locator("#results li.added")).to_contain_text("light.txt")
    expect(page.locator("#results li.refused")).to_have_count(2)
    expect(page.locator(".articles li")).to_have_count(6)
    page.goto("/")
    answered(page, "How high is the lighthouse of Skerry?", "41")
    page.goto("/articles")
    page.get_by_role("button", name="Delete: The lighthouse").click()
    expect(page.locator(".articles li")).to_have_count(5)
    page.goto("/")
    ask(page, "How high is the lighthouse of Skerry?")
    expect(page.locator(".answer")).to_have_text("The articles do not say.")
    page.goto("/articles")
    choose(page, ("light.txt", LIGHTHOUSE))
    expect(page.locator(".articles li")).to_have_count(6)
    page.get_by_role("button", name="Delete: The lighthouse").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("It is back.")).to_be_visible()
    expect(page.locator(".articles li")).to_have_count(6)


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


def test_example_questions_are_offered_and_answered(page: Page) -> None:
    example = page.locator("#examples button").first
    expect(example).to_be_visible()
    example.click()
    expect(page.locator(".quotes").first).to_be_visible()


def test_two_tabs_hold_one_conversation(page: Page) -> None:
    answered(page)
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".turn")).to_have_count(1)
    answered(other, "By how many families?", "407")
    expect(page.locator(".turn")).to_have_count(2)


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
    expect(page.locator("#panel mark")).to_be_visible()
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


def test_the_files_that_were_not_read_stand_folded_on_the_articles_page(
    page: Page, data_dir: Path, well: Wellspring
) -> None:
    broken = data_dir.parent / "articles" / "broken.pdf"
    broken.write_bytes(b"%PDF rubbish")
    well.build_index(broken.parent, data_dir=data_dir)
    page.goto("/articles")
    expect(page.get_by_text("is a damaged PDF")).to_be_hidden()
    page.get_by_text("Files that were not read: 1").click()
    expect(page.get_by_text("is a damaged PDF")).to_be_visible()
    assert serious(page) == []
    broken.unlink()
    well.build_index(broken.parent, data_dir=data_dir)


def test_the_chat_page_with_all_that_it_loads_is_under_150_kb(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address)
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))
    page.goto("/", wait_until="networkidle")
    sizes = {urlsplit(response.url).path: len(response.body()) for response in loaded}
    page.close()
    assert {
        "/",
        "/static/style.css",
        "/static/icon.svg",
        "/static/chat.js",
        "/static/turn.js",
        "/static/panel.js",
    } <= set(sizes)
    assert sum(sizes.values()) < 150_000, sizes


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


def test_it_works_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        ask(page, QUESTION)
        page.locator(".answer a").first.click()
        expect(page.locator("mark")).to_contain_text("3583 Dolan sheep")


def test_a_server_that_restarts_in_the_middle_loses_nothing(
    browser: Browser, data_dir: Path
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
    page.set_default_timeout(WAIT)
    with served(data_dir, port):
        page.goto("/")
        answered(page)
        page.get_by_label("Your question").fill("By how many families?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("The server cannot be reached")
    expect(page.locator("#connection")).to_contain_text("tries again by itself")
    expect(page.get_by_label("Your question")).to_have_value("By how many families?")
    with served(data_dir, port):
        expect(page.locator("#connection")).to_contain_text("The server is back")
        page.get_by_role("button", name="Ask", exact=True).click()
        expect(page.locator(".answer").last).to_contain_text("407")
        page.reload()
        expect(page.locator(".turn")).to_have_count(2)
    page.close()


def test_the_manual_is_shown_without_another_server(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto("/docs")
        expect(page.locator(".swagger-ui .opblock").first).to_be_visible()
        assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
