"""Raised and lowered text never joins a number that it is not part of."""

import unicodedata

import pytest

from index.reading.signs.raised import lowered, note_mark, raised


@pytest.mark.parametrize(
    ("before", "text", "after", "read"),
    [
        ("4 × 10", "6", " litres", "4 × 10^6 litres"),
        ("10", "−3", " m", "10^-3 m"),
        ("2", "10", " bytes", "2^10 bytes"),
        ("3", "2", " + 4", "3^2 + 4"),
        ("10", "−3 ", "m", "10^-3 m"),
        ("10", "n+1", "", "10^(n+1)"),
        ("10", "6", "5", "10^(6)5"),
        ("5·10", "-3", ".", "5·10^-3."),
        ("12 km", "2", " at", "12 km² at"),
        ("kg/m", "3", ".", "kg/m³."),
        ("m s", "-1", "", "m s⁻¹"),
        ("E = mc", "2", "", "E = mc²"),
        ("(1 + r)", "2", "", "(1 + r)²"),
        ("x", "n+1", "", "x^(n+1)"),
        ("Ca", "2+", " ions", "Ca²⁺ ions"),
        ("", "14", "C dating", "¹⁴C dating"),
        ("kJ mol", "−1", "", "kJ mol⁻¹"),
        ("2 metres", "2", "", "2 metres²"),
        ("12", "2", " = 144", "12^2 = 144"),
        ("A = πr", "2", ".", "A = πr²."),
        ("E = ½mv", "2", "", "E = ½mv²"),
        ("A", "T", "", "A^T"),
    ],
)
def test_a_power_of_a_word_has_raised_digits_one_of_a_figure_a_caret(
    before: str, text: str, after: str, read: str
) -> None:
    assert before + raised(text, before, after) + after == read


@pytest.mark.parametrize(
    ("before", "text", "after", "read"),
    [
        ("in 1931", "2", " by", "in 1931 [2] by"),
        ("Marrow", "1,2", ", so", "Marrow [1,2], so"),
        ("1,200", "3", " men", "1,200 [3] men"),
        ("12%", "2", " of", "12% [2] of"),
        ("on June 10", "2", " a", "on June 10 [2] a"),
        ("in 1931.", "2", " The", "in 1931.[2] The"),
        ("the club", "(3)", " was", "the club [3] was"),
        ("the club", "iv", " was", "the club [iv] was"),
        ("31.4", "a", " |", "31.4 [a] |"),
        ("(Marrow 1999)", "2", "", "(Marrow 1999) [2]"),
        ("", "2", " See Marrow", "[2] See Marrow"),
        ("1931", "2 ", "by", "1931 [2] by"),
        ("310", "1", " kilograms", "310 [1] kilograms"),
        ("it burnt.”", "2", " Next", "it burnt.”[2] Next"),
        ("the “club”", "2", " was", "the “club” [2] was"),
        ("Holm [1]", "2", " said", "Holm [1][2] said"),
        ("Table A", "1,2", " and", "Table A [1,2] and"),
        ("", "1", "Including VAT", "[1] Including VAT"),
        ("years", "[4]", "", "years [4]"),
        ("cost $19.50", "12", " each", "cost $19.50 [12] each"),
    ],
)
def test_the_mark_of_a_note_is_no_part_of_a_number(
    before: str, text: str, after: str, read: str
) -> None:
    assert before + raised(text, before, after) + after == read


@pytest.mark.parametrize(
    ("before", "text", "after", "read"),
    [
        ("the 19", "th", " century", "the 19th century"),
        ("20 ", "o", "C", "20 °C"),
        ("Brand", "TM", "", "Brand™"),
        ("1931", "*", "", "1931*"),
        ("M", "me", " Curie", "Mme Curie"),
        ("M", "r", " Holm", "Mr Holm"),
        ("N", "o", " 7", "Nº 7"),
        ("M", "c", "Donald", "McDonald"),
        ("20", "o", "C", "20°C"),
        ("9", "h", "30", "9h30"),
        ("le 19", "e", " siècle", "le 19e siècle"),
        ("Brand", "R", "", "Brand®"),
        ("£4", "99", " each", "£4.99 each"),
        ("£4.", "99", " each", "£4.99 each"),
        ("1", "3", "⁄", "1 3⁄"),
        ("a", "", "", "a"),
    ],
)
def test_other_raised_signs_stay_with_their_word(
    before: str, text: str, after: str, read: str
) -> None:
    assert before + raised(text, before, after) + after == read


@pytest.mark.parametrize(
    ("before", "text", "read"),
    [
        ("H", "2", "H₂"),
        ("V", "max", "Vmax"),
        ("log", "10", "log₁₀"),
        ("x", "n+1", "x_(n+1)"),
        ("CO", "2e", "CO₂e"),
        ("(SO₄)", "3", "(SO₄)₃"),
        ("1 3⁄", "4", "1 3⁄4"),
        ("", "a", "a"),
    ],
)
def test_lowered_digits_are_written_as_such(before: str, text: str, read: str) -> None:
    assert before + lowered(text, before) == read


def test_a_power_stays_apart_where_a_text_is_normalised() -> None:
    read = f"10{raised('6', '10', ' litres')} litres"
    assert unicodedata.normalize("NFKC", read) == read == "10^6 litres"


def test_what_a_note_is_called_stands_in_brackets() -> None:
    assert note_mark("decree", "in 1931", " by") == " [decree]"
    assert note_mark("(see below)", "in 1931", " by") == " (see below)"
