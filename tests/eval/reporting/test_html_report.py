"""The report as a file, and in a real browser."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from eval.reporting import plots
from eval.reporting.html_report import verdict, write_report
from eval.types import Estimate, Result, Row

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
EVIL = "<script>alert('x')</script>"
in_a_browser = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"),
    reason="no Chromium on this machine; CI installs it",
)

RIGHT = Row(
    id="q-01",
    kind="number",
    split="test",
    question="How many bells hang in the tower?",
    answerable=True,
    answered=True,
    right=True,
    answer="Eight bells [1].",
    answers=(("8", "eight"),),
    confidence=0.95,
    items=1.0,
    exact=0.0,
    f1=0.8,
    cited=1.0,
    precise=1.0,
    unsupported=(),
    quotes=("Eight bells hang in the tower.",),
    gold=("Eight bells hang in the tower.",),
    gold_ranks=(1,),
    fault="",
    timings_ms={
        "retrieve": 40,
        "evidence": 100,
        "first_token": 500,
        "generate": 2000,
        "total": 2140,
    },
)
WRONG = replace(
    RIGHT,
    right=False,
    answer="Nine bells [1].",
    quotes=("Nine ropes are kept.",),
    cited=0.0,
    precise=0.0,
    gold_ranks=(4,),
)
DECLINED = replace(
    WRONG,
    answered=False,
    answer="The articles do not say.",
    quotes=(),
    fault="wrong decline",
    confidence=0.3,
)
NOT_ANSWERABLE = replace(
    DECLINED,
    kind="near-miss",
    answerable=False,
    answers=(),
    gold=(),
    gold_ranks=(),
    fault="",
    confidence=0.05,
)
ROWS = (
    RIGHT,
    replace(
        RIGHT,
        id="q-02",
        confidence=0.85,
        timings_ms={"retrieve": 50, "evidence": 120, "generate": 8000, "total": 8170},
    ),
    replace(
        RIGHT,
        id="q-03",
        kind="list",
        answers=(("mill", "the mill"), ("weir",)),
        gold_ranks=(2, 7),
        gold=("A mill.", "A weir."),
    ),
    replace(
        RIGHT,
        id="q-04",
        kind="list",
        confidence=0.75,
        answer="Both https://example.org/a and more.",
    ),
    replace(WRONG, id="q-05", confidence=0.8, fault="evidence", unsupported=("9",)),
    replace(WRONG, id="q-06", kind="why", confidence=0.7, fault="retrieval", gold_ranks=(None,)),
    replace(WRONG, id="q-07", kind="list", confidence=0.6, fault="generation", answer=EVIL),
    replace(DECLINED, id="q-08", question=f"What is {EVIL} & what “is” not?"),
    replace(DECLINED, id="q-09", kind="why", confidence=0.2, timings_ms={}),
    replace(NOT_ANSWERABLE, id="q-10"),
    replace(NOT_ANSWERABLE, id="q-11", kind="off-topic", confidence=0.0),
    replace(
        WRONG,
        id="q-12",
        kind="near-miss",
        answerable=False,
        answers=(),
        gold=(),
        gold_ranks=(),
        confidence=0.55,
        fault="wrong answer",
    ),
)
SUMMARY = {
    "right": Estimate(4 / 9, 0.11, 0.78, 9),
    "declined_unanswerable": Estimate(2 / 3, 0.0, 1.0, 3),
    "declined_answerable": Estimate(2 / 9, 0.0, 0.5, 9),
    "citation_precision": Estimate(0.571, 0.2, 0.9, 7),
    "unsupported": Estimate(0.125, 0.0, 0.375, 8),
    "p95_first_token_ms": Estimate(9100.0, 940.0, 12345.0, 11),
    "mrr": Estimate(0.5, 0.25, 0.75, 9),
    "p50_total_ms": Estimate(2140.0, 940.0, 8170.0, 11),
    "right/number": Estimate(0.5, 0.0, 1.0, 4),
    "right/<list>": Estimate(2 / 3, 0.0, 1.0, 3),
}
ABOUT: dict[str, object] = {
    "set": "village",
    "date": "2026-01-02",
    "commit": "abc1234",
    "models": {"generator": "Tiny <1B>", "embedder": "Mini"},
    "splits": ["dev", "test"],
}
RESULT = Result(ABOUT, SUMMARY, ROWS)


def written(result: Result, folder: Path) -> str:
    write_report(result, folder / "report.html")
    return (folder / "report.html").read_text("utf-8")


@pytest.fixture
def html(tmp_path: Path) -> str:
    return written(RESULT, tmp_path)


def words(html: str) -> str:
    """Return what a reader sees: without style, script and tags, with single spaces."""
    seen = re.sub(r"<(style|script)>.*?</\1>|<[^>]+>", " ", html, flags=re.S)
    return " ".join(unescape(seen).split())


def test_the_heading_names_set_date_commit_and_models(html: str) -> None:
    assert "<h1>village: 12 questions</h1>" in html
    assert "date 2026-01-02 commit abc1234 models generator: Tiny <1B>; embedder: Mini" in words(
        html
    )


def test_cards_show_each_value_with_its_interval(html: str) -> None:
    text = words(html)
    assert "Right answers 44.4 % 11.0 to 78.0 % of 9 answerable questions higher is better" in text
    assert "Wrongly declined 22.2 % 0.0 to 50.0 % of 9 answerable questions lower is better" in text
    assert "Median time 2.1 s 940 ms to 8.2 s of 11 questions lower is better" in text
    assert "Citation recall" not in text
    assert "mrr one divided by the rank of the first gold passage 0.500 0.250 to 0.750 9" in text


def test_every_question_has_one_row_with_its_verdict_and_fault(html: str) -> None:
    shape = r'id="q-(q-\d+)" class="(\w+)" data-kind="([\w-]+)"'
    data = r' data-verdict="(\w+)" data-fault="([\w ]+)"'
    verdicts = [verdict(row) for row in ROWS]
    assert re.findall(shape + data, html) == [
        (row.id, said, row.kind, said, row.fault or "none")
        for row, said in zip(ROWS, verdicts, strict=True)
    ]
    assert verdicts == [*["right"] * 4, *["wrong"] * 3, *["declined"] * 4, "wrong"]


def test_a_row_shows_accepted_answers_quotes_gold_and_what_went_wrong(html: str) -> None:
    text = words(html)
    quotes = "8 | eight Quotes Nine ropes are kept."
    assert f"{quotes} Gold sentences Eight bells hang in the tower. (passage 4)" in text
    assert "wrong evidence not in the quotes: 9 80 % 2.1 s" in text
    assert "(not in the best ten passages)" in text
    assert "mill | the mill weir" in text
    assert "declined wrong decline 20 % –" in text
    assert "none: the articles do not say" in text


def test_text_of_rows_and_about_is_escaped(html: str) -> None:
    assert EVIL not in html
    assert html.count("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;") == 2
    assert html.count("<script") == 1
    assert "Tiny &lt;1B&gt;" in html
    assert "<list>" not in html


def test_the_file_refers_to_nothing_outside_itself(html: str) -> None:
    assert re.findall(r"""(?:src|href|action|data)\s*=\s*["'](?!#)[^"']*""", html) == []
    assert re.findall(r"url\((?!#)|@import|<link|<img|<iframe|xmlns", html) == []
    assert "default-src 'none'" in html


def test_ids_are_unique_and_every_reference_has_its_target(html: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="|url\()#([^")]+)', html)) <= set(ids)


