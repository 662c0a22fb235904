"""Measure how soon a browser shows the landing page, and the first passages of a question.

Run `make run`, then `python -m eval.bench.browser.first_seen [--url URL] [--times N] [--out FILE]`.
It needs Chromium. The first landing and the first question are not counted: the server is warm.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from playwright.sync_api import Browser, Page, sync_playwright
from rich.table import Table

from eval.bench.first_word import spread
from eval.measuring.circumstances import circumstances
from eval.questions.known import SEED_QUESTIONS, load_questions
from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import out, run
from qa.client import Server
from qa.settings import load_settings

LANDING, PASSAGES, ANSWER = "landing", "passages", "answer"
LIMITS = {LANDING: 300, PASSAGES: 150}  # milliseconds
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
_WATCH = """(names) => new Promise((done) => {
    const seen = {}, began = performance.now();
    const look = () => {
        for (const [name, place] of Object.entries(names))
            if (document.querySelector(place)) seen[name] ??= performance.now() - began;
        if (seen.answer) requestAnimationFrame(() => done(seen));
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    document.querySelector('#ask').requestSubmit();
})"""
_PLACES = {PASSAGES: ".sought li", ANSWER: ".turn .times"}

Times = dict[str, list[float]]  # milliseconds of each


@contextmanager
def _chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        raise WellspringError(Problem.NO_SERVER, "There is no Chromium here. Install it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


def landing(page: Page, url: str) -> float:
    """Open the landing page; return when its content was painted, in milliseconds."""
    page.goto(url)
    return float(page.evaluate(_PAINTED))


def asked(page: Page, question: str) -> dict[str, float]:
    """Ask on an open landing page; return when passages and answer were there, in milliseconds."""
    page.locator("#question").fill(question)
    seen: dict[str, float] = page.evaluate(_WATCH, _PLACES)
    return seen


def measure(browser: Browser, url: str, times: int) -> Times:
    """Open the page and ask a question as often as wanted, each in a page of its own."""
    found: Times = {LANDING: [], PASSAGES: [], ANSWER: []}
    for question in spread(load_questions(SEED_QUESTIONS), times + 1):
        page = browser.new_page()
        painted = {LANDING: landing(page, url)}
        for name, value in (painted | asked(page, question.question)).items():
            found[name].append(value)
        page.close()
    return {name: values[1:] for name, values in found.items()}


def main(
    url: Annotated[str, typer.Option(help="The server to measure.")] = "http://127.0.0.1:8000",
    times: Annotated[int, typer.Option(min=1, help="How often to open the page and ask.")] = 10,
    save: Annotated[Path | None, typer.Option("--out", help="Write the result (JSON).")] = None,
) -> None:
    """Measure when a browser shows the landing page, the first passages and the answer."""
    Server(url, load_settings().key).check()
    with _chromium() as browser:
        found = measure(browser, url, times)
    table = Table("", "seen", "median ms", "p95 ms", "limit", title=url)
    for name, values in found.items():
        shares = (f"{np.percentile(values, q):.0f}" for q in (50, 95)) if values else ("–", "–")
        table.add_row(name, str(len(values)), *shares, str(LIMITS.get(name, "")))
    out.print(table)
    if save:
        told = {**circumstances(), "url": url, "times_ms": found}
        save.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    run(lambda: typer.run(main))
