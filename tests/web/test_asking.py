"""Questions as they come in over HTTP: once for each submission, and answered even when they cannot be kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.conversations import Conversations
from qa.wiring import Wellspring
from web.asking import Desk, Question
from web.metrics import Metrics

QUESTION = "How many Dolan sheep were contracted for breeding?"


@pytest.fixture
def desk(well: Wellspring, tmp_path: Path) -> Iterator[Desk]:
    conversations = Conversations(tmp_path / "c.sqlite")
    yield Desk(well.index, well.answerer, conversations, Metrics())
    conversations.close()


def test_a_second_submission_waits_for_the_first(desk: Desk) -> None:
    question = Question(QUESTION, conversation_id="new", submission="s-12345678")
    first = desk.stream(question)
    next(first)
    with pytest.raises(WellspringError, match="being answered already"):
        desk.ask(question)
    kept = list(first)[-1]
    assert isinstance(kept, dict)
    assert desk.ask(question)["id"] == kept["id"]


def test_a_stopped_submission_can_be_sent_again(desk: Desk) -> None:
    question = Question(QUESTION, conversation_id="new", submission="s-12345678")
    stopped = desk.stream(question)
    next(stopped)
    stopped.close()
    assert desk.conversations.count() == 0
    assert desk.ask(question)["answered"] is True


def test_a_submission_with_another_question_is_answered_by_itself(desk: Desk) -> None:
    first = desk.stream(Question(QUESTION, conversation_id="new", submission="s-12345678"))
    next(first)
    other = Question("How many households were lifted out of poverty?", conversation_id="new", submission="s-12345678")
    assert desk.ask(other)["question"] == other.text
    first.close()
    assert desk.ask(Question(QUESTION, conversation_id="new", submission="s-12345678"))["question"] == QUESTION
    assert desk.conversations.count() == 2


def test_an_answer_that_cannot_be_kept_is_given_all_the_same(desk: Desk) -> None:
    desk.conversations.close()
    answer = desk.ask(Question(QUESTION, conversation_id="new"))
    assert "3583" in answer["answer"]
    assert "id" not in answer
