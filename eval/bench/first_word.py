"""Measure how soon a running server shows the first word of an answer, and the whole answer.

Run `make run`, then `python -m eval.bench.first_word [--url URL] [--questions N] [--out FILE]`.
The questions are spread over the set `seeds`. Each is streamed from `POST /ask`, one at a time; the
first one is not counted.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.table import Table

from eval.measuring.circumstances import circumstances
from eval.questions.known import SEED_QUESTIONS, load_questions
from eval.types import Question
from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import out, progress_bar, run
from qa.client import Server
from qa.settings import load_settings


@dataclass(frozen=True, slots=True)
class Timed:
    """When an answer to a question came, in milliseconds after it was sent.

    The first word of one without words is the answer.
    """

    id: str
    answered: bool
    first_word: float
    answer: float


def spread(questions: Sequence[Question], count: int) -> list[Question]:
    """Return some questions at even distances, so that all kinds are among them."""
    count = min(count, len(questions))
    return [questions[place * len(questions) // count] for place in range(count)]


def measure(server: Server, question: Question) -> Timed:
    """Ask one question; raises `WellspringError` when there is no answer."""
    started = time.perf_counter()
    first_word = None
    for name, data in server.events(question.question, question.history):
        passed = (time.perf_counter() - started) * 1000
        if name == "token" and first_word is None:
            first_word = passed
        if name == "answer":
            return Timed(question.id, data["answered"], first_word or passed, passed)
    raise WellspringError(
        Problem.NO_ANSWER,
        f"{server.url} ended the stream of {question.id} without an answer. See the server's log.",
    )


def summarize(rows: Sequence[Timed]) -> dict[str, dict[str, float]]:
    """Return median and 95th percentile of both times."""
    times = {
        "first_word_ms": [row.first_word for row in rows],
        "answer_ms": [row.answer for row in rows],
    }
    return {
        name: {"median": _percentile(one, 50), "p95": _percentile(one, 95)}
        for name, one in times.items()
    }


def _percentile(values: Sequence[float], q: int) -> float:
    return round(float(np.percentile(values, q)), 1)


def main(
    url: Annotated[str, typer.Option(help="The server to measure.")] = "http://127.0.0.1:8000",
    questions: Annotated[int, typer.Option(min=1, help="How many questions to ask.")] = 30,
    save: Annotated[Path | None, typer.Option("--out", help="Write the result (JSON).")] = None,
) -> None:
    """Measure the time to the first word and to the answer of a running server."""
    rows = _ask_all(Server(url, load_settings().key), questions)
    summary = summarize(rows)
    answered = sum(row.answered for row in rows)
    out.print(_table(summary, f"{url}: {len(rows)} questions, {answered} answered"))
    if save:
        told = {"url": url, "summary": summary, "rows": [asdict(row) for row in rows]}
        result = {**circumstances(), **told}
        save.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _ask_all(server: Server, count: int) -> list[Timed]:
    first, *asked = spread(load_questions(SEED_QUESTIONS), count + 1)
    measure(server, first)
    with progress_bar() as bar:
        return [measure(server, question) for question in bar.track(asked, description="Asking")]


def _table(summary: dict[str, dict[str, float]], title: str) -> Table:
    table = Table("", "median ms", "p95 ms", title=title)
    for name, said in (("first_word_ms", "first word"), ("answer_ms", "answer")):
        table.add_row(said, *(f"{value:.0f}" for value in summary[name].values()))
    return table


if __name__ == "__main__":
    run(lambda: typer.run(main))
