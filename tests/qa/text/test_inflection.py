import pytest

from qa.text.inflection import analyses, lemmas


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("boats", "boat"),
        ("moved", "move"),
        ("children", "child"),
        ("bought", "buy"),
        ("wet", "wet"),
    ],
)
def test_a_word_is_an_inflection_of_its_lemma(word: str, lemma: str) -> None:
    assert {word, lemma} <= lemmas(word)


def test_comparatives_stay_what_they_are() -> None:
    assert lemmas("larger") == {"larger"}


def test_a_word_of_no_dictionary_is_only_itself() -> None:
    assert analyses("qwxzt") == {}
    assert lemmas("qwxzt") == {"qwxzt"}


def test_a_word_may_be_of_several_kinds() -> None:
    assert {"NOUN", "VERB"} <= analyses("costs").keys()
