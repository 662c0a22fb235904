from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from matplotlib import get_data_path
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
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


def test_text_raised_as_browsers_do_and_lowered_in_the_same_line_is_read(
    drawn: "ReadDrawn",
) -> None:
    def page(canvas: Canvas) -> None:
        line = canvas.beginText(60, 700)
        for piece, size, rise in (
            *(("The yard has 30 m", 12, 0), ("2", 10, 4.5)),
            *((" and gave off CO", 12, 0), ("2", 10, -5.5), (".", 12, 0)),
        ):
            line.setFont("Helvetica", size)
            line.setRise(rise)
            line.textOut(piece)
        canvas.drawText(line)

    assert drawn(page).text == "The yard has 30 m² and gave off CO₂."


def test_scripts_from_right_to_left_are_read_from_the_right(drawn: "ReadDrawn") -> None:
    pdfmetrics.registerFont(TTFont("DejaVu", Path(get_data_path()) / "fonts/ttf/DejaVuSans.ttf"))

    def page(canvas: Canvas) -> None:
        canvas.setFont("DejaVu", 11)
        for y, words in (
            (700, ("םירטמ", "240", "וכרואו")),
            (600, ("The word", "םולש", "is hello.")),
        ):
            place = 60.0
            for word in words:  # as they are seen from left to right, letter by letter
                canvas.drawString(place, y, word)
                place += canvas.stringWidth(f"{word} ")

    assert drawn(page).text.split("\n") == ["ואורכו 240 מטרים", "The word שלום is hello."]


@pytest.mark.parametrize(
    ("mark", "text", "read"),
    [
        ("1", "Preliminary report of May", "[1] Preliminary report of May"),
        ("4", "A wing meets the air", "[4] A wing meets the air"),
        ("12", "of them", "[12] of them"),
        ("235", "U decays", "²³⁵U decays"),
        ("13", "C-NMR spectra", "¹³C-NMR spectra"),
        ("18", "F, a tracer", "¹⁸F, a tracer"),
        ("131", "I therapy", "¹³¹I therapy"),
        ("3", "He/He ratio", "³He/He ratio"),
        ("1", "H NMR", "¹H NMR"),
        ("1", "I thank the parish", "[1] I thank the parish"),
        ("7", "In 1990 it fell", "[7] In 1990 it fell"),
        ("2", "USA only", "[2] USA only"),
    ],
)
def test_the_number_of_a_note_stands_apart_from_its_text(
    drawn: "ReadDrawn", mark: str, text: str, read: str
) -> None:
    def page(canvas: Canvas) -> None:
        line = canvas.beginText(60, 700)
        line.setFont("Helvetica", 6)
        line.setRise(4)
        line.textOut(mark)
        line.setFont("Helvetica", 10)
        line.setRise(0)
        line.textOut(text)
        canvas.drawText(line)

    assert drawn(page).text == read


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["^14", "CO", "_2", " was used"], "¹⁴CO₂ was used"),
        (["^235", "UF", "_6", " gas"], "²³⁵UF₆ gas"),
        (["^1", "/", "_2", " cup of sugar"], "1/2 cup of sugar"),
        (["^1", "/", "~2", " cup of sugar"], "1/2 cup of sugar"),
        (["^1", "⁄", "_2", " cup of sugar"], "1⁄2 cup of sugar"),
        (["1 ", "^3", "/", "~4", " inch bolt"], "1 3/4 inch bolt"),
        (["^^1", "^2", "Report of May"], "[1] [2] Report of May"),
    ],
)
def test_raised_numbers_before_a_line_lose_none(
    drawn: "ReadDrawn", pieces: list[str], text: str
) -> None:
    """`^^` stands for a mark raised above others, `~` for small digits on the line."""
    moves = {"^^": (5, 7.0), "^": (7, 3.5), "_": (7, -2.0), "~": (7, 0.0), "": (10, 0.0)}

    def page(canvas: Canvas) -> None:
        line = canvas.beginText(60, 700)
        for piece in pieces:
            sign = piece[: len(piece) - len(piece.lstrip("^_~"))]
            size, rise = moves[sign]
            line.setFont("Helvetica", size)
            line.setRise(rise)
            line.textOut(piece.removeprefix(sign))
        canvas.drawText(line)

    assert drawn(page).text == text
