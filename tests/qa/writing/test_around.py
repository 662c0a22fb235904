"""An answer with what stands around it in its article."""

import pytest

from qa.types import Evidence, Statement
from qa.writing.around import with_surroundings

PASSAGE = (
    "The mill is old.\n\nThe bridge spans the Orrin. It was opened in 1874. Tolls ended in 1901. "
    "The deck was renewed.\n\n| year | tolls |\n| 1901 | 30 |"
)


def proof(text: str) -> Evidence:
    at = PASSAGE.index(text)
    return Evidence(text, "a", "Bridge", "a.md", 100 + at, 100 + at + len(text), PASSAGE, 0.9, at)


@pytest.mark.parametrize(
    ("quoted", "around"),
    [
        (
            "It was opened in 1874.",
            "The bridge spans the Orrin. It was opened in 1874. Tolls ended in 1901.",
        ),
        ("The bridge spans the Orrin.", "The bridge spans the Orrin. It was opened in 1874."),
    ],
)
def test_a_statement_is_proven_with_the_neighbours_of_its_proof(quoted: str, around: str) -> None:
    (said,) = with_surroundings([Statement("In 1874.", (proof(quoted),))])
    (wide,) = said.proof
    assert (said.text, wide.text) == ("In 1874.", around)
    start = wide.start - 100
    assert PASSAGE[start : start + len(around)] == around
    assert (wide.end - wide.start, wide.at) == (len(around), start)


@pytest.mark.parametrize("alone", ["The mill is old.", "| 1901 | 30 |"])
def test_a_sentence_without_neighbours_and_a_row_stay_as_they_are(alone: str) -> None:
    said = [Statement("Told.", (proof(alone),)), Statement("Without a proof.")]
    assert with_surroundings(said) == said
