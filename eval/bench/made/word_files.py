"""Write a page of a made site as a Word file."""

import io
from collections.abc import Iterator
from functools import partial

import docx
from docx.document import Document
from docx.oxml import parse_xml

from eval.bench.made.sites import Site, split_top

_NUMBER = (
    '<w:fldSimple xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'w:instr="{}"><w:r><w:t>7</w:t></w:r></w:fldSimple>'
)


def word_file(site: Site, page: int) -> bytes:
    """Return a page of a site as a Word file."""
    document = docx.Document()
    title, *paragraphs = site.pages[page]
    top, foot = split_top(site.at(page, "every", fact=False))
    for text in (*top, *site.at(page, "bar", fact=False), *site.at(page, "crumb", fact=False)):
        document.add_paragraph(text)
    document.add_heading(title, 1)
    for text in _word_facts(site, page, paragraphs):
        document.add_paragraph(text)
    for text in site.at(page, "list", fact=True):
        document.add_paragraph(text, style="List Bullet")
    _word_table(document, [row.split(" | ") for row in site.at(page, "table", fact=True)])
    for text in (*site.at(page, "pointer", fact=False), *foot):
        document.add_paragraph(text)
    _word_edges(document, site, page)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _word_facts(site: Site, page: int, paragraphs: list[str]) -> Iterator[str]:
    """Yield the text of a page with its facts, a paragraph each."""
    facts = partial(site.at, page, fact=True)
    yield from (*facts("every"), paragraphs[0], *facts("body"), " ".join(paragraphs[1:]))
    yield from (*facts("run"), *facts("link"), "\n".join(facts("code")), *facts("foot"))


def _word_table(document: Document, rows: list[list[str]]) -> None:
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                table.cell(i, j).text = cell


def _word_edges(document: Document, site: Site, page: int) -> None:
    """Write facts, and numbers of pages, into the head and foot of the pages."""
    section = document.sections[0]
    for text in site.at(page, "box", fact=True):
        section.header.add_paragraph(text)
    for text in (*site.at(page, "frame", fact=True), *site.at(page, "everyfoot", fact=True)):
        section.footer.add_paragraph(text)
    for text in site.at(page, "pageno", fact=False):
        paragraph = section.footer.add_paragraph()
        fields = text.replace("{pages}", "{NUMPAGES}").replace("{page}", "{PAGE}")
        for piece in fields.replace("}", "{").split("{"):
            if piece.isupper():
                paragraph._p.append(parse_xml(_NUMBER.format(piece)))
            else:
                paragraph.add_run(piece)
