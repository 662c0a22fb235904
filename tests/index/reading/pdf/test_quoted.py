import pytest

from index.reading.pdf.page.word import Word
from index.reading.pdf.quoted import quote_boxes

PAGE = """The forge began work in 1835. It made
garden gates. The forge closed in 1962 after a
fire in the coal store. It was a long win-
ter, and the smiths went away."""


def words(text: str) -> list[Word]:
    """Return the words of a page: a letter is 5 points wide, a line 10 points high."""
    found = []
    for row, line in enumerate(text.split("\n")):
        left = 0
        for word in line.split():
            place = left, 10 * row, left + 5 * len(word), 10 * row + 9
            found.append(Word(word, *place, base=10 * row + 8, size=9))
            left += 5 * len(word) + 5
    return found


def marked(quote: str, page: str = PAGE) -> list[str]:
    """Return what the boxes of a quote cover, a line each."""
    lines = page.split("\n")
    return [
        lines[int(top // 10)][int(left // 5) : int(right // 5)]
        for left, top, right, _ in quote_boxes(words(page), quote)
    ]


@pytest.mark.parametrize(
    ("quote", "covered"),
    [
        ("The forge began work in 1835.", ["The forge began work in 1835."]),
        (
            "The forge closed in 1962 after a fire in the coal store.",
            ["The forge closed in 1962 after a", "fire in the coal store."],
        ),
        ("garden gates", ["garden gates."]),
        ("closed", ["closed"]),
    ],
)
def test_the_words_of_a_quote_are_marked_line_by_line(quote: str, covered: list[str]) -> None:
    assert marked(quote) == covered


def test_a_word_that_a_line_breaks_is_marked_with_the_others() -> None:
    quote = "It was a long winter, and the smiths went away."
    assert marked(quote) == ["It was a long win-", "ter, and the smiths went away."]


def test_a_quote_is_found_whatever_its_signs_and_capitals() -> None:
    assert marked("| THE FORGE | began – work") == ["The forge began work"]


def test_a_page_without_the_quote_has_no_mark() -> None:
    assert marked("The lift broke down in 1911.") == []
    assert marked("The forge closed in 1962.", "") == []
    assert marked(" | ") == []
