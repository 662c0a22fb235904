"""What people say of answers, kept by `qa/history/conversations.py`."""

from pathlib import Path

import pytest

from index.types import WellspringError
from qa.history.conversations import Conversations, Quoted, read_feedback
from qa.types import Turn
from tests.qa.history.conftest import ARTICLE, answer


def test_feedback_is_read_with_question_history_answer_and_quotes(
    kept: Conversations, tmp_path: Path
) -> None:
    conversation = kept.start("Bridges")
    kept.add(conversation.id, answer("What is it?", "A bridge. [1]"), {})
    turn = kept.add(conversation.id, answer(), {})
    kept.judge(turn.id, False, " Wrong year ")
    (feedback,) = read_feedback(tmp_path / "conversations.sqlite")
    assert (feedback.id, feedback.question, feedback.answer) == (
        turn.id,
        "When was the bridge opened?",
        "In 1874. [1]",
    )
    assert (feedback.up, feedback.comment, feedback.answered) == (False, "Wrong year", True)
    assert feedback.history == (Turn("What is it?", "A bridge. [1]"),)
    assert feedback.citations == (Quoted("bridge-1", ARTICLE.text),)


def test_feedback_is_changed_and_taken_back(kept: Conversations) -> None:
    turn = kept.add(kept.start("x").id, answer(), {})
    assert kept.judge(turn.id, True).up is True
    assert kept.judge(turn.id, False, "no").up is False
    assert kept.judge(turn.id, None).up is None
    assert kept.feedback() == []
    with pytest.raises(WellspringError, match="at most 2,000"):
        kept.judge(turn.id, True, "x" * 2001)


def test_no_file_is_no_feedback(tmp_path: Path) -> None:
    assert read_feedback(tmp_path / "none.sqlite") == []


def test_the_history_of_feedback_is_of_its_own_conversation(kept: Conversations) -> None:
    one, two = kept.start("One"), kept.start("Two")
    kept.add(one.id, answer("What is it?", "A bridge. [1]"), {})
    kept.add(two.id, answer("Who is Ada?", "A queen. [1]"), {})
    first, second = kept.add(one.id, answer(), {}), kept.add(two.id, answer("Where?"), {})
    kept.judge(second.id, True)
    kept.judge(first.id, False)
    histories = {feedback.id: feedback.history for feedback in kept.feedback()}
    assert histories[first.id] == (Turn("What is it?", "A bridge. [1]"),)
    assert histories[second.id] == (Turn("Who is Ada?", "A queen. [1]"),)
