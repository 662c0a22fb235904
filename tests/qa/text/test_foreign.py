import pytest

from index.language.rooms import ROOMS
from qa.text.foreign import has, is_about, units_of, words_in

GERMAN, FRENCH, CHINESE = ROOMS["de"], ROOMS["fr"], ROOMS["zh"]


def test_forms_of_a_word_have_one_stem_and_function_words_none() -> None:
    assert words_in("die Brücken", GERMAN) == words_in("Brücke", GERMAN) != frozenset()
    assert words_in("wann ist das", GERMAN) == frozenset()
    assert words_in("l’entrée a-t-elle", FRENCH) == words_in("entrée", FRENCH)
    assert not words_in("Hund", GERMAN) & words_in("Hundesteuer", GERMAN)


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("绿茶获得了什么奖？", "合作社的绿茶获得金奖。", True),
        ("绿茶获得了什么奖？", "绿茶在博览会上获得金奖。", True),  # the words apart
        ("红茶获得了什么奖？", "绿茶获得金奖。", False),
        ("白塔有多高？", "白塔高38米。", True),
    ],
)
def test_characters_are_told_by_bigrams_and_those_beside_them(
    question: str, sentence: str, told: bool
) -> None:
    words = words_in(sentence, CHINESE)
    assert all(has(words, unit) for unit in units_of(question, CHINESE)) is told


def test_a_title_tells_what_its_compounds_are() -> None:
    [unit] = units_of("Wann wurde die Brücke gebaut?".replace("gebaut", ""), GERMAN)
    assert is_about(words_in("Die Steinbrücke", GERMAN), unit, GERMAN)
    assert not has(words_in("Die Steinbrücke", GERMAN), unit)
    assert not is_about(words_in("Der Brückentag", GERMAN), unit, GERMAN)
