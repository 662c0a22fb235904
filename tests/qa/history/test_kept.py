from dataclasses import FrozenInstanceError

import pytest

from qa.history.kept import Feedback, Quoted, StoredTurn
from qa.types import Turn
from tests.qa.history.conftest import ARTICLE, answer

ROW = ("t-1", "c-1", answer().model_dump_json(), '{"bridge-1": "aaa"}', "2026-01-01")


@pytest.mark.parametrize(("thumb", "up"), [(1, True), (0, False), (None, None)])
def test_a_row_of_the_file_becomes_a_turn(thumb: int | None, up: bool | None) -> None:
    turn = StoredTurn.of(*ROW, thumb, None)
    assert turn.up is up
    assert turn.comment == ""
    assert turn.answer == answer()
    assert turn.versions == {"bridge-1": "aaa"}
    assert StoredTurn.of(*ROW, thumb, "Good").comment == "Good"


def test_an_answer_of_an_older_version_lacks_what_was_added_since() -> None:
    kept = answer().model_dump_json(exclude={"short_answer", "confidence", "timings_ms"})
    turn = StoredTurn.of("t-1", "c-1", kept, "{}", "2026-01-01", None, None)
    assert (turn.answer.short_answer, turn.answer.confidence) == ("", 0.0)


def test_feedback_has_the_words_of_the_answer_and_the_turns_before_it() -> None:
    before = (Turn("What is it?", "A bridge."),)
    feedback = Feedback.of(StoredTurn.of(*ROW, 1, "Good"), before, "2026-02-02")
    assert (feedback.question, feedback.answer) == ("When was the bridge opened?", "In 1874. [1]")
    assert (feedback.up, feedback.comment, feedback.created) == (True, "Good", "2026-02-02")
    assert feedback.history == before
    assert feedback.citations == (Quoted("bridge-1", ARTICLE.text),)


def test_what_is_kept_cannot_be_changed() -> None:
    turn = StoredTurn.of(*ROW, None, None)
    with pytest.raises(FrozenInstanceError):
        turn.comment = "Changed"  # type: ignore[misc]
