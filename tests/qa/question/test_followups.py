import pytest

from qa.question.followups import read_as, standalone_question
from qa.types import Turn

TURNS = [Turn("How long is the bridge at Marrow?", "It is 240 metres long. [1]")]


@pytest.mark.parametrize(
    "question",
    [
        "And by the end of March?",
        "Who built it?",
        "What about the tunnel?",
        "By what percentage?",
        "Why?",
        "why not",
    ],
)
def test_a_question_that_points_back_takes_the_words_of_the_last_one_along(question: str) -> None:
    assert standalone_question(question, TURNS) == f"{question} long bridge Marrow"


@pytest.mark.parametrize(
    "question",
    [
        "How many wheels of cheese does the cooperative make?",
        "How many goats are there in Lenn?",
        "Who founded Kestrel?",
        "Why was the old corn mill closed in winter?",
        "白塔公园的门票价格是多少?",
    ],
)
def test_a_change_of_topic_stays_as_asked(question: str) -> None:
    assert standalone_question(question, TURNS) == question
    assert read_as(question, TURNS) == question


def test_a_first_question_stays_as_asked() -> None:
    assert standalone_question("Who built it?", []) == "Who built it?"


def test_a_chain_of_follow_ups_reaches_back_to_the_question_that_stands_alone() -> None:
    turns = [*TURNS, Turn("And how wide?", "9 metres. [1]")]
    assert standalone_question("And how old?", turns) == "And how old? long bridge Marrow wide"


def test_people_are_told_the_questions_that_a_follow_up_is_read_with() -> None:
    turns = [*TURNS, Turn("And how wide?", "9 metres. [1]")]
    told = "And how old? (How long is the bridge at Marrow? And how wide?)"
    assert read_as(" And how old? ", turns) == told
