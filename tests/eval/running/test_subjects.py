from collections.abc import Callable

from eval.questions.known import SEED_QUESTIONS, load_questions
from eval.running.runner import run
from eval.running.server import Server
from eval.running.subjects import ABLATIONS, Pipeline, pipeline_over
from index.ranking.search import Index
from qa.answerer import Answerer
from qa.wiring import Wellspring
from web.app import create_app


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
    url = serve(create_app(index, answerer))
    rows = run(Server(url), questions)
    own = run(Pipeline(answerer, index), questions)
    assert [(row.answer, row.right, row.gold_ranks) for row in rows] == [
        (row.answer, row.right, row.gold_ranks) for row in own
    ]


def test_the_pipeline_tells_what_it_holds_back_as_quotes(well: Wellspring, index: Index) -> None:
    asked = ("What was the loan overdue rate in Mongolia?", (), 5)
    pipeline = pipeline_over(well, index)
    declined, hidden = pipeline.ask(*asked), pipeline.held_back(*asked)
    assert hidden is not None
    assert (declined.answered, hidden.answered) == (False, True)
    assert declined.confidence == hidden.confidence
    said = hidden.text.partition(" [1]")[0].strip("… ")
    assert said in hidden.citations[0].evidence.text
    assert Pipeline(well.answerer, index).held_back(*asked) is None
