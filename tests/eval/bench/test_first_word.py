import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from eval.bench.first_word import Timed, main, measure, spread, summarize
from eval.questions.known import SEED_QUESTIONS, load_questions
from index.types import WellspringError
from qa.client import Server
from qa.wiring import Wellspring
from web.app import create_app

ROOT = Path(__file__).parents[3]


@pytest.fixture
def address(well: Wellspring, serve: Callable[[object], str]) -> str:
    return serve(create_app(well.index, well.answerer))


def test_a_running_server_is_measured(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(address, 4, tmp_path / "first.json")
    printed = capsys.readouterr().out
    assert "4 questions" in printed
    assert "first word" in printed
    result = json.loads((tmp_path / "first.json").read_text("utf-8"))
    assert {"commit", "machine", "libraries", "date", "url"} <= set(result)
    assert len(result["rows"]) == 4
    assert all(0 < row["first_word"] <= row["answer"] for row in result["rows"])
    assert result["summary"]["first_word_ms"]["median"] <= result["summary"]["answer_ms"]["median"]
    assert result["summary"]["answer_ms"]["median"] <= result["summary"]["answer_ms"]["p95"]


def test_where_no_server_is_it_says_how_to_start_one() -> None:
    command = [sys.executable, "-m", "eval.bench.first_word", "--url", "http://127.0.0.1:9"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=120,
    )
    assert done.returncode == 1
    assert "No Wellspring server answers at http://127.0.0.1:9" in done.stderr
    assert "make run" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_questions_are_of_many_kinds() -> None:
    questions = load_questions(SEED_QUESTIONS)
    chosen = spread(questions, 31)
    assert len({question.id for question in chosen}) == 31
    assert len({question.kind for question in chosen}) > 6
    assert spread(questions, 10_000) == questions


def test_median_and_95th_percentile_are_told() -> None:
    rows = [Timed(str(number), True, number, number * 2) for number in range(1, 101)]
    assert summarize(rows) == {
        "first_word_ms": {"median": 50.5, "p95": 95.0},
        "answer_ms": {"median": 101.0, "p95": 190.1},
    }


def streaming(*events: tuple[str, object]) -> Starlette:
    async def answer(_: Request) -> EventSourceResponse:
        return EventSourceResponse(
            ServerSentEvent(json.dumps(data), event=name) for name, data in events
        )

    return Starlette(routes=[Route("/ask", answer, methods=["POST"])])


def test_an_answer_without_words_is_its_own_first_word(serve: Callable[[object], str]) -> None:
    question = load_questions(SEED_QUESTIONS, limit=1)[0]
    declined = ("answer", {"answered": False})
    timed = measure(Server(serve(streaming(("meta", {}), declined))), question)
    assert (timed.id, timed.answered) == (question.id, False)
    assert timed.first_word == timed.answer > 0
    words = (("token", {"text": "Eight"}), ("token", {"text": " bells"}))
    timed = measure(Server(serve(streaming(*words, ("answer", {"answered": True})))), question)
    assert timed.answered
    assert 0 < timed.first_word <= timed.answer


def test_a_stream_without_an_answer_is_told(serve: Callable[[object], str]) -> None:
    question = load_questions(SEED_QUESTIONS, limit=1)[0]
    url = serve(streaming(("token", {"text": "Eight"})))
    with pytest.raises(WellspringError, match=f"{url} ended the stream of {question.id}"):
        measure(Server(url), question)
