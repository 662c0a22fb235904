import pytest

from qa.checking.claims import read
from qa.checking.wholeness import (
    is_borne_out,
    is_whole,
    repeats_itself,
    stands_alone,
    subject_of,
    without_particle,
)


def whole(sentence: str, source: str = "") -> bool:
    return is_whole(sentence, read(sentence)[1], read(source)[1])


@pytest.mark.parametrize(
    "sentence",
    [
        "The hospital bought 18 ambulances.",
        "Children under five travel free.",
        "When it rained, the ferry stopped.",
        "Bake it for 15 minutes.",
        "Never wash it.",
        "“It sank,” she said.",
        "It was opened (twice).",
        "5 boats sank.",
        "港口开了。",
    ],
)
def test_a_sentence_with_subject_verb_and_end_is_whole(sentence: str) -> None:
    assert whole(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bought 18 ambulances.",
        "Was founded.",
        "And the ferry stopped.",
        "the ferry stopped.",
        "The ferry of the town.",
        "The ferry stopped at the.",
        "The ferry stopped (twice.",
        "The “ferry stopped.",
        "The *ferry stopped.",
        "The ferry stopped",
        "...",
        "",
    ],
)
def test_what_lacks_one_of_them_or_leaves_a_bracket_open_is_not(sentence: str) -> None:
    assert not whole(sentence)


def test_a_sentence_without_a_full_stop_may_end_where_a_clause_of_the_source_does() -> None:
    assert whole("The ferry stopped", "In May the ferry stopped, and the mill burnt.")
    assert whole("The ferry stopped", "In May the ferry stopped")
    assert not whole("The ferry stopped", "In May the ferry stopped twice.")


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Yes, the mill burnt.", "The mill burnt."),
        ("No, it was not sold.", "It was not sold."),
        ("No boats came.", "No boats came."),
    ],
)
def test_the_particle_before_an_answer_can_go(sentence: str, rest: str) -> None:
    assert without_particle(sentence) == rest


@pytest.mark.parametrize(
    ("sentence", "borne_out"),
    [
        ("Yes, the mill burnt.", True),
        ("Yes, the mill was not sold.", False),
        ("No, the mill was not sold.", True),
        ("No, nobody came.", True),
        ("No, it wasn’t sold.", True),
        ("No, the mill burnt.", False),
        ("The mill was not sold.", True),
    ],
)
def test_a_no_needs_a_denial_and_a_yes_none(sentence: str, borne_out: bool) -> None:
    assert is_borne_out(sentence) is borne_out


@pytest.mark.parametrize(
    ("clause", "alone"),
    [
        ("the hospital bought 18 ambulances", True),
        ("and the hospital bought 18 ambulances", True),
        ("bought 18 ambulances", False),
        ("it bought 18 ambulances", False),
        ("buying 18 ambulances", False),
        ("the hospital of the town", False),
        ("", False),
    ],
)
def test_a_clause_with_a_subject_of_its_own_stands_alone(clause: str, alone: bool) -> None:
    assert stands_alone(clause) is alone


@pytest.mark.parametrize(
    ("clause", "subject", "through_verb"),
    [
        ("The hospital bought 18 ambulances", "The hospital", "The hospital bought"),
        ("The hospital, which had closed, hired 3", "The hospital", "The hospital"),
        ("Such work includes roads", "Such work", "Such work includes"),
        ("The hospital of the town", "", ""),
    ],
)
def test_the_subject_of_a_clause_ends_at_its_verb_or_a_relative(
    clause: str, subject: str, through_verb: str
) -> None:
    assert subject_of(clause, with_verb=False) == subject
    assert subject_of(clause, with_verb=True) == through_verb


@pytest.mark.parametrize(
    ("sentence", "source", "repeats"),
    [
        (
            "Ada, the last man to keep the light, was the last man to keep it.",
            "Ada, the last man to keep it, is 84.",
            True,
        ),
        ("The bank uses its loan policy tools.", "The bank uses its loan policy tools.", False),
        (
            "It rose by 5 % in the north and by 5 % in the south.",
            "It rose by 5 % in the north and by 5 % in the south.",
            False,
        ),
        ("", "", False),
    ],
)
def test_a_run_of_words_that_only_the_sentence_has_twice_is_told(
    sentence: str, source: str, *, repeats: bool
) -> None:
    assert repeats_itself(read(sentence)[1], read(source)[1]) is repeats