def test_the_same_result_writes_the_same_bytes(tmp_path: Path) -> None:
    assert written(RESULT, tmp_path) == written(RESULT, tmp_path)


def test_about_is_whole_with_nested_values(html: str) -> None:
    about = words(html[html.index('id="about"') :])
    models = "models: generator Tiny <1B> models: embedder Mini"
    assert f"set village date 2026-01-02 commit abc1234 {models} splits dev, test" in about


def test_a_result_without_summary_and_rows_is_still_a_report(tmp_path: Path) -> None:
    empty = written(Result({}, {}), tmp_path)
    assert "This run has no summary." in empty
    assert "0 of 0 questions" in empty
    assert "<figure" not in empty
    assert "<figure" in written(Result({}, {}, ROWS), tmp_path)


def test_five_hundred_questions_stay_well_under_two_megabytes(tmp_path: Path) -> None:
    many = [
        replace(ROWS[n % len(ROWS)], id=f"n-{n}", quotes=("A sentence of the article. " * 8,) * 3)
        for n in range(500)
    ]
    assert len(written(Result(ABOUT, SUMMARY, tuple(many)), tmp_path).encode()) < 1_600_000


def label(svg: str) -> str:
    """Return the text alternative of a plot."""
    found = re.search(r'^<svg viewBox="[^"]+" role="img" aria-label="([^"]*)"', svg)
    assert found is not None
    return unescape(found[1]).replace("\u00a0", " ")


