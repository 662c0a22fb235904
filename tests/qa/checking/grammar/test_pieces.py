import pytest

from index.dates import Date
from qa.checking.grammar.pieces import Piece, pieces_of
from qa.text.numbers.ranges import Quantity


def texts(text: str) -> list[str]:
    return [piece.text for piece in pieces_of(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The mill burnt, then fell.", ["The", "mill", "burnt", ",", "then", "fell"]),
        ("a well-known mill", ["a", "well", "known", "mill"]),
        ("either/or", ["either", "or"]),
        ("Anna's boats' names", ["Anna's", "boats", "'", "names"]),
        ("“It sank” (twice)", ["“", "It", "sank", "”", "(", "twice", ")"]),
        ("KSA-2023-07 and COVID-19", ["KSA-2023-07", "and", "COVID-19"]),
        ("25.4 million yuan in May 2019", ["25.4 million yuan", "in", "May 2019"]),
        ("港口开了", ["港", "口", "开", "了"]),
        ("U.S. boats", ["U.S", "boats"]),
        ("one\ntwo boats", ["one", "\n", "two", "boats"]),
        ("", []),
    ],
)
def test_a_text_falls_into_words_marks_and_figures(text: str, pieces: list[str]) -> None:
    assert texts(text) == pieces


def test_each_piece_knows_its_place() -> None:
    text = "In May 2019 the well-known mill cost 5 yuan, or “less”."
    for piece in pieces_of(text):
        assert text[piece.start : piece.end] == piece.text
        assert piece.low == piece.text.lower()


def test_figures_know_what_they_are() -> None:
    kinds = {piece.text: piece.what for piece in pieces_of("5 boats on 3 May 2019 at 06:40 sank")}
    assert isinstance(kinds["5"], Quantity)
    assert kinds["3 May 2019"] == Date(2019, 5, 3)
    assert kinds["06:40"] == 400
    assert kinds["sank"] is None


def test_the_digits_of_a_code_are_no_figures() -> None:
    assert list(pieces_of("KSA-2023-07")) == [Piece("KSA-2023-07", "ksa-2023-07", 0, 11)]
