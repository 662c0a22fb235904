import pytest

from index.types import WellspringError
from qa.question.refused import MAX_QUESTION, check_question


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("", "empty_question"),
        (" \n\t", "empty_question"),
        ("😀🎉", "no_words"),
        ("caf\udce9?", "invalid_request"),
        ("x" * 20_000, "question_too_long"),
    ],
)
def test_what_is_no_question_is_refused(question: str, code: str) -> None:
    with pytest.raises(WellspringError) as caught:
        check_question(question)
    assert caught.value.code == code


def test_a_question_may_be_as_long_as_allowed() -> None:
    check_question("x" * MAX_QUESTION)
    with pytest.raises(WellspringError, match=r"2,001 characters. Ask in at most 2,000"):
        check_question("x" * (MAX_QUESTION + 1))
