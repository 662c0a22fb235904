import pytest

from qa.question.comparing.operations import Operation
from qa.question.comparing.sides import (
    asks_to_reckon,
    compared_with_itself,
    has_both_sides,
    sides_of,
)


@pytest.mark.parametrize(
    ("question", "names", "operation"),
    [
        (
            "Who had more draws, Cold Norton or Brackwell?",
            ("Cold Norton", "Brackwell"),
            Operation.MOST,
        ),
        (
            "Did the line have more riders in 2022 or in 2023?",
            ("in 2022", "in 2023"),
            Operation.MOST,
        ),
        (
            "How many more papers came out in 2023 than in 2022?",
            ("in 2023", "in 2022"),
            Operation.DIFFERENCE,
        ),
        ("Which is older: the church or the mill?", ("the church", "the mill"), Operation.FIRST),
        (
            "the tea loan or the pig loan, which one is bigger?",
            ("the tea loan", "the pig loan"),
            Operation.MOST,
        ),
        (
            "What is the difference between the pier and the quay?",
            ("the pier", "the quay"),
            Operation.DIFFERENCE,
        ),
        ("Compare the pier with the quay.", ("the pier", "the quay"), None),
        ("Does more money go to pigs or cattle?", ("pigs", "cattle"), Operation.MOST),
    ],
)
def test_two_sides_that_are_named_in_parallel_are_told_apart(
    question: str, names: tuple[str, str], operation: Operation | None
) -> None:
    sides = sides_of(question)
    assert sides
    assert (sides.names, sides.operation) == (names, operation)


@pytest.mark.parametrize(
    "question",
    [
        "How many people before the war were employed?",
        "How long after the fire was the church rebuilt?",
        "How many days after surgery was the patient discharged?",
    ],
)
def test_an_event_before_a_side_is_no_side(question: str) -> None:
    assert sides_of(question) is None


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "How many more wheels did it make in 2023 than in 2022?",
            "How many wheels did it make in 2023?",
        ),
        ("More houses under water in 1947 or in 2015?", "How many houses under water in 1947?"),
        ("By how many goals did Wrona beat the second best?", "How many goals did Wrona have?"),
        ("Fewer cancelled in 2023 than in 2022 - what is the gap?", "How many cancelled in 2023?"),
    ],
)
def test_a_side_is_asked_for_its_own_amount_not_for_what_it_has_more(
    question: str, first: str
) -> None:
    sides = sides_of(question)
    assert sides
    assert sides.questions[0] == first
    assert sides.operation in (Operation.DIFFERENCE, Operation.MOST)


def test_each_side_gets_the_question_for_itself() -> None:
    sides = sides_of("Did the line have more riders in 2022 or in 2023?")
    assert sides
    assert sides.questions == (
        "How many riders did the line have in 2022?",
        "How many riders did the line have in 2023?",
    )


@pytest.mark.parametrize(
    "question",
    [
        "How tall is the lighthouse?",
        "Is the mill open?",
        "Which is bigger, the mill or the mill?",
        "",
        "or",
        "than?",
        "in or in?",
    ],
)
def test_a_question_without_two_sides_has_none(question: str) -> None:
    assert sides_of(question) is None


@pytest.mark.parametrize(
    ("question", "reckons"),
    [
        ("By how much does the pier exceed the quay?", True),
        ("What do the pier and the quay cost, taken together?", True),
        ("Which is longer, the pier or the quay?", False),
        ("How long is the pier in total?", False),
    ],
)
def test_what_is_to_be_reckoned_is_known_without_the_classifier(
    question: str, reckons: bool
) -> None:
    assert asks_to_reckon(question) is reckons


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "How many months after Skarva was Orrin out of debt?",
            ("When was Skarva out of debt?", "When was Orrin out of debt?"),
        ),
        (
            "How long before the Mill Bridge was the Tide Tower built?",
            ("When was the Mill Bridge built?", "When was the Tide Tower built?"),
        ),
    ],
)
def test_how_long_after_asks_when_each_was(question: str, asked: tuple[str, str]) -> None:
    sides = sides_of(question)
    assert sides
    assert (sides.questions, sides.operation) == (asked, Operation.APART)


def test_a_thing_may_be_compared_with_itself() -> None:
    assert compared_with_itself("Which is higher, Kirk Hill or Kirk Hill?") == "Kirk Hill"
    assert not compared_with_itself("Which is higher, Kirk Hill or Old Mere?")
    assert not compared_with_itself("How high is Kirk Hill?")


def test_a_text_has_the_numbers_of_both_sides_or_tells_of_something_else() -> None:
    question = "By how much did it fall between month six and month twelve?"
    assert has_both_sides(question, "At six months it was 5.1, after twelve months 6.3.")
    assert not has_both_sides(question, "After 12 months it had fallen by 6.3 and 2.1.")
    assert has_both_sides("By how much did it fall?", "It fell by 6.3.")
