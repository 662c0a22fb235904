"""Of submissions that are sent twice one is answered."""

from collections.abc import Callable
from typing import Any

import pytest

from index.problems import Problem
from index.types import WellspringError
from web.desk.submissions import Submissions

SENT = ("s-12345678", "When?")


def test_a_submission_is_held_until_it_is_released() -> None:
    submissions = Submissions()
    submissions.claim(SENT)
    with pytest.raises(WellspringError) as refused:
        submissions.claim(SENT)
    assert refused.value.code is Problem.ALREADY_ASKED
    submissions.release(SENT)
    submissions.claim(SENT)


def test_the_same_word_with_another_question_is_another_submission() -> None:
    submissions = Submissions()
    submissions.claim(SENT)
    submissions.claim((SENT[0], "Why?"))
    submissions.release((SENT[0], "Where?"))
    with pytest.raises(WellspringError):
        submissions.claim(SENT)


def test_of_many_at_the_same_moment_one_gets_it(
    together: Callable[..., list[tuple[Any, Any]]],
) -> None:
    submissions = Submissions()

    def claim(number: int) -> bool:
        try:
            submissions.claim(("s", str(number)))
        except WellspringError:
            return False
        return True

    claimed = [number for number, got in together(claim, list(range(50))) if got]
    assert sorted(claimed) == list(range(50))
