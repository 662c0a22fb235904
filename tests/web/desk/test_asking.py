"""Each question (`question.py`) as it comes in: answered once, also when it cannot be kept."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest

from index.types import WellspringError
from qa.history.conversations import Conversations, StoredTurn
from qa.wiring import Wellspring
from web.desk.asking import Desk
from web.desk.question import Question
from web.line import CrowdedError, Line
from web.metrics import Metrics

QUESTION = "How many Dolan sheep were contracted for breeding?"
SENT = Question(QUESTION, conversation_id="new", submission="s-12345678")


@pytest.fixture
def desk(well: Wellspring, tmp_path: Path) -> Iterator[Desk]:
    conversations = Conversations(tmp_path / "c.sqlite")
    yield Desk(well.index, well.answerer, conversations, Metrics())
    conversations.close()


def answer(desk: Desk, question: Question) -> dict[str, Any]:
    with desk.enter(question) as visit:
        *_, answer = visit.answer()
    assert isinstance(answer, dict)
    return answer


def test_a_submission_is_refused_while_it_is_being_answered_and_gets_the_same_answer_after(
    desk: Desk,
) -> None:
    with desk.enter(SENT) as first:
        with pytest.raises(WellspringError, match="being answered already"):
            desk.enter(SENT)
        *_, kept = first.answer()
        with pytest.raises(WellspringError, match="being answered already"):
            desk.enter(SENT)
    assert isinstance(kept, dict)
    assert answer(desk, SENT)["id"] == kept["id"]
    assert desk.line.inside == 0


class SlowLookup(Conversations):
    """Looks for a submission until all eight that were sent at once have looked too.

    Or until a fifth of a second is over.
    """

    all_looked = Barrier(8)

    def submitted(
        self, submission: str | None, question: str, conversation_id: str | None = None
    ) -> StoredTurn | None:
        found = super().submitted(submission, question, conversation_id)
        with suppress(BrokenBarrierError):
            self.all_looked.wait(0.2)
        return found


def test_of_submissions_sent_at_the_same_moment_one_is_answered(
    well: Wellspring, tmp_path: Path, together: Callable[..., list[tuple[Any, Any]]]
) -> None:
    conversations = SlowLookup(tmp_path / "c.sqlite")
    desk = Desk(well.index, well.answerer, conversations, Metrics())

    def send(question: Question) -> str:
        try:
            return str(answer(desk, question)["id"])
        except WellspringError as error:
            return error.code

    results = [result for _, result in together(send, [SENT])]
    assert conversations.count() == 1
    assert len(set(results) - {"already_asked"}) == 1
    conversations.close()


def test_a_stopped_submission_can_be_sent_again(desk: Desk) -> None:
    with desk.enter(SENT) as stopped:
        pieces = stopped.answer()
        next(pieces)
        pieces.close()
    assert desk.conversations.count() == 0
    assert answer(desk, SENT)["answered"] is True


def test_a_submission_with_another_question_is_answered_by_itself(desk: Desk) -> None:
    other = Question(
        "How many households were lifted out of poverty?",
        conversation_id="new",
        submission=SENT.submission,
    )
    with desk.enter(SENT):
        assert answer(desk, other)["question"] == other.text
    assert answer(desk, SENT)["question"] == QUESTION
    assert desk.conversations.count() == 2


def test_a_submission_that_found_no_place_can_be_sent_again(well: Wellspring, desk: Desk) -> None:
    crowded = Desk(well.index, well.answerer, desk.conversations, Metrics(), Line(1, 0))
    with crowded.line.join():
        with pytest.raises(CrowdedError):
            crowded.enter(SENT)
        with pytest.raises(CrowdedError):
            crowded.enter(SENT)
    assert answer(crowded, SENT)["answered"] is True


def test_an_answer_that_is_known_needs_no_place(well: Wellspring, desk: Desk) -> None:
    kept = answer(desk, SENT)
    crowded = Desk(well.index, well.answerer, desk.conversations, Metrics(), Line(1, 0))
    with crowded.line.join():
        assert answer(crowded, SENT)["id"] == kept["id"]


def test_the_models_are_left_with_the_first_word_so_that_a_slow_reader_holds_up_nobody(
    desk: Desk,
) -> None:
    with desk.enter(Question(QUESTION)) as visit:
        pieces = visit.answer()
        assert desk.line.inside == 1
        assert next(piece for piece in pieces if piece and isinstance(piece, str))
        assert desk.line.inside == 0
        *_, whole = pieces
    assert isinstance(whole, dict)
    assert whole["answered"] is True


def test_an_answer_that_cannot_be_kept_is_given_all_the_same(desk: Desk) -> None:
    desk.conversations.close()
    given = answer(desk, Question(QUESTION, conversation_id="new"))
    assert "3583" in given["answer"]
    assert "id" not in given
