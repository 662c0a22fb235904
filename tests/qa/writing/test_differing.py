import pytest

from qa.question.kinds import Kind
from qa.types import Evidence, Found
from qa.writing.differing import alike, contradicting, says_otherwise


def found(text: str, answer: str = "", score: float = 0.9, article: str = "b") -> Found:
    evidence = Evidence(text, article, "", "folder/a.txt", 0, len(text), text, score)
    return Found(evidence, answer, text.rfind(answer))


BRIDGE = found("The bridge of Marrow is 240 metres long.", "240 metres", article="a")
RIDE = found("First class rail travel is permitted on long journeys.", "permitted", article="a")


@pytest.mark.parametrize(
    ("question", "best", "other"),
    [
        (
            "How long is the bridge of Marrow?",
            BRIDGE,
            found("The old bridge of Marrow is 236 metres long.", "236 metres"),
        ),
        (
            "Is first class rail travel permitted?",
            RIDE,
            found("First class rail travel is not permitted.", "not permitted"),
        ),
    ],
)
def test_another_number_and_a_yes_that_became_a_no_are_contradictions(
    question: str, best: Found, other: Found
) -> None:
    assert contradicting(question, [best, other]) == other


@pytest.mark.parametrize(
    "other",
    [
        found("The old bridge of Marrow is 236 metres long.", "236 metres", article="a"),
        found("The bridge of Lenn is 236 metres long.", "236 metres"),  # of something else
        found("The bridge of Marrow is 240 metres long.", "240 metres"),  # agrees
        found("The bridge of Marrow is 236 metres long.", "236 metres", 0.2),  # unlikely
        found("Per saw 236 ships there.", "236 ships"),  # says something else
        found("The ferry of Marrow is not yet that long.", "not yet"),
    ],
)
def test_what_is_no_contradiction_is_not_stated(other: Found) -> None:
    assert contradicting("How long is the bridge of Marrow?", [BRIDGE, other]) is None


@pytest.mark.parametrize(
    ("best", "other"),
    [
        (found("A taxi is paid up to 20 euros.", "20 euros"), found("A taxi is not paid.")),
        (found("Staff may claim 38 euros.", "38 euros"), found("The allowance is 30 euros.")),
        (
            found("Volunteers wear an orange vest at the gate.", "orange"),
            found("Volunteers wear a yellow vest at the gate.", "yellow"),
        ),
        (found("Dogs are forbidden in the camp."), found("Dogs are allowed in the camp.")),
    ],
)
def test_a_version_says_otherwise_with_other_figures_words_or_a_denial(
    best: Found, other: Found
) -> None:
    assert says_otherwise(best, other, Kind.FACT)


@pytest.mark.parametrize(
    ("best", "other"),
    [
        (found("A shift lasts 5 hours.", "5 hours"), found("Shifts of 5 hours are usual.")),
        (found("Lorries stop at the ramp.", "the ramp"), found("Lorries stop at the ramp.")),
        (found("Dogs are not forbidden here."), found("Dogs are allowed here.")),
        (found("Dogs are allowed here."), found("Dogs are not allowed here.", score=0.1)),
        (found("Ann Lee leads the camp.", "Ann Lee"), found("The gate opens at noon.")),
    ],
)
def test_a_version_that_says_the_same_or_nothing_of_it_says_nothing_otherwise(
    best: Found, other: Found
) -> None:
    assert not says_otherwise(best, other, Kind.FACT)


def test_to_a_question_for_yes_or_no_a_denial_in_other_words_is_another_answer() -> None:
    home, office = found("You may work from home."), found("Nobody works in the kitchen any more.")
    assert says_otherwise(home, office, Kind.YES_NO)
    assert not says_otherwise(home, office, Kind.FACT)


def test_sentences_of_the_same_words_are_alike_whatever_their_figures() -> None:
    assert alike("Staff may claim 30 euros a day.", "Staff may claim 38 euros a day.")
    assert not alike("Staff may claim 30 euros a day.", "The gate opens at noon.")
    assert not alike("Staff.", "Staff.")  # a word says too little
