from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from tests.index.reading.pdf.conftest import ReadDrawn


def test_dots_that_are_drawn_before_lines_are_marks_of_a_list(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        for n, item in enumerate(("cranes", "tea and", "coffee")):
            canvas.circle(66, 703.5 - 16 * n, 2, fill=1)
            canvas.drawString(74, 700 - 16 * n, item)
        canvas.circle(300, 500, 2, fill=1)  # of a drawing

    assert drawn(page).text == "• cranes\n• tea and\n• coffee"


def test_words_with_a_line_through_them_are_listed_and_underlined_ones_are_read(
    drawn: "ReadDrawn",
) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "It cost three pounds")
        canvas.drawString(170, 700, "and ten pence.")
        gone, end = 60 + canvas.stringWidth("It cost "), 60 + canvas.stringWidth("It cost three")
        canvas.line(gone, 702.8, end, 702.8)
        canvas.line(60, 698.5, 60 + canvas.stringWidth("It cost"), 698.5)
        canvas.line(60, 680, 500, 680)

    read = drawn(page)
    assert read.text == "It cost pounds and ten pence."
    assert [(change.rule, change.before) for change in read.changes] == [("struck out", "three")]
