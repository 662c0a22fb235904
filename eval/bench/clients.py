"""Ask one server by many clients at once: does each get the answer that it gets alone, how soon?

    python -m eval.bench.clients
    python -m eval.bench.clients --questions 200 --clients 16 --at-once N --waiting N --out FILE

Questions spread over the set `seeds` are asked one by one, then by all clients together, each of
which asks its next question when it has its answer. One that is refused (503) waits as long as it
is told (`Retry-After`) and asks again. Equal are text, short answer, quotes with their places, and
passages in their order. The exit code is 1 when one differs.
"""

import json
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from rich.table import Table

from eval.bench.first_word import spread
from eval.measuring.circumstances import circumstances
from eval.questions.known import SEED_QUESTIONS, load_questions
from eval.questions.sets import NAMED
from eval.running.served import served
from eval.types import Question
from qa.cli.terminal import out, run
from qa.settings import load_settings

_TRIES = 100
_JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a question: the answer as it is compared, its confidence, and how it came.

    `refused` counts how often it was refused; `seconds` are those with all waiting.
    """

    id: str
    said: Any
    confidence: float
    refused: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """Questions asked in one way, and how long all of them took."""

    replies: tuple[Reply, ...]
    seconds: float


def ask(url: str, question: Question) -> Reply:
    """Ask a question until it is answered; raises `HTTPError` for anything but 503."""
    turns = [{"question": turn.question, "answer": turn.answer} for turn in question.history]
    body = json.dumps({"question": question.question, "history": turns}).encode()
    began = time.perf_counter()
    for refused in range(_TRIES):
        request = urllib.request.Request(f"{url}/ask", body, _JSON)  # noqa: S310 - our own server
        try:
            with urllib.request.urlopen(request, timeout=300) as response:  # noqa: S310
                answer = json.load(response)
            passed = time.perf_counter() - began
            return Reply(question.id, essence(answer), answer["confidence"], refused, passed)
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
            time.sleep(float(error.headers["Retry-After"]))
    raise RuntimeError(f"{question.id} was refused {_TRIES} times")


def essence(answer: dict[str, Any]) -> list[Any]:
    """Return what of an answer must not depend on who else asks.

    That is all but times and the last digits of numbers.
    """
    places = [
        [(item["article_id"], item["start"], item["end"]) for item in answer[kind]]
        for kind in ("citations", "passages")
    ]
    quotes = [citation["quote"] for citation in answer["citations"]]
    return [
        answer["answer"],
        answer["short_answer"],
        answer["answered"],
        answer["standalone_question"],
        quotes,
        *places,
    ]


def differing(alone: Sequence[Reply], together: Sequence[Reply]) -> list[str]:
    """Return the questions that got another answer together than alone."""
    said = {reply.id: reply.said for reply in alone}
    return [reply.id for reply in together if reply.said != said[reply.id]]


def summarize(alone: Run, ran: Run) -> dict[str, float]:
    """Return the figures of a run, compared with the one of the questions asked one by one."""
    confidence = {reply.id: reply.confidence for reply in alone.replies}
    away = [abs(reply.confidence - confidence[reply.id]) for reply in ran.replies]
    seconds = [reply.seconds for reply in ran.replies]
    other = len(differing(alone.replies, ran.replies))
    return {
        "questions": len(ran.replies),
        "equal": len(ran.replies) - other,
        "differing": other,
        "largest difference of confidence": max(away),
        "refused (503)": sum(reply.refused for reply in ran.replies),
        "of these questions, answered after all": sum(reply.refused > 0 for reply in ran.replies),
        "p50, ms": 1000 * float(np.percentile(seconds, 50)),
        "p95, ms": 1000 * float(np.percentile(seconds, 95)),
        "questions per second": len(ran.replies) / ran.seconds,
    }


def main(
    questions: Annotated[int, typer.Option(min=1, help="How many questions to ask.")] = 200,
    clients: Annotated[int, typer.Option(min=1, help="How many clients ask at once.")] = 16,
    at_once: Annotated[
        int, typer.Option(min=1, help="WELLSPRING_AT_ONCE of the server.")
    ] = load_settings().at_once,
    waiting: Annotated[
        int, typer.Option(min=0, help="WELLSPRING_WAITING of the server.")
    ] = load_settings().waiting,
    save: Annotated[Path | None, typer.Option("--out", help="Write the result (JSON).")] = None,
) -> None:
    """Compare the answers of many clients at once with those of one; exit with 1 if one differs."""
    asked = spread(load_questions(SEED_QUESTIONS), questions)
    with _server(at_once=at_once, waiting=waiting) as url:
        ask(url, asked[0])  # the first one warms up
        alone, together = _ask_all(url, asked, 1), _ask_all(url, asked, clients)
    summary = {
        "one by one": summarize(alone, alone),
        f"{clients} clients": summarize(alone, together),
    }
    out.print(_table(summary, f"{at_once} at once, {waiting} may wait"))
    other = differing(alone.replies, together.replies)
    for question in other:
        out.print(f"another answer: {question}")
    if save:
        rows = [asdict(reply) for reply in together.replies]
        told = {"at_once": at_once, "waiting": waiting, "summary": summary, "differing": other}
        result = {**circumstances(), **told, "rows": rows}
        save.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    raise typer.Exit(int(bool(other)))


@contextmanager
def _server(**settings: int) -> Iterator[str]:
    with (
        tempfile.TemporaryDirectory() as place,
        served(Path(place), NAMED["seeds"], **settings) as (address, _),
    ):
        yield address


def _ask_all(url: str, asked: Sequence[Question], clients: int) -> Run:
    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        shares = [
            pool.submit(lambda mine: [ask(url, question) for question in mine], asked[n::clients])
            for n in range(clients)
        ]
        replies = tuple(chain.from_iterable(share.result() for share in shares))
    return Run(replies, time.perf_counter() - began)


def _table(summary: dict[str, dict[str, float]], title: str) -> Table:
    table = Table("", *summary, title=title)
    for name in next(iter(summary.values())):
        form = ".3g" if name[0] in "lq" else ".0f"
        table.add_row(name, *(f"{figures[name]:{form}}" for figures in summary.values()))
    return table


if __name__ == "__main__":
    run(lambda: typer.run(main))