def test_the_plot_of_kinds_says_its_figures() -> None:
    assert label(plots.right_by_kind(RESULT)) == (
        "Right answers by kind: <list> 67 % (0 % to 100 %, 3 questions); "
        "number 50 % (0 % to 100 %, 4 questions)"
    )


def test_an_answered_question_without_an_answer_counts_as_risk() -> None:
    text = label(plots.risk_and_coverage(RESULT))
    assert text.startswith("Risk and coverage: 8 % answered, 0 % of them wrong;")
    assert text.endswith("67 % answered, 50 % of them wrong")
    lucky = replace(ROWS[-1], right=True)
    assert (
        label(plots.risk_and_coverage(Result({}, {}, (lucky,))))
        == "Risk and coverage: 100 % answered, 100 % of them wrong"
    )


def test_calibration_puts_confidence_into_ten_bins() -> None:
    rows = tuple(
        replace(RIGHT, confidence=value, answerable=value > 0.5)
        for value in (0.0, 0.04, 0.1, 0.97, 1.0)
    )
    assert label(plots.calibration(Result({}, {}, rows))) == (
        "Calibration of the confidence: mean confidence 2 %, answerable 0 % (2 questions); "
        "mean confidence 10 %, answerable 0 % (1 questions); "
        "mean confidence 98 %, answerable 100 % (2 questions)"
    )


def test_latency_takes_the_questions_that_have_the_stage() -> None:
    assert label(plots.latency(Result({}, {}, ROWS[:2]))) == (
        "Time by stage: retrieve: median 45 ms, 95th percentile 50 ms; "
        "evidence: median 110 ms, 95th percentile 119 ms; "
        "generate: median 5.0 s, 95th percentile 7.7 s; "
        "total: median 5.2 s, 95th percentile 7.9 s"
    )
    assert plots.latency(Result({}, {}, (ROWS[8],))) == ""


def test_retrieval_counts_a_question_when_its_last_gold_sentence_is_found() -> None:
    text = label(plots.retrieval(RESULT))
    assert "best 1: 33 %;" in text
    assert "best 4: 78 %; best 5: 78 %; best 6: 78 %; best 7: 89 %;" in text
    assert text.endswith("best 10: 89 % (of 9 questions)")


def test_plots_take_their_colours_and_font_from_the_page(html: str) -> None:
    drawn = "".join(re.findall(r"<svg viewBox.*?</svg>", html, flags=re.S))
    assert set(re.findall(r"(?:fill|stroke): ([^;\"]+)", drawn)) == {
        "currentColor",
        "none",
        "var(--accent)",
        "var(--tint)",
        "var(--line)",
    }
    assert "font-family" not in drawn
    assert "<style" not in drawn


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, html: str, tmp_path: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(20_000)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text))
    page.goto((tmp_path / "report.html").as_uri())
    yield page
    context.close()
    assert problems == []


def shown(page: Page) -> list[str]:
    rows = page.locator(".questions tbody tr:visible")
    ids: list[str] = rows.evaluate_all("rows => rows.map(row => row.id.slice(2))")
    return ids


@in_a_browser
def test_search_and_filters_narrow_the_questions_together(page: Page) -> None:
    page.get_by_label("Search").fill("EIGHT  tower mill")
    assert shown(page) == ["q-03"]
    expect(page.locator("output")).to_have_text("1 of 12 questions")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("output")).to_have_text("12 of 12 questions")
    page.get_by_role("combobox", name="Verdict").select_option("declined")
    page.get_by_role("combobox", name="Kind").select_option("near-miss")
    assert shown(page) == ["q-10"]
    page.get_by_role("combobox", name="Kind").select_option("")
    page.get_by_role("combobox", name="What went wrong").select_option("wrong decline")
    assert shown(page) == ["q-08", "q-09"]


@in_a_browser
def test_a_phone_scrolls_only_down_and_the_keyboard_opens_the_details(page: Page) -> None:
    details = page.locator("#q-q-01 details")
    expect(details).not_to_have_attribute("open", "")
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(details.get_by_text("8 | eight")).to_be_visible()
    page.get_by_role("button", name="Open all details").press("Space")
    assert page.locator(".proof:not([open])").count() == 0
    page.get_by_text("All 10 measures").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@in_a_browser
def test_without_javascript_the_table_is_whole(browser: Browser, html: str, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "report.html").as_uri())
    expect(page.locator(".proof dl:visible")).to_have_count(12)
    expect(page.locator("form")).to_be_hidden()
    context.close()
