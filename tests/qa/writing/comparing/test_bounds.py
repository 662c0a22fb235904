import pytest

from qa.types import Evidence, Found
from qa.writing.comparing.bounds import bound_of, is_kept


def _found(answer: str, text: str = "") -> Found:
    return Found(Evidence(text or answer, "a", "", "a.txt", 0, len(text), text, 0.9), answer=answer)


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
    assert is_kept(bound, _found(answer)) is kept


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is the boat longer than 30 metres?", "38 tonnes"),
        ("Is the boat longer than 30 metres?", "built by Lind"),
        ("Does it cost more than £5 per hour?", "£8 a day"),
        ("Did the ferry run before 1950?", "until 1960"),
        ("Did more than 100 people come?", "at least 90 people"),
        ("Did he sell more than half of the cows?", "half of the cows"),
        ("Is the wall more than half a metre thick?", "40 %"),
    ],
)
def test_what_does_not_compare_is_left_open(question: str, answer: str) -> None:
    bound = bound_of(question)
    assert bound
    assert is_kept(bound, _found(answer)) is None


@pytest.mark.parametrize(
    "question",
    [
        "Is the boat new?",
        "Is the boat longer than the pier?",
        "Did he leave after the war with 300 men?",
        "Is it between 5 and 8 metres, and over the line in 2019?",
    ],
)
def test_a_question_without_a_number_to_keep_to_has_no_bound(question: str) -> None:
    assert bound_of(question) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It put in CNY 60.47 million in seven years.", False),
        ("It put in CNY 60.47 million, then CNY 2 billion.", None),
    ],
)
def test_a_sentence_is_looked_at_where_the_short_answer_has_no_such_number(
    text: str, kept: bool | None
) -> None:
    bound = bound_of("Did it put in more than 100 million yuan?")
    assert bound
    assert is_kept(bound, _found("the exchange", text)) is kept


def test_words_that_may_tell_when_or_for_whom_are_no_firm_bound() -> None:
    loose = [bound_of("Is it free for those under 12?"), bound_of("Does it end after 2 years?")]
    assert [bound and bound.firm for bound in loose] == [False, False]
    firm = bound_of("Is the bridge no longer than 300 metres?")
    assert firm
    assert (firm.name, firm.firm) == ("most", True)
