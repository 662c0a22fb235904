from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from eval.questions.known import SEED_QUESTIONS, load_questions
from eval.running.runner import run
from eval.running.subjects import ABLATIONS, Pipeline, Remote, pipeline_over
from index.ranking.search import Index
from index.types import Hit, Passage
from qa.answerer import Answerer
from qa.client import Server
from qa.types import Answer, Turn
from qa.ways.inquiry import Flow
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
    rows = run(Remote(Server(url)), questions)
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


@dataclass
class Noting:
    """An index and an answerer that note how they are asked."""

    seen: list[object] = field(default_factory=list)

    def search(self, query: str, top_k: int, *, dense: bool, lexical: bool) -> list[Hit]:
        self.seen.append((query, top_k, dense, lexical))
        return [Hit(passage(text), 1.0) for text in ("The best.", "The second.")]

    def ask(self, question: str, turns: Sequence[Turn], top_k: int, flow: Flow) -> Answer:
        self.seen.append((question, turns, top_k, flow))
        return Answer(question, question, "Eight.", True, 0.9)


def passage(text: str) -> Passage:
    return Passage(1, "a", "The tower", "a.txt", text, 0, len(text), 3)


def test_a_leg_that_is_left_out_is_left_out_of_the_ranking_that_is_measured() -> None:
    legs = {"all steps": (True, True), "dense only": (True, False), "lexical only": (False, True)}
    for name, used in legs.items():
        noting = Noting()
        pipeline = Pipeline(noting, noting, ABLATIONS[name])  # type: ignore[arg-type]
        assert pipeline.search("bells", 3) == ["The best.", "The second."]
        assert noting.seen == [("bells", 3, *used)]


def test_what_is_held_back_goes_through_the_same_steps_but_writing() -> None:
    turns = (Turn("What hangs there?", "Bells."),)
    for flow in ABLATIONS.values():
        noting, open_gate = Noting(), Noting()
        pipeline = Pipeline(noting, noting, flow, open_gate)  # type: ignore[arg-type]
        pipeline.held_back("How many?", turns, 5)
        assert noting.seen == []
        assert open_gate.seen == [("How many?", turns, 5, replace(flow, generate=False))]
