import fpdf
import pytest
from PIL import Image

from index.reading.extracted import UnusableError
from index.reading.pdf.pdf_format import read_pdf


def pdf_of(pages: list[list[str]], **options: str) -> bytes:
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=12)
    for lines in pages:
        pdf.add_page()
        for line in lines:
            pdf.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    if "password" in options:
        pdf.set_encryption("owner", options["password"])
    if "title" in options:
        pdf.set_title(options["title"])
    return bytes(pdf.output())


def test_running_heads_of_a_pdf_are_read_once_page_numbers_left_out_and_both_listed() -> None:
    pages = [["Prices of 1 March 2024", f"Sheep: {n}00.", "In all 5.", str(n)] for n in range(4, 9)]
    read = read_pdf(pdf_of(pages))
    assert read.text.split("\n") == [
        "Prices of 1 March 2024",
        *(line for page in pages for line in page[1:3]),
    ]
    rules = [change.rule.split(":")[0] for change in read.changes]
    assert rules == ["running head"] * 4 + ["page number"] * 5


def test_a_number_at_the_foot_of_a_pdf_page_that_counts_no_pages_stays() -> None:
    read = read_pdf(pdf_of([["A", "7"], ["B", "9"], ["C", "4"]]))
    assert read.text.split("\n") == ["A", "7", "B", "9", "C", "4"]


def test_a_pdf_with_a_password_is_said_to_be_encrypted() -> None:
    with pytest.raises(UnusableError, match="encrypted"):
        read_pdf(pdf_of([["Secret"]], password="sesame"))


def test_a_pdf_of_pictures_asks_for_text_recognition() -> None:
    scanned = fpdf.FPDF()
    scanned.add_page()
    scanned.image(Image.new("RGB", (400, 300)))
    with pytest.raises(UnusableError, match="OCR"):
        read_pdf(bytes(scanned.output()))
    with pytest.raises(UnusableError, match=r"holds no text$"):
        read_pdf(pdf_of([[]]))


@pytest.mark.parametrize(
    ("title", "kept"),
    [("The bridge", "The bridge"), ("Microsoft Word - draft.doc", None), ("Untitled", None)],
)
def test_a_pdf_title_is_taken_unless_a_tool_wrote_it(title: str, kept: str | None) -> None:
    assert read_pdf(pdf_of([["Text"]], title=title)).title == kept
