import pytest

from index.sentences import sentence_spans
from qa.evidence.verifier import Verdict
from qa.types import Evidence
from qa.wiring import Wellspring

TEXT = (
    "In 2023 the Orrin ferry carried 84,800 passengers. The crossing takes 75 minutes. "
    "The boat was built by Lind of Bergen in 1998 and is 38 metres long."
)


def verdict(well: Wellspring, question: str) -> Verdict:
    at = sentence_spans(TEXT)[1][0]
    evidence = Evidence(TEXT[at:], "1", "Ferries", "f.md", at, len(TEXT), TEXT, 0.5, at)
    return well.readers.verdict(question, evidence)


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
