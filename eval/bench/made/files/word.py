"""Write an article as a Word file, with `python-docx`."""

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph as WordParagraph

from eval.bench.made.files.pieces import Article, Heading, Items, Look, Paragraph, Run, Table

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MARK = f'<w:r {_W}><w:footnoteReference w:id="{{}}"/></w:r>'
_NOTE = '<w:footnote w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_STYLES = ("List {}", "List {} 2", "List {} 3")


def word(article: Article) -> bytes:
    """Write a Word file."""
    document = docx.Document()
    notes: list[str] = []
    for piece in article.pieces:
        if isinstance(piece, Heading):
            document.add_heading(piece.text, piece.level)
        elif isinstance(piece, Paragraph):
            _write(document.add_paragraph(), piece.runs, notes)
        elif isinstance(piece, Items):
            for depth, text in piece.items:
                kind = "Number" if piece.numbered else "Bullet"
                document.add_paragraph(text, _STYLES[depth].format(kind))
        else:
            _write_table(document, piece)
    section = document.sections[0]
    section.header.paragraphs[0].text = article.head
    section.footer.paragraphs[0].text = article.foot
    if notes:
        _add_notes(document, notes)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _write(paragraph: WordParagraph, runs: Sequence[Run], notes: list[str]) -> None:
    for run in runs:
        if run.look is Look.NOTE:
            notes.append(run.text)
            paragraph._p.append(parse_xml(_MARK.format(len(notes))))
            continue
        font = paragraph.add_run(run.text).font
        font.bold = run.look is Look.BOLD or None
        if run.look is Look.RAISED:
            font.superscript = True
        elif run.look is Look.LOWERED:
            font.subscript = True
        font.strike = run.look is Look.STRUCK or None
        font.hidden = run.look is Look.HIDDEN or None


def _write_table(document: Document, table: Table) -> None:
    written = document.add_table(len(table.rows), len(table.rows[0]))
    for y, row in enumerate(table.rows):
        for x, text in enumerate(row):
            if text is None:
                continue
            down, across = table.spans(y, x)
            cell = written.cell(y, x).merge(written.cell(y + down - 1, x + across - 1))
            cell.paragraphs[0].add_run(text).bold = y < table.heads or None


def _add_notes(document: Document, notes: Sequence[str]) -> None:
    told = "".join(_NOTE.format(n, note) for n, note in enumerate(notes, 1))
    blob = f"<w:footnotes {_W}>{told}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), _NOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
