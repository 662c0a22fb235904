"""The gate can fail: the real pipeline, broken on purpose."""

from dataclasses import dataclass, replace

import pytest

from eval.questions.known import SEED_QUESTIONS, load_questions
from eval.reporting.compare import gate
from eval.reporting.summary import summarize
from eval.running.runner import run
from eval.running.subjects import Pipeline
from eval.types import Result
from index.ranking.search import Index
from index.types import Hit, Scope
from qa.answerer import Answerer
from qa.ways.inquiry import Flow
from qa.wiring import Wellspring


@dataclass
class Shuffled:
    """An index that returns the right number of wrong passages."""

    index: Index

    def search(
        self, query: str, top_k: int = 5, scope: Scope | None = None, **legs: bool
    ) -> list[Hit]:
        return self.index.search(query, 50, scope, **legs)[-top_k:]

    def __getattr__(self, name: str) -> object:
        return getattr(self.index, name)


def measure(subject: Pipeline, count: int = 24) -> Result:
    questions = [
        q
        for q in load_questions(SEED_QUESTIONS, split="dev")
        if q.kind in ("number", "date", "place")
    ][:count]
    rows = run(subject, questions)
    return Result({"set": "seeds"}, summarize(rows), tuple(rows))


@pytest.fixture(scope="module")
def sound(answerer: Answerer, index: Index) -> Result:
    return measure(Pipeline(answerer, index))


def test_the_gate_is_open_for_the_pipeline_as_it_is(sound: Result) -> None:
    assert gate(sound, sound) == []


def test_shuffled_passages_shut_the_gate(well: Wellspring, sound: Result) -> None:
    broken = Shuffled(well.index)
    result = measure(Pipeline(well.answerer_over(broken), broken))  # type: ignore[arg-type]
    assert any(reason.startswith("right fell") for reason in gate(result, sound))


def test_what_is_written_of_whole_passages_without_checks_shuts_the_gate(
    answerer: Answerer, index: Index, sound: Result
) -> None:
    unread = Flow(evidence=False, checks=False)
    reasons = gate(measure(Pipeline(answerer, index, unread)), sound)
    assert any("its quotes lack" in reason or "fell" in reason for reason in reasons)


def test_one_invented_number_shuts_the_gate(sound: Result) -> None:
    rows = [replace(sound.rows[0], unsupported=("99",)), *sound.rows[1:]]
    assert gate(Result({}, {}, tuple(rows)), sound) == [
        f"{sound.rows[0].id} states 99, which its quotes lack"
    ]
