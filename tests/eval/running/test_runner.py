"""A scripted subject is asked; then the real pipeline."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from eval.questions.known import SEED_QUESTIONS, load_questions
from eval.running.runner import RANKED, run
from eval.running.subjects import Pipeline
from eval.types import Gold, Question
from index.ranking.search import Index
from qa.answerer import Answerer
from qa.types import Answer, Turn

SENTENCE = "Eight bells hang in the tower."
QUESTION = Question(
    id="q-1",
    question="How many bells hang there?",
    kind="number",
    split="dev",
    answerable=True,
    answers=(("eight",),),
    evidence=(Gold("tower.txt", SENTENCE),),
    history=(Turn("What is in the tower?", "Bells."),),
)
NEAR_MISS = replace(QUESTION, id="q-2", answerable=False, answers=(), evidence=())


@dataclass
class Scripted:
    """A subject that says what it is given, and notes what it is asked."""

    answer: Answer
    hidden: Answer | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def ask(self, question: str, turns: Sequence[Turn], top_k: int) -> Answer:
        self.asked.append(("ask", question, turns, top_k))
        return self.answer

    def search(self, query: str, top_k: int) -> list[str]:
        self.asked.append(("search", query, top_k))
        return ["Another passage.", SENTENCE]

    def held_back(self, question: str, turns: Sequence[Turn], top_k: int) -> Answer | None:
        self.asked.append(("held back", question, turns, top_k))
        return self.hidden


def answer(text: str, *, answered: bool) -> Answer:
    return Answer(QUESTION.question, "How many bells hang in the tower?", text, answered, 0.5)


def test_a_question_is_asked_with_its_turns_and_searched_for_as_it_stands_alone() -> None:
    subject = Scripted(answer("Eight.", answered=True))
    (row,) = run(subject, [QUESTION])
    assert subject.asked == [
        ("ask", QUESTION.question, QUESTION.history, 5),
        ("search", "How many bells hang in the tower?", RANKED),
    ]
    assert (row.right, row.gold_ranks, row.held_back) == (True, (2,), None)


def test_what_was_held_back_is_asked_for_only_where_an_answerable_question_was_declined() -> None:
    declined = answer("The articles do not say.", answered=False)
    for hidden, held_back in (
        (answer("Eight.", answered=True), True),
        (answer("Nine.", answered=True), False),
        (None, None),
    ):
        subject = Scripted(declined, hidden)
        (row,) = run(subject, [QUESTION])
        assert (row.answered, row.right, row.held_back) == (False, False, held_back)
    other = Scripted(declined, hidden)
    (row,) = run(other, [NEAR_MISS])
    assert [call[0] for call in other.asked] == ["ask"]
    assert row.held_back is None


def test_each_question_is_told_when_it_is_done() -> None:
    done: list[int] = []
    subject = Scripted(answer("Eight.", answered=True))
    rows = run(subject, [QUESTION, NEAR_MISS], lambda: done.append(len(subject.asked)))
    assert [row.id for row in rows] == ["q-1", "q-2"]
    assert done == [2, 3]


def test_known_questions_run_through_the_real_pipeline(answerer: Answerer, index: Index) -> None:
    dev = load_questions(SEED_QUESTIONS, split="dev")
    questions = [question for question in dev if question.kind in ("date", "off-topic")]
    rows = run(Pipeline(answerer, index), questions)
    assert [row.id for row in rows] == [question.id for question in questions]
    assert {row.answerable for row in rows} == {True, False}
    assert not any(row.unsupported for row in rows)
    assert sum(row.right for row in rows if row.answerable) >= 4
    assert all(not row.answered for row in rows if not row.answerable)
    assert all(row.gold_ranks for row in rows if row.answerable)
