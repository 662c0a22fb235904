import pytest

from qa.followups import standalone_question
from qa.types import Turn

TURNS = [Turn("How long is the bridge at Marrow?", "It is 240 metres long. [1]")]


@pytest.mark.parametrize("question", ["And by the end of March?", "Who built it?", "What about the tunnel?", "By what percentage?"])
def test_a_question_that_points_back_takes_the_words_of_the_last_one_along(question: str) -> None:
    assert standalone_question(question, TURNS) == f"{question} long bridge Marrow"


@pytest.mark.parametrize(
    "question", ["How many wheels of cheese does the cooperative make?", "How many goats are there in Lenn?", "Who founded Kestrel?"]
)
def test_a_rewritten_question_keeps_the_words_that_it_lacks() -> None:
    assert standalone_question("Who built it?", TURNS, lambda *_: "Who built the bridge?") == "Who built the bridge? long Marrow"


@pytest.mark.parametrize("rewritten", ["", "Who built the bridge at Lenn?", "Who built the bridge of 1874?"])
def test_a_rewriting_that_is_empty_or_brings_in_a_name_or_number_is_not_used(rewritten: str) -> None:
    assert standalone_question("Who built it?", TURNS, lambda *_: rewritten) == "Who built it? long bridge Marrow"


def test_what_points_nowhere_is_not_rewritten() -> None:
    assert standalone_question("Who founded Kestrel?", TURNS, lambda *_: "Who founded the bridge?") == "Who founded Kestrel?"


def test_a_change_of_topic_stays_as_asked(question: str) -> None:
    assert standalone_question(question, TURNS) == question


def test_a_first_question_stays_as_asked() -> None:
    assert standalone_question("Who built it?", []) == "Who built it?"


def test_a_chain_of_follow_ups_reaches_back_to_the_question_that_stands_alone() -> None:
    turns = [*TURNS, Turn("And how wide?", "9 metres. [1]")]
    assert standalone_question("And how old?", turns) == "And how old? long bridge Marrow wide"
