from itertools import zip_longest
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.index.reading.pdf.conftest import FORGE, LIFT, MILL, lines, put, put_rows

if TYPE_CHECKING:
    from tests.index.reading.pdf.conftest import ReadDrawn


@pytest.mark.parametrize("texts", [(MILL, FORGE), (MILL, FORGE, LIFT)])
@pytest.mark.parametrize("order", ["row by row", "column by column"])
@pytest.mark.parametrize("offset", [0, 5])
def test_columns_are_read_one_after_the_other_under_a_heading_over_all(
    drawn: "ReadDrawn", texts: tuple[str, ...], order: str, offset: float
) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawCentredString(300, 810, "Works of the valley and what became of each of them")
        width = 480 // len(texts)
        columns = [lines(text, width) for text in texts]
        places = [
            (number * (width + 20) + 50, 780 - 13 * row - offset * number, line)
            for row, cells in enumerate(zip_longest(*columns))
            for number, line in enumerate(cells)
            if line
        ]
        for x, y, line in places if order == "row by row" else sorted(places, key=lambda it: it[0]):
            canvas.drawString(x, y, line)

    read = drawn(page).text.split("\n\n")
    assert read == ["Works of the valley and what became of each of them", *texts]


def test_text_over_the_whole_width_below_columns_follows_them(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, lines(MILL, 230), 50)
        low = put(canvas, lines(FORGE, 230), 320)
        put(canvas, lines(LIFT, 500), 50, low - 20)

    assert drawn(page).text.split("\n\n") == [MILL, FORGE, LIFT]


def test_a_column_goes_on_at_the_top_of_the_next_within_a_sentence(drawn: "ReadDrawn") -> None:
    both = lines(f"{MILL} {FORGE}", 230)

    def page(canvas: Canvas) -> None:
        put(canvas, both[:5], 50)
        put(canvas, both[5:], 320)

    assert drawn(page).text == f"{MILL} {FORGE}"


def test_items_of_a_list_are_no_table(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        for number, text in enumerate(("Soap stays out.", "Dogs stay out.", "No glass.")):
            canvas.drawString(60, 700 - 14 * number, "•")
            canvas.drawString(80, 700 - 14 * number, text)

    assert drawn(page).text.split("\n") == [
        "• Soap stays out.",
        "• Dogs stay out.",
        "• No glass.",
    ]


def test_a_table_within_a_column_is_of_that_column_alone(drawn: "ReadDrawn") -> None:
    rows = [("Harbour", "Area", "Loss"), ("Elmstow", "8,200", "0.11"), ("Tarn", "9,700", "0.09")]

    def page(canvas: Canvas) -> None:
        put(canvas, lines(f"{MILL} {FORGE}", 220), 60, 700)
        put_rows(canvas, rows, (310, 390, 460), 697)
        put(canvas, lines(f"{LIFT} {MILL}", 220), 310, 640)

    text = drawn(page).text
    assert text.startswith(f"{MILL} {FORGE}")
    assert "| Elmstow | 8,200 | 0.11 |\n| Tarn | 9,700 | 0.09 |" in text
    assert f"{LIFT} {MILL}" in text
