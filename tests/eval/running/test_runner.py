from collections.abc import Callable

from eval.questions.known import SEED_QUESTIONS, load_questions
from eval.running.runner import run
from eval.running.server import Server
from eval.running.subjects import ABLATIONS, Pipeline
from index.ranking.search import Index
from qa.answerer import Answerer
from web.app import create_app


def test_known_questions_run_through_the_real_pipeline(answerer: Answerer, index: Index) -> None:
    questions = [
        q for q in load_questions(SEED_QUESTIONS, split="dev") if q.kind in ("date", "off-topic")
    ]
    rows = run(Pipeline(answerer, index), questions)
    assert [row.id for row in rows] == [question.id for question in questions]
    assert {row.answerable for row in rows} == {True, False}
    assert not any(row.unsupported for row in rows)
    assert sum(row.right for row in rows if row.answerable) >= 4
    assert all(not row.answered for row in rows if not row.answerable)
    assert all(row.gold_ranks for row in rows if row.answerable)


def test_every_ablation_answers(answerer: Answerer, index: Index) -> None:
    question = load_questions(SEED_QUESTIONS, kind="date", limit=1)
    answers = {
        name: run(Pipeline(answerer, index, flow), question)[0] for name, flow in ABLATIONS.items()
    }
    assert all(row.answer for row in answers.values())
    quoted = answers["extractive sentence only"]
    assert quoted.answer.removesuffix(" [1]").strip("… ") in quoted.quotes[0]


def test_a_server_answers_over_http_as_the_pipeline_does(
    answerer: Answerer, index: Index, serve: Callable[[object], str]
) -> None:
    questions = load_questions(SEED_QUESTIONS, kind="date", limit=2)
    rows, own = (
        run(Server(serve(create_app(index, answerer))), questions),
        run(Pipeline(answerer, index), questions),
    )
    assert [(row.answer, row.right, row.gold_ranks) for row in rows] == [
        (row.answer, row.right, row.gold_ranks) for row in own
    ]
