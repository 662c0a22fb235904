import pytest

from qa.writing.comparing.bounds import bound_of, is_kept


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
        ("Is more than one percent overdue?", "0.32%", False),
        ("Have more than half the households a loan?", "52%", True),
        ("Did at least a third of them come?", "30 per cent", False),
        ("Did it put more than 100 million yuan in over seven years?", "CNY 60.47 million", False),
        ("Did no more than ten people come?", "12 people", False),
    ],
)
def test_a_number_is_held_against_the_bound_that_is_asked(
    question: str, answer: str, kept: bool
) -> None:
    bound = bound_of(question)
    assert bound
    assert is_kept(bound, answer) is kept


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
    bound = bound_of(question)
    assert bound is None or is_kept(bound, answer) is None


def test_a_sentence_is_looked_at_where_the_short_answer_has_no_such_number() -> None:
    text = "210 officials of 22 provinces came, and 60 guests."
    bound = bound_of("Did officials of at least twenty provinces come?")
    assert bound
    assert is_kept(bound, "officials", text)
    more = bound_of("Did more than 100 of them come?")
    assert more
    assert is_kept(more, "officials", text) is None
