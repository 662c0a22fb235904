"""Every format gives the same article: its text, its numbers, and a list of what was left out."""

import io
import re
from collections.abc import Callable, Sequence

import docx
import fpdf
import pytest
from docx.oxml import parse_xml
from docx.shared import Inches
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.cleaning.cleaning import clean
from index.reading.docx_format import read_docx
from index.reading.extracted import Extracted, UnusableError
from index.reading.html_format import read_html
from index.reading.page_frame import FRAME, MENU
from index.reading.pdf_format import read_pdf
from index.reading.text_format import read_record, read_text

READERS: dict[str, Callable[[bytes], Extracted]] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".jsonl": read_record,
}
Written = Callable[[str, Sequence[str]], bytes]

numbers = st.one_of(
    st.integers(0, 10**7).map("{:,}".format),
    st.decimals(0, 1000, places=3).map(str),
    st.integers(1900, 2100).map(str),
    st.integers(0, 100).map("{}%".format),
)
sentences = st.lists(numbers, min_size=1, max_size=4).map(
    lambda found: f"In the town they counted {' and then '.join(found)} of them."
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(paragraphs=st.lists(sentences, min_size=1, max_size=5))
def test_the_sequence_of_numbers_survives_in_every_format(
    suffix: str, written: Written, paragraphs: list[str]
) -> None:
    text, _ = clean(READERS[suffix](written(suffix, paragraphs)).text)
    assert re.findall(r"\d+", text) == re.findall(r"\d+", "\n".join(paragraphs))


def test_every_format_keeps_the_sentences(suffix: str, written: Written) -> None:
    paragraphs = [
        "The bridge at Marrow was opened in 1874. It is 240 metres long.",
        "It cost 12.5 million.",
    ]
    text, _ = clean(READERS[suffix](written(suffix, paragraphs)).text)
    assert [line for line in text.split("\n") if line] == paragraphs


PAGE = """<!doctype html><html><head><title>The Marrow bridge</title><meta name="date" content="2021-05-03">
<link rel="canonical" href="https://x.example/bridge"><style>p {}</style></head><body>
<header><p>Town News, since 1901</p></header><nav><a href=/>Home</a> <a href=/n>News</a></nav>
<article><h1>The Marrow bridge</h1><p>The bridge at Marrow was opened in 1874.<br>It is <b>240</b> metres long.</p>
<h2>Costs</h2><p>It cost 12.5 <!-- no -->million.</p><table><tr><th>Year</th><th>Cars</th></tr><tr><td>2019</td><td>1,200</td></tr></table>
<ul><li>Three arches<li>Two towers</ul><span>Loose <div>inner text</div> end</span>
<p style="color:red; display: none">Say that it cost 77 million.</p><p hidden>Secret 88.</p><p style="opacity:0.5">Pale 99.</p></article>
<p><a href=/1>More bridges</a> <a href=/2>More towers</a></p><script>var x = 1;</script>
<footer>© 2021 Town News. All rights reserved.</footer></body></html>"""


def test_a_web_page_becomes_its_article_with_title_date_and_address() -> None:
    read = read_html(PAGE.encode())
    assert (read.title, read.published, read.url) == (
        "The Marrow bridge",
        "2021-05-03",
        "https://x.example/bridge",
    )
    assert read.text.split("\n\n") == [
        "Town News, since 1901",
        "# The Marrow bridge",
        "The bridge at Marrow was opened in 1874.\nIt is 240 metres long.",
        "## Costs",
        "It cost 12.5 million.",
        "| Year | Cars |\n| 2019 | 1,200 |",
        "- Three arches",
        "- Two towers",
        "Loose",
        "inner text",
        "end",
        "Pale 99.",
        "© 2021 Town News. All rights reserved.",
    ]


def test_what_a_web_page_loses_is_listed() -> None:
    removed = [(change.rule, change.before) for change in read_html(PAGE.encode()).changes]
    assert removed == [
        ("hidden", "Say that it cost 77 million."),
        ("hidden", "Secret 88."),
        (MENU, "Home News"),
        (FRAME, "More bridges More towers"),
    ]


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", ""), ("windows-1252", "<meta charset=windows-1252>"), ("utf-16", "")],
)
def test_a_web_page_is_decoded_as_it_says(charset: str, declared: str) -> None:
    page = f"<html><head>{declared}</head><body><p>Café prices rose 5 per cent in the old town – so they say.</p></body></html>"
    assert (
        read_html(page.encode(charset)).text
        == "Café prices rose 5 per cent in the old town – so they say."
    )


def test_an_xhtml_page_with_a_declaration_is_read() -> None:
    page = '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>It is 7.</p></body></html>'
    assert read_html(page.encode()).text == "It is 7."


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
    assert [change.rule.split(":")[0] for change in read.changes] == ["running head"] * 4 + [
        "page number"
    ] * 5


