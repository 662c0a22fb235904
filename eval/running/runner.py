"""Ask the questions and keep one row for each."""

from collections.abc import Callable, Sequence
from typing import Protocol

from eval.measuring.judging import TOP_K, judge
from eval.types import Question, Row
from index.problems import Problem
from index.types import WellspringError
from qa.clock import Clock
from qa.types import Answer, Turn

RANKED = 10  # passages looked at for the retrieval metrics
REFUSED = (Problem.EMPTY_QUESTION, Problem.NO_WORDS, Problem.QUESTION_TOO_LONG)


class Subject(Protocol):
    """What is measured: the pipeline in this process, or a running server."""

    def ask(self, question: str, turns: Sequence[Turn], top_k: int) -> Answer:
        """Answer a question."""
        ...

    def search(self, query: str, top_k: int) -> list[str]:
        """Return the texts of the best passages, best first."""
        ...

    def held_back(self, question: str, turns: Sequence[Turn], top_k: int) -> Answer | None:
        """Return what a declined answer would be, or None where that cannot be told."""
        ...


def run(
    subject: Subject, questions: Sequence[Question], tick: Callable[[], None] = lambda: None
) -> list[Row]:
    """Ask every question and return its row; `tick` is called after each."""
    rows = []
    for question in questions:
        asked = (question.question, question.history, TOP_K)
        answer = _answer(subject, *asked)
        ranked = subject.search(answer.standalone_question, RANKED) if question.evidence else []
        declined = question.answerable and not answer.answered
        held_back = subject.held_back(*asked) if declined else None
        rows.append(judge(question, answer, ranked, held_back))
        tick()
    return rows


def _answer(subject: Subject, question: str, turns: Sequence[Turn], top_k: int) -> Answer:
    """Return the answer; what is refused as no question is told why, and not answered."""
    try:
        return subject.ask(question, turns, top_k)
    except WellspringError as error:
        if error.code not in REFUSED:
            raise
        told = (question, question, error.message)
        return Answer(*told, answered=False, confidence=0.0, timings_ms=Clock().done())
