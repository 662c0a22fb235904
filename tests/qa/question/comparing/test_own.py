import pytest

from qa.question.comparing.own import asked_for_itself


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        # how much it is more
        ("By how many points did §?", "How many points did it have?"),
        ("By what sum did §?", "How much is it?"),
        ("What is the gap between §?", "How much is it?"),
        ("What is the difference in height between §?", "What is the height of it?"),
        ("How many more papers came out §?", "How many papers came out it?"),
        ("How many tonnes heavier is §?", "How many tonnes heavy is it?"),
        ("how much dearer is §", "How much is it"),
        # which side has more
        ("Fewer boats sailed §?", "How many boats sailed it?"),
        ("Did the line have more riders §?", "How many riders did the line have it?"),
        ("Does more money go to §?", "How much money go to it?"),
        ("Who had more draws, §?", "How many draws did it have?"),
        ("Who has more poor people left, §?", "How many poor people does it have left?"),
        ("Who put in more for the tower, §?", "How much did it put in for the tower?"),
        ("In Lenn, what got more from the fund, §?", "In Lenn, how much did it get from the fund?"),
        ("Where are more stairs to climb, §?", "How many stairs to climb are it?"),
        ("Where did numbers rise more after May, §?", "How much did numbers rise after May it?"),
        ("Which loan is bigger, §?", "How big is it?"),
        (
            "Which is the longer bridge, §, and how long is each?",
            "How long is it, and how long is each?",
        ),
        ("§, which one is bigger?", "How big is it?"),
        ("Where is lunch dearer in May, §?", "How much is lunch in May, it?"),
        # which is of another time
        ("Which is older, §?", "From when is it?"),
        ("Which is the older mill, §?", "From when is it?"),
        ("What came first, §?", "When was it?"),
        ("Which was built first, §?", "When was it built?"),
        ("Which hall opened later, §?", "When did it open?"),
    ],
)
def test_a_side_is_asked_for_its_own_amount_or_date(question: str, asked: str) -> None:
    assert asked_for_itself(question, "it") == asked


@pytest.mark.parametrize(
    "question",
    [
        "Is the mill open §?",
        "2023 minus §?",
        "Who is the leader of the party, §?",
        "Who was the winner, §?",
        "Which is the former mayor, §?",
        "§",
        "",
    ],
)
def test_a_question_of_no_known_shape_only_gets_the_name(question: str) -> None:
    assert asked_for_itself(question, "in May") == question.replace("§", "in May")
