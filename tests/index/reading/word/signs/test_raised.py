import pytest

from index.reading.word.signs.raised import Piece, in_line, lowered, raised, taken_out


@pytest.mark.parametrize(
    ("before", "text", "after", "read"),
    [
        ("4 × 10", "6", " litres", "4 × 10⁶ litres"),
        ("10", "−3", " m", "10⁻³ m"),
        ("2", "10", " bytes", "2¹⁰ bytes"),
        ("3", "2", " + 4", "3² + 4"),
        ("12 km", "2", " at", "12 km² at"),
        ("kg/m", "3", ".", "kg/m³."),
        ("m s", "-1", "", "m s⁻¹"),
        ("E = mc", "2", "", "E = mc²"),
        ("(1 + r)", "2", "", "(1 + r)²"),
        ("x", "n+1", "", "x^(n+1)"),
        ("Ca", "2+", " ions", "Ca²⁺ ions"),
        ("", "14", "C dating", "¹⁴C dating"),
    ],
)
def test_a_power_is_written_with_raised_digits(
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
    ],
)
def test_other_raised_signs_stay_with_their_word(
    before: str, text: str, after: str, read: str
) -> None:
    assert before + raised(text, before, after) + after == read


@pytest.mark.parametrize(
    ("before", "text", "read"),
    [("H", "2", "H₂"), ("V", "max", "Vmax"), ("log", "10", "log₁₀"), ("x", "n+1", "x_(n+1)")],
)
def test_lowered_digits_are_written_as_such(before: str, text: str, read: str) -> None:
    assert before + lowered(text, before) == read


def test_what_is_taken_out_leaves_one_space_and_is_told() -> None:
    struck = Piece("7 euros", taken="struck out")
    pieces = [Piece("It costs "), struck, Piece(" "), Piece("9 euros.")]
    assert in_line(pieces) == "It costs 9 euros."
    assert list(taken_out(pieces)) == [("struck out", "7 euros")]


def test_words_at_either_side_of_what_is_struck_out_stay_two() -> None:
    assert in_line([Piece("7"), Piece("8", taken="struck out"), Piece("9")]) == "7 9"
