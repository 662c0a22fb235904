"""Many clients of a real server; with `running/served`, which starts it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
import typer
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from eval.bench.clients import Reply, Run, ask, differing, essence, main, summarize
from eval.questions.known import SEED_QUESTIONS, load_questions


@pytest.mark.usefixtures("data_dir")
def test_many_clients_get_the_answers_that_each_gets_alone_though_some_are_refused_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended:
        main(6, 4, 1, 1, tmp_path / "clients.json")
    result = json.loads((tmp_path / "clients.json").read_text("utf-8"))
    assert ended.value.exit_code == 0, result["differing"]
    assert {"commit", "machine", "libraries", "date"} <= set(result)
    found = result["summary"]["4 clients"]
    assert (found["questions"], found["equal"], found["differing"]) == (6, 6, 0)
    assert found["largest difference of confidence"] < 1e-3
    # one is in the models, one of the same address waits, the others are refused
    assert found["refused (503)"] >= found["of these questions, answered after all"] > 0
    assert result["summary"]["one by one"]["refused (503)"] == 0
    assert "questions per second" in capsys.readouterr().out


def reply(id: str, said: str, seconds: float = 1.0, refused: int = 0) -> Reply:
    return Reply(id, [said], 0.9, refused, seconds)


def test_another_answer_is_named_and_counted() -> None:
    alone = [reply("a", "one"), reply("b", "two")]
    together = [reply("b", "three", 3.0, refused=2), reply("a", "one", 2.0)]
    assert differing(alone, together) == ["b"]
    figures = summarize(Run(tuple(alone), 2.0), Run(tuple(together), 4.0))
    assert (
        figures["equal"],
        figures["differing"],
        figures["refused (503)"],
        figures["questions per second"],
    ) == (1, 1, 2, 0.5)
    assert (figures["p50, ms"], figures["of these questions, answered after all"]) == (2500, 1)


ANSWER = {
    "answer": "Eight.",
    "short_answer": "Eight",
    "answered": True,
    "standalone_question": "How many bells?",
    "confidence": 0.75,
    "citations": [{"article_id": "a", "start": 3, "end": 9, "quote": "Eight."}],
    "passages": [{"article_id": "a", "start": 0, "end": 20, "score": 0.123}],
    "timings_ms": {"total": 5},
}


def test_who_is_refused_asks_again_until_there_is_an_answer(serve: Callable[[object], str]) -> None:
    asked: list[object] = []

    async def refuse_twice(request: Request) -> Response:
        asked.append(await request.json())
        refused = len(asked) < 3
        return Response(status_code=503, headers={"Retry-After": "0"}) if refused else said()

    def said() -> Response:
        return JSONResponse(ANSWER)

    question = load_questions(SEED_QUESTIONS, kind="follow-up", limit=1)[0]
    got = ask(serve(app(refuse_twice)), question)
    assert (got.id, got.refused, got.confidence) == (question.id, 2, 0.75)
    assert got.said == essence(ANSWER)
    turns = [{"question": turn.question, "answer": turn.answer} for turn in question.history]
    assert asked == [{"question": question.question, "history": turns}] * 3


def test_another_fault_of_the_server_ends_it(serve: Callable[[object], str]) -> None:
    async def fail(_: Request) -> Response:
        return Response(status_code=500)

    question = load_questions(SEED_QUESTIONS, limit=1)[0]
    with pytest.raises(HTTPError, match="500"):
        ask(serve(app(fail)), question)


def app(answer: Callable[[Request], Any]) -> Starlette:
    return Starlette(routes=[Route("/ask", answer, methods=["POST"])])


def test_what_must_be_equal_is_all_but_times_scores_and_confidence() -> None:
    other = {**ANSWER, "timings_ms": {"total": 9}, "confidence": 0.7}
    assert essence(other) == essence(ANSWER)
    passage = {"article_id": "a", "start": 0, "end": 20, "score": 0.9}
    assert essence({**ANSWER, "passages": [passage]}) == essence(ANSWER)
    others: list[dict[str, Any]] = [
        {"answer": "Nine."},
        {"short_answer": ""},
        {"answered": False},
        {"passages": []},
        {"citations": [{"article_id": "a", "start": 3, "end": 9, "quote": "Nine."}]},
        {"citations": [{"article_id": "a", "start": 4, "end": 9, "quote": "Eight."}]},
    ]
    for changes in others:
        assert essence({**ANSWER, **changes}) != essence(ANSWER)
