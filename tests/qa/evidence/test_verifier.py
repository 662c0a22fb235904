import pytest

from index.sentences import sentence_spans
from qa.evidence.verifier import Verdict
from qa.types import Evidence, Found
from qa.wiring import Wellspring

TEXT = (
    "In 2023 the Orrin ferry carried 84,800 passengers. The crossing takes 75 minutes. "
    "The boat was built by Lind of Bergen in 1998 and is 38 metres long."
)


def verified(well: Wellspring, question: str, number: int = 1) -> tuple[Found, Verdict]:
    at, end = sentence_spans(TEXT)[number]
    evidence = Evidence(TEXT[at:end], "1", "Ferries", "f.md", at, end, TEXT, 0.5, at)
    return well.readers.verified(question, Found(evidence, "", 0))


def verdict(well: Wellspring, question: str) -> Verdict:
    return verified(well, question)[1]


@pytest.mark.parametrize(
    ("question", "number", "answer"),
    [
        ("How many travellers did the boat take in 2023?", 0, "84,800"),
        ("Which shipyard is the vessel from?", 2, "Lind"),
    ],
)
def test_the_short_answer_is_the_one_that_is_seen_at_the_last_reading(
    well: Wellspring, question: str, number: int, answer: str
) -> None:
    found, _ = verified(well, question, number)
    assert answer in found.answer
    assert found.evidence.text[found.answer_at :].startswith(found.answer)


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("How many people took the ferry in 2023?", "How many people took the ferry in 2021?"),
        ("How long does the crossing take?", "How much does the crossing cost?"),
        ("How long is the boat?", "How wide is the boat?"),
        ("Who built the boat?", "Who paid for the boat?"),
    ],
)
def test_a_near_miss_is_told_from_what_is_answered(well: Wellspring, asked: str, near: str) -> None:
    assert verdict(well, asked).settled > 0 > verdict(well, near).settled


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Was the boat built by Lind?", "Was the boat built by Harland?"),
        ("Was the boat built in 1998?", "Was the boat built in 2008?"),
    ],
)
def test_yes_is_told_from_no(well: Wellspring, true: str, false: str) -> None:
    assert verdict(well, true).yes > 0 > verdict(well, false).yes
