from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from tests.index.reading.pdf.conftest import ReadDrawn


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["3.2 × 10", "^6", " litres"], "3.2 × 10^6 litres"),
        (["10", "^-3", " of it"], "10^-3 of it"),
        (["1,250 m", "^2", ", or more"], "1,250 m², or more"),
        (["4 m", "^3", "/s of water"], "4 m³/s of water"),
        (["E = mc", "^2", "."], "E = mc²."),
        (["as measured", "^3", " in May"], "as measured [3] in May"),
        (["It cost 1,200", "^4", " pounds"], "It cost 1,200 [4] pounds"),
        (["See the report.", "^12,13", " It rained."], "See the report.[12,13] It rained."),
        (["on the 5", "^th", " of May"], "on the 5th of May"),
        (["the gas CO", "_2", " rose"], "the gas CO₂ rose"),
        (["Fe", "_2", "(SO", "_4", ")", "_3", " dries"], "Fe₂(SO₄)₃ dries"),
        (["only $19", "^99", " each"], "only $19.99 each"),
        (["12", "^2", " = 144"], "12^2 = 144"),
    ],
)
def test_raised_and_lowered_digits_keep_what_they_mean(
    drawn: "ReadDrawn", pieces: list[str], text: str
) -> None:
    def page(canvas: Canvas) -> None:
        line = canvas.beginText(60, 700)
        for piece in pieces:
            moved = {"^": 4, "_": -2}.get(piece[0], 0)
            line.setFont("Helvetica", 7 if moved else 11)
            line.setRise(moved)
            line.textOut(piece[1:] if moved else piece)
        canvas.drawText(line)

    assert drawn(page).text == text


def test_a_power_that_is_drawn_apart_belongs_to_its_number(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "The road is 10")
        canvas.drawString(150, 700, "metres long.")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(128, 705, "3")

    assert drawn(page).text == "The road is 10^3 metres long."
