import pytest

from qa.writing.comparing.bounds import within_bound


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        ("Is the boat longer than 30 metres?", "38 metres", True),
        ("Is the boat longer than 50 metres?", "38 metres", False),
        ("Did more than 84,800 people take the ferry?", "84,800", False),
        ("Did at least 84,800 people take the ferry?", "84,800", True),
        ("Was the loan over 20 billion yuan?", "25.412 billion yuan", True),
        ("Was it built before 1900?", "in May 1874", True),
        ("Was it built after 1900?", "1874", False),
        ("Is the rate under 1 %?", "0.32%", True),
    ],
)
def test_a_number_is_held_against_the_bound_that_is_asked(
    question: str, answer: str, kept: bool
) -> None:
    assert within_bound(question, answer) is kept


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is the boat new?", "38 metres"),
        ("Is the boat longer than 30 metres?", "38 tonnes"),
        ("Is the boat longer than the pier?", "38 metres"),
        ("Is the boat longer than 30 metres?", "built by Lind"),
        ("Is it between 5 and 8 metres, and over 3 in 2019?", "7 metres"),
    ],
)
def test_what_does_not_compare_is_left_open(question: str, answer: str) -> None:
    assert within_bound(question, answer) is None
