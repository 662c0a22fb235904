import pytest

from qa.question.comparing.operations import Operation
from qa.writing.comparing.ordering import comparable, ordered


@pytest.mark.parametrize(
    ("answers", "operation", "order"),
    [
        (["7", "10"], Operation.MOST, [1, 0]),
        (["7", "10"], Operation.LEAST, [0, 1]),
        (["3 million", "2,999,999"], Operation.MOST, [0, 1]),
        (["31", "54 cancellations"], Operation.MOST, [1, 0]),
        (["May 2013", "November 2014"], Operation.FIRST, [0, 1]),
        (["5 May 2009", "22 August 2009"], Operation.LAST, [1, 0]),
    ],
)
def test_short_answers_are_ordered_by_their_numbers_or_dates(
    answers: list[str], operation: Operation, order: list[int]
) -> None:
    assert ordered(answers, operation) == order


@pytest.mark.parametrize(
    ("answers", "operation"),
    [
        (["7", "seven of 10"], Operation.MOST),  # two numbers
        (["7 tonnes", "10 metres"], Operation.MOST),
        (["7", "7"], Operation.MOST),
        (["CNY 12.18 billion", "17"], Operation.MOST),
        (["a few", "10"], Operation.MOST),
        (["April 30", "June 2019"], Operation.FIRST),  # a date without a year
        (["7", "10"], Operation.SUM),
        (["7", "10"], None),
    ],
)
def test_what_does_not_compare_is_not_ordered(
    answers: list[str], operation: Operation | None
) -> None:
    assert ordered(answers, operation) == []


def test_an_answer_compares_by_its_date_or_number() -> None:
    assert comparable("June 2019", Operation.FIRST)
    assert not comparable("nobody", Operation.FIRST)
    assert comparable("5 million", Operation.MOST)
    assert not comparable("nobody", None)
