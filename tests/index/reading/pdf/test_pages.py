import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from index.unread import PAGES_UNREAD
from tests.index.reading.pdf.conftest import FORGE, MILL, lines, put

if TYPE_CHECKING:
    from tests.index.reading.conftest import ReadOne
    from tests.index.reading.pdf.conftest import ReadDrawn


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (50, 70), "grey")), 0, 0, 595, 842)


def said(canvas: Canvas) -> None:
    canvas.drawString(60, 700, "The lock opens at six.")


def test_pages_that_are_only_pictures_are_named(drawn: "ReadDrawn") -> None:
    [change] = drawn(said, picture, picture, said, picture, lambda _: None).changes
    assert (change.rule, change.before) == (PAGES_UNREAD, "3 of 6 pages (2–3, 5)")


def test_text_that_recognition_put_under_a_picture_is_read(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        picture(canvas)
        text = canvas.beginText(60, 700)
        text.setTextRenderMode(3)
        text.textOut("Minutes of 4 May 1911.")
        canvas.drawText(text)

    read = drawn(page)
    assert (read.text, read.changes) == ("Minutes of 4 May 1911.", ())


def test_text_that_a_page_does_not_show_is_listed(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        said(canvas)
        canvas.drawString(60, -30, "Below the page.")
        canvas.setFillGray(1)
        canvas.drawString(60, 600, "White on white.")
        text = canvas.beginText(60, 500)
        text.setTextRenderMode(3)
        text.textOut("Without ink.")
        canvas.drawText(text)

    read = drawn(page)
    assert read.text == "The lock opens at six."
    assert sorted(change.before for change in read.changes) == [
        "Below the page.",
        "White on white. Without ink.",
    ]


def test_white_letters_on_a_dark_ground_are_read(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillGray(0.2)
        canvas.rect(50, 690, 200, 30, fill=1, stroke=0)
        canvas.setFillGray(1)
        said(canvas)

    assert drawn(page).text == "The lock opens at six."


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_as_if_it_stood(
    drawn: "ReadDrawn", angle: int
) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 420)
        canvas.rotate(angle)
        put(canvas, lines(MILL, 300), -200, 100)

    assert drawn(page).text == MILL


def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        put(canvas, lines(MILL, 300), 60, 500)

    assert drawn(page).text == MILL


def test_words_on_the_edge_and_across_the_page_break_no_sentence(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, lines(MILL, 300), 60, 700)
        canvas.translate(30, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Draft of May")
        canvas.rotate(-45)
        canvas.drawString(200, 0, "NOT FINAL")

    assert drawn(page).text.split("\n\n") == [MILL, "Draft of May", "NOT FINAL"]


def test_an_article_knows_where_its_pages_begin(read_one: "ReadOne") -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    for text in (MILL, FORGE, MILL):
        put(canvas, lines(f"{text}\u200b"))
        canvas.showPage()
    canvas.save()
    article = read_one("valley.pdf", file.getvalue())
    assert [(article.text[start : start + 9], page) for start, page in article.pages] == [
        (MILL[:9], 1),
        (FORGE[:9], 2),
        (MILL[:9], 3),
    ]


def test_a_page_without_text_begins_where_the_next_one_does(drawn: "ReadDrawn") -> None:
    def told(canvas: Canvas) -> None:
        put(canvas, lines(MILL))

    read = drawn(picture, said, picture, picture, told, picture)
    first, last = read.text.index(MILL), len(read.text)
    assert read.pages == ((0, 1), (0, 2), (first, 3), (first, 4), (first, 5), (last, 6))


def test_a_page_begins_within_a_paragraph_that_goes_on_over_it(
    drawn: "ReadDrawn", tmp_path: Path
) -> None:
    wrapped = lines(f"{MILL} {FORGE}")
    read = drawn(lambda canvas: put(canvas, wrapped[:2]), lambda canvas: put(canvas, wrapped[2:]))
    assert read.text == f"{MILL} {FORGE}"
    assert read.text[read.pages[1][0] :] == " ".join(wrapped[2:])


def test_words_drawn_twice_to_look_bold_are_read_once_and_listed(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        for shift in (0, 1):
            for number, word in enumerate("The mill had had 12 wheels".split()):
                canvas.drawString(60 + 30 * number + shift, 700, word)

    read = drawn(page)
    assert read.text == "The mill had had 12 wheels"
    assert [(it.rule, it.before) for it in read.changes] == [("drawn twice", read.text)]


def test_figures_far_apart_that_follow_each_other_are_two(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        line = canvas.beginText(60, 700)
        line.setCharSpace(40)
        line.textOut("00")
        canvas.drawText(line)

    assert drawn(page).text.split() == ["0", "0"]


@pytest.mark.parametrize("font", ["Helvetica", "Helvetica-Oblique", "Times-BoldItalic"])
def test_equal_letters_that_are_drawn_one_by_one_are_not_drawn_twice(
    drawn: "ReadDrawn", font: str
) -> None:
    text = "The village still will install 1111 bells, 11 illicit iii || // :: .."

    def page(canvas: Canvas) -> None:
        canvas.setFont(font, 10)
        place = 60.0
        for letter in text:
            if letter != " ":
                canvas.drawString(place, 700, letter)
            place += canvas.stringWidth(letter, font, 10)

    read = drawn(page)
    assert (read.text, read.changes) == (text, ())


@pytest.mark.parametrize(
    ("spacing", "text", "read"),
    [
        (12, "SPACED TITLE OF 2024", "SPACED TITLE OF 2024"),
        (9, "REPORT 2024", "REPORT 2024"),
        (11, "1234567", "1234567"),
        (40, "000", "0 0 0"),
    ],
)
def test_spaced_letters_are_words_and_figures_of_columns_are_not(
    drawn: "ReadDrawn", spacing: float, text: str, read: str
) -> None:
    def page(canvas: Canvas) -> None:
        line = canvas.beginText(60, 700)
        line.setCharSpace(spacing)
        line.textOut(text)
        canvas.drawText(line)

    assert " ".join(drawn(page).text.split()) == read


def test_a_wide_gap_within_a_piece_of_text_parts_two_words(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        line = canvas.beginText(60, 700)
        line.textOut("1")
        line.setCharSpace(15)
        line.textOut("2")
        line.setCharSpace(0)
        line.textOut("34")
        canvas.drawText(line)

    assert drawn(page).text.split() == ["12", "34"]
