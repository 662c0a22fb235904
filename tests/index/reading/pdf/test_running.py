from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.index.reading.pdf.conftest import FORGE, LIFT, MILL, lines, put

if TYPE_CHECKING:
    from tests.index.reading.pdf.conftest import Draw, ReadDrawn

TEXT = " ".join((MILL, FORGE, LIFT) * 2)


def pages(count: int, head: str = "", foot: str = "", other: str = "") -> "list[Draw]":
    """Return pages that a text runs over; heads of even pages are the other ones."""
    wrapped = lines(TEXT)
    share = -(-len(wrapped) // count)

    def page(number: int) -> "Draw":
        def draw(canvas: Canvas) -> None:
            above = (other or head) if number % 2 else head
            for text, y in ((above, 815), (foot, 40)):
                if text and number % 2:
                    canvas.drawRightString(535, y, text.format(number + 1))
                elif text:
                    canvas.drawString(60, y, text.format(number + 1))
            put(canvas, wrapped[share * number : share * (number + 1)])

        return draw

    return [page(number) for number in range(count)]


@pytest.mark.parametrize(
    ("head", "foot", "other", "kept"),
    [
        ("", "{}", "", []),
        ("", "- {} -", "", []),
        ("", "Page {} of 4", "", []),
        ("", "Seite {}", "", []),
        ("", "Harbour Board {}", "", ["Harbour Board 1"]),
        ("Report of the board | {}", "", "", ["Report of the board | 1"]),
        ("The board {}", "", "{} The harbour", ["The board 1", "2 The harbour"]),
        ("The board", "{}", "", ["The board"]),
    ],
)
def test_a_sentence_that_goes_over_the_page_is_whole(
    drawn: "ReadDrawn", head: str, foot: str, other: str, kept: list[str]
) -> None:
    read = drawn(*pages(4, head, foot, other))
    parts = read.text.split("\n\n")
    assert TEXT in parts
    assert sorted(part for part in parts if part != TEXT) == sorted(kept)


def test_a_line_that_is_kept_for_the_end_is_told_as_of_its_page(drawn: "ReadDrawn") -> None:
    read = drawn(*pages(4, "The board {}", "", "{} The harbour"))
    assert [page for _, page in read.pages] == [1, 2, 3, 4, 2]
    assert read.text[read.pages[-1][0] :] == "2 The harbour"


def test_every_running_line_that_goes_is_listed(drawn: "ReadDrawn") -> None:
    read = drawn(*pages(4, "Report of the board | {}", "{}"))
    assert [change.before for change in read.changes] == [
        *(f"Report of the board | {number}" for number in (2, 3, 4)),
        *("1", "2", "3", "4"),
    ]


def test_two_pages_are_enough_for_numbers_that_count_them(drawn: "ReadDrawn") -> None:
    read = drawn(*pages(2, "Parish of Marrow, page {} of 2", "{}"))
    assert read.text == f"Parish of Marrow, page 1 of 2\n\n{TEXT}"


def test_roman_numbers_count_pages_too(drawn: "ReadDrawn") -> None:
    def numbered(draw: "Draw", number: str) -> "Draw":
        return lambda canvas: (draw(canvas), canvas.drawCentredString(300, 40, number))

    found = [numbered(*it) for it in zip(pages(4), ("iii", "iv", "v", "vi"), strict=True)]
    assert drawn(*found).text == TEXT


def test_figures_that_count_no_pages_stay(drawn: "ReadDrawn") -> None:
    def page(year: int) -> "Draw":
        return lambda canvas: put(canvas, [f"In {year} boats were counted.", f"{year * year}"])

    found = [page(year) for year in (3, 5, 6, 11)]
    assert drawn(*found).text.split("\n")[1::2] == ["9", "25", "36", "121"]


def test_a_note_at_the_foot_stands_below_the_paragraph_that_goes_on(drawn: "ReadDrawn") -> None:
    def noted(draw: "Draw") -> "Draw":
        def page(canvas: Canvas) -> None:
            draw(canvas)
            canvas.setFont("Helvetica", 7)
            canvas.drawString(60, 60, "1 Minutes of the parish, 1791.")

        return page

    first, second = pages(2)
    read = drawn(noted(first), second)
    assert read.text == f"{TEXT}\n\n1 Minutes of the parish, 1791."
    assert [page for _, page in read.pages] == [1, 2, 1]
    assert read.text[read.pages[-1][0] :].startswith("1 Minutes")
