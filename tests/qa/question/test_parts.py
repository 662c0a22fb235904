import pytest

from qa.question.parts import parts_of


def test_questions_that_stand_by_themselves_are_taken_apart() -> None:
    asked = "Who built the old mill? Why was it closed then? And when was the pier opened?"
    assert parts_of(asked) == [
        "Who built the old mill?",
        "Why was it closed then?",
        "And when was the pier opened?",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Who built the old mill?",
        "Which bank covers the most towns? How many?",  # adds to the question before
        "The mill is old? It was closed in 1987.",
        "gegen loan??",
        "Is it old, and who built it?",
    ],
)
def test_other_messages_are_one_question(question: str) -> None:
    assert parts_of(question) == [question]
