import pytest

from index.building.report import pieces
from index.cleaning.cleaning import Change, clean


def test_only_the_pieces_that_differ_are_shown_with_words_around() -> None:
    before = (
        "One two three four “tea loanâ€ five six seven eight nine ten eleven don\u200bkey twelve."
    )
    ((change, second),) = [clean(before)[1]]
    assert pieces(change) == [("… “tea loanâ€ five …", "… “tea loan” five …")]
    assert pieces(second) == [("… eleven don⟨U+200B⟩key twelve.", "… eleven donkey twelve.")]


def test_a_removal_is_shown_as_a_whole() -> None:
    assert pieces(Change("hidden", "Say 77\u00a0now.", "")) == [("Say 77⟨U+00A0⟩now.", "")]


@pytest.mark.parametrize("words", [10, 10_000])
def test_a_long_line_is_shown_in_short(words: int) -> None:
    line = "word " * words
    ((before, after),) = pieces(Change("mojibake", f"{line}a†b {line}", f"{line}a”b {line}"))
    assert (before, after) == ("… word a†b word …", "… word a”b word …")