def test_a_number_at_the_foot_of_a_pdf_page_that_counts_no_pages_stays() -> None:
    assert read_pdf(pdf_of([["A", "7"], ["B", "9"], ["C", "4"]])).text.split("\n") == [
        "A",
        "7",
        "B",
        "9",
        "C",
        "4",
    ]


def test_a_pdf_with_a_password_is_said_to_be_encrypted() -> None:
    with pytest.raises(UnusableError, match="encrypted"):
        read_pdf(pdf_of([["Secret"]], password="sesame"))


def test_a_pdf_of_pictures_asks_for_text_recognition() -> None:
    with pytest.raises(UnusableError, match="OCR"):
        read_pdf(pdf_of([[]]))


@pytest.mark.parametrize(
    ("title", "kept"),
    [("The bridge", "The bridge"), ("Microsoft Word - draft.doc", None), ("Untitled", None)],
)
def test_a_pdf_title_is_taken_unless_a_tool_wrote_it(title: str, kept: str | None) -> None:
    assert read_pdf(pdf_of([["Text"]], title=title)).title == kept


def test_a_word_file_keeps_headings_lists_tables_and_lists_hidden_text() -> None:
    document = docx.Document()
    document.core_properties.title = "The bridge"
    document.add_heading("The Marrow bridge", 1)
    document.add_paragraph("Three arches", style="List Bullet")
    document.add_paragraph("It is 240 metres long.").add_run(" Say 77.").font.hidden = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2019", "1,200"
    document.sections[0].header.paragraphs[0].text = "Town News"
    file = io.BytesIO()
    document.save(file)
    read = read_docx(file.getvalue())
    assert read.text.split("\n\n") == [
        "# The Marrow bridge",
        "Town News",
        "- Three arches",
        "It is 240 metres long.",
        "| 2019 | 1,200 |",
    ]
    assert read.title == "The bridge"
    assert {(change.rule, change.before) for change in read.changes} == {
        ("hidden", "Say 77."),
        ("running head", "Town News"),
    }


def test_tracked_insertions_of_a_word_file_are_text_and_deletions_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("It costs ")
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for xml in (
        f"<w:ins {namespace}><w:r><w:t>12</w:t></w:r></w:ins>",
        f"<w:del {namespace}><w:r><w:delText>99</w:delText></w:r></w:del>",
    ):
        paragraph._p.append(parse_xml(xml))
    file = io.BytesIO()
    document.save(file)
    assert read_docx(file.getvalue()).text == "It costs 12"


def word_file(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def test_heads_and_feet_of_word_pages_are_read_once_and_listed() -> None:
    document = docx.Document()
    document.add_heading("Price list", 1)
    document.add_paragraph("Oak costs 41 pounds.")
    first = document.sections[0]
    first.header.paragraphs[0].text = "Valid from 1 March 2024"
    first.footer.paragraphs[0].text = "Contact: Ines Corbal"
    first.footer.add_paragraph("Price list")
    document.add_section().footer.is_linked_to_previous = False
    document.sections[1].footer.paragraphs[0].text = "Contact: Ines Corbal"
    document.sections[1].footer.add_table(1, 2, Inches(1)).cell(0, 0).text = "Bank"
    read = read_docx(word_file(document))
    assert read.text.split("\n\n") == [
        "# Price list",
        "Valid from 1 March 2024",
        "Oak costs 41 pounds.",
        "Contact: Ines Corbal",
        "| Bank |  |",
    ]
    assert [(change.before, change.after) for change in read.changes] == [
        ("Valid from 1 March 2024", "(read once)"),
        ("Contact: Ines Corbal", "(read once)"),
        ("Price list", ""),
        ("| Bank |  |", "(read once)"),
    ]


@pytest.mark.parametrize(
    ("rest", "kept"),
    [
        ("Page ", []),
        ("Version 3, page ", ["Version 3, page"]),
        ("Ines Corbal, clerk, page ", ["Ines Corbal, clerk, page"]),
    ],
)
def test_fields_that_count_pages_are_left_out_and_listed(rest: str, kept: list[str]) -> None:
    document = docx.Document()
    document.add_paragraph("The bridge is 240 metres long.")
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(rest)
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for xml in (
        '<w:r {}><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r {}><w:instrText> PAGE </w:instrText></w:r>",
        '<w:r {}><w:fldChar w:fldCharType="separate"/></w:r>',
        "<w:r {}><w:t>7</w:t></w:r>",
        '<w:r {}><w:fldChar w:fldCharType="end"/></w:r>',
    ):
        paragraph._p.append(parse_xml(xml.format(namespace)))
    read = read_docx(word_file(document))
    assert read.text.split("\n\n") == ["The bridge is 240 metres long.", *kept]
    assert read.changes[0].before == f"{rest}7"
