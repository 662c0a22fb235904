import pytest

from qa.checking.grammar.pieces import pieces_of
from qa.checking.grammar.verbs import is_finite


def verbs(text: str) -> list[str]:
    pieces = tuple(pieces_of(text))
    return [piece.text for at, piece in enumerate(pieces) if is_finite(pieces, at)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill was old", ["was"]),
        ("The hospital bought 18 ambulances", ["bought"]),
        ("The ferry costs 40 kroner", ["costs"]),
        ("They plant rice", ["plant"]),
        ("Farmers plant the rice", ["plant"]),
        ("Pupils under five travel with them", ["travel"]),
        ("The town cut the tax", ["cut"]),
        ("It can carry", ["can"]),
    ],
)
def test_the_verb_of_a_sentence_is_found(text: str, found: list[str]) -> None:
    assert verbs(text)[: len(found)] == found


@pytest.mark.parametrize(
    "text",
    [
        "breeding pigs, which",
        "the plant of the town",
        "a cut",
        "Moving boats",
        "the Baker house",
        "5 boats",
    ],
)
def test_nouns_and_participles_are_no_verbs(text: str) -> None:
    assert verbs(text) == []


def test_a_sentence_does_not_begin_with_its_verb() -> None:
    assert verbs("Bought it") == []
    assert verbs("Was it") == ["Was"]
