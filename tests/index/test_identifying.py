from pathlib import Path

import pytest

from index.identifying import language_of, languages_of

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wann ist das Freibad geöffnet?", "de"),
        ("Was kostet ein Hund?", "de"),
        ("Quel est le prix de l'entrée ?", "fr"),
        ("Combien coûte le billet ?", "fr"),
        ("旧水厂将改造成什么?", "zh"),
        ("青葉図書館の休館日はいつですか?", "ja"),
        ("Сколько стоит билет в музей?", "ru"),
        ("What does the Freibad in Lindenau cost?", "en"),
        ("WHO WAS THE MAYOR OF SANKT PÖLTEN?", "en"),
        ("How old is the Musée des Beaux-Arts de la ville?", "en"),
        ("Is het museum gratis of betaald?", "nl"),
        ("Is de brug van hout of van steen?", "nl"),
        ("Mag ik roken of niet?", "nl"),
        ("Wer gründete die Band The Cure?", "de"),
        ("Wer schrieb Game of Thrones?", ""),
        ("Wo liegt die Isle of Man?", ""),
        ("Qui a écrit The Wire ?", "fr"),
        ("Who wrote the Lied von der Erde?", "en"),
        ("The bridge was built by Karl von der Heide.", "en"),
        ("Did Otto von Bismarck die in the Schloss?", "en"),
        ("permit 118", ""),
        ("12.5 – 30", ""),
        ("", ""),
    ],
)
def test_the_language_is_told_where_it_is_sure(text: str, language: str) -> None:
    assert language_of(text) == language


def test_english_articles_are_english() -> None:
    assert {language_of(file.read_text("utf-8")) for file in SEEDS.iterdir()} == {"en"}


def test_half_a_character_pair_is_no_language() -> None:
    assert language_of("\ud800 \udfff") == ""


def test_of_few_languages_a_short_text_is_surer() -> None:
    short = "Wo findet der Wochenmarkt statt?"
    assert language_of(short, {"de", "en"}) == "de"
    assert language_of("permit 118", {"de", "en"}) == ""
    assert language_of("Wo liegt die Isle of Man?", {"de", "en"}) == "de"


def test_east_asian_languages_are_told_by_their_letters() -> None:
    assert language_of("図書館の本") == "ja"
    assert language_of("서울 도서관") == "ko"
    assert language_of("圖書館") == "zh"
    assert language_of("The word 茶 is Chinese for tea.") == "en"


def test_a_text_in_two_languages_is_in_both_where_their_letters_differ() -> None:
    english = "The office opens at 8:30 in the morning of each day."
    notice = f"# 青石镇供水公告\n\n新水厂的总投资为8600万元。\n{english}"
    assert languages_of(notice) == {"zh", "en"}
    assert languages_of("The word 茶 is Chinese for tea, and this is English.") == {"en"}
    assert languages_of("118") == set()
