import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Inches

from index.reading.word.docx_format import read_docx


def word_file(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


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


def test_a_head_in_a_content_control_is_read_and_its_page_number_is_not() -> None:
    document = docx.Document()
    document.add_paragraph("The bridge is 240 metres long.")
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    number = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    fact = "<w:p><w:r><w:t>Valid from 1 March 2024</w:t></w:r></w:p>"
    control = f"<w:sdt {namespace}><w:sdtContent>{fact}{number}</w:sdtContent></w:sdt>"
    document.sections[0].header.paragraphs[0]._p.addnext(parse_xml(control))
    read = read_docx(word_file(document))
    assert read.text.split("\n\n") == ["The bridge is 240 metres long.", "Valid from 1 March 2024"]
    assert [change.before for change in read.changes] == ["7", "Valid from 1 March 2024"]


def test_the_head_of_a_first_page_that_an_earlier_section_gives_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("Oak costs 41 pounds.")
    document.sections[0].first_page_header.paragraphs[0].text = "Valid from 1 March 2024"
    document.add_section().different_first_page_header_footer = True
    document.add_paragraph("Larch costs 31 pounds.")
    assert read_docx(word_file(document)).text.split("\n\n")[1] == "Valid from 1 March 2024"


def test_the_heads_and_feet_of_many_sections_are_all_read() -> None:
    document = docx.Document()
    document.add_paragraph("Oak costs 41 pounds.")
    told: list[str] = []
    for number in range(30):
        section = document.add_section() if number else document.sections[0]
        section.different_first_page_header_footer = True
        for part in (section.header, section.first_page_header, section.footer):
            part.is_linked_to_previous = False
            told.append(f"Part {len(told) * 100} of the list")
            part.paragraphs[0].text = told[-1]
    read = read_docx(word_file(document)).text.split("\n\n")
    assert sorted(read) == sorted(["Oak costs 41 pounds.", *told])
