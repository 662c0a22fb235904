import pytest

from index.reading.pdf.hyphens import Hyphens


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("It was ex-", "tended in 1951.", "It was extended in 1951."),
        ("It is a well-", "known line.", "It is a well-known line."),
        ("a self-", "taught driver", "a self-taught driver"),
        ("a state-of-the-", "art hall", "a state-of-the-art hall"),
        ("in the town of Fen-", "wick", "in the town of Fenwick"),
        ("the Baden-", "Baden road", "the Baden-Baden road"),
        ("three-", "storey houses", "three-storey houses"),
        ("an e-", "mail", "an e-mail"),
        ("the years 1990-", "1995", "the years 1990-1995"),
        ("the years 1990–", "1995", "the years 1990–1995"),
        ("short-", "and long-term plans", "short- and long-term plans"),
        ("a pota-", "to a day", "a potato a day"),
        ("die Donau-", "dampfschiffe", "die Donaudampfschiffe"),
        ("the lar\u00ad", "gest", "the largest"),
        ("It was", "extended.", "It was extended."),
    ],
)
def test_a_word_that_a_line_breaks_is_mended(before: str, after: str, joined: str) -> None:
    assert Hyphens([]).joined(before, after) == joined


@pytest.mark.parametrize(
    ("elsewhere", "joined"),
    [("The depot-tram runs.", "a depot-tram"), ("A depottram runs.", "a depottram")],
)
def test_the_document_itself_tells_whether_a_hyphen_is_of_the_word(
    elsewhere: str, joined: str
) -> None:
    assert Hyphens([elsewhere, "a depot-", "tram"]).joined("a depot-", "tram") == joined


def test_what_is_mended_is_listed() -> None:
    hyphens = Hyphens([])
    hyphens.joined("It was ex-", "tended.")
    hyphens.joined("It is well-", "known.")
    assert [(change.before, change.after) for change in hyphens.changes] == [
        ("ex- tended", "extended")
    ]
