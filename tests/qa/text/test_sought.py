import pytest

from index.language.rooms import ROOMS
from qa.text.sought import Sought, measured, sought, tells, without_measures


@pytest.mark.parametrize(
    ("language", "question", "what"),
    [
        ("de", "Wann ist das Freibad geöffnet?", Sought.TIME),
        ("de", "Warum ist es zu, und seit wann?", Sought.REASON),
        ("de", "Was kostet die Karte?", Sought.AMOUNT),
        ("de", "Welches Buch liest sie?", Sought.OTHER),
        ("fr", "Où se trouve le parking ?", Sought.PLACE),
        ("es", "¿Quién construyó el puente?", Sought.PERSON),
        ("it", "Quanti abitanti ha il paese?", Sought.AMOUNT),
        ("pt", "Por que a ponte está fechada?", Sought.REASON),
        ("nl", "Hoe hoog is de toren?", Sought.AMOUNT),
        ("zh", "公园什么时候开放？", Sought.TIME),
        ("ja", "図書館はどこにありますか", Sought.PLACE),
    ],
)
def test_what_is_sought_is_told_by_the_words_that_ask(
    language: str, question: str, what: Sought
) -> None:
    assert sought(question, ROOMS[language]) is what


@pytest.mark.parametrize(
    ("language", "question", "sentence", "told"),
    [
        ("de", "Wann wird gebaut?", "Am 3. Mai wird gebaut.", True),
        ("de", "Wann wird gebaut?", "Es wird viel gebaut.", False),
        ("de", "Wann wird 2024 gebaut?", "Es wird 2024 gebaut.", False),
        ("de", "Wann ist Markt?", "Markt ist donnerstags.", True),
        ("de", "Wie viele Räume gibt es?", "Es gibt zwölf Räume.", True),
        ("de", "Wie viele Räume gibt es?", "Die Räume wurden 1912 gebaut.", False),
        ("de", "Was kostet die Karte?", "Die Karte kostet 45 €.", True),
        ("de", "Was kostet die Karte?", "Die Karte gilt 45 Tage.", False),
        ("de", "Wer leitet es?", "Frau Dr. Anna Berg leitet es.", True),
        ("de", "Wer leitet es?", "Es wird gut geleitet.", False),
        ("fr", "Qui a construit le moulin ?", "Le moulin fut construit par Antoine Roussel.", True),
        ("fr", "Qui a construit le moulin ?", "Le moulin fut construit en 1812.", False),
        ("fr", "Où est le parking ?", "Le parking est derrière l'église.", True),
        ("fr", "Pourquoi est-il fermé ?", "Il est fermé car le sol est en réparation.", True),
        ("zh", "有多少个车位？", "共有350个车位。", True),
        ("zh", "有多少名工人？", "共有350个车位。", False),
        ("zh", "厂长是谁？", "厂长是李国强。", True),
        ("ja", "何冊ありますか", "蔵書は12万冊です。", True),
    ],
)
def test_a_sentence_tells_only_what_is_of_the_kind_that_is_sought(
    language: str, question: str, sentence: str, told: bool
) -> None:
    room = ROOMS[language]
    assert tells(sought(question, room), sentence, question, room) is told


def test_a_unit_stands_for_the_word_that_asks_for_it_but_no_length_for_another() -> None:
    german = ROOMS["de"]
    assert measured("Wie hoch ist der Preis?", german) == {"length", "money", "%"}
    assert "kostet" not in without_measures(
        "Was kostet die Karte?", "Sie ist für 4,2 Mio. Euro.", german
    )
    assert "breit" in without_measures("Wie breit ist sie?", "Sie ist 86 Meter lang.", german)
