"""Read a Word file with `python-docx`: headings, paragraphs, tables, foot notes; hidden text is left out and listed."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from index.cleaning import Change
from index.extracted import Extracted, UnusableError, iso_date, plain_line, readable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_OLD_FILE = b"\xd0\xcf\x11\xe0"  # how an OLE file starts: old .doc, or .docx with a password
_UNPACKED_LIMIT = 500_000_000  # bytes; more is an attack on the memory, not an article


def read_docx(raw: bytes) -> Extracted:
    """Read a Word file; raises `UnusableError` for one that is encrypted or damaged."""
    if raw.startswith(_OLD_FILE):
        raise UnusableError("is encrypted or an old .doc file; save it as .docx without a password")
    with readable("is a damaged Word file"):  # zip, XML and package errors of many kinds
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _UNPACKED_LIMIT:
                raise UnusableError("unpacks to more than 500 MB; split it into articles")
        return _read(docx.Document(io.BytesIO(raw)))


def _read(document: Document) -> Extracted:
    changes: list[Change] = []
    blocks = [*_blocks(document, changes), *_notes(document, changes)]
    text = "\n\n".join(block for block in blocks if block.strip())
    if not any(rel.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for rel in document.part.package.rels.values()):
        return Extracted(text, changes=tuple(changes))
    about = document.core_properties
    return Extracted(text, plain_line(about.title), iso_date(about.created), None, tuple(changes))


def _blocks(document: Document, changes: list[Change]) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join(_rows(block, changes))
        else:
            yield _paragraph(block, changes)
    frames = {p.text.strip() for section in document.sections for part in (section.header, section.footer) for p in part.paragraphs}
    changes += [Change("running head", line, "") for line in sorted(frames) if line]


def _paragraph(paragraph: Paragraph, changes: list[Change]) -> str:
    text = _text(paragraph._p, changes)
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if not text.strip():
        return ""
    if style == "Title" or style.startswith("Heading"):
        level = style.removeprefix("Heading").strip()
        return f"{'#' * (int(level) if level.isdecimal() else 1)} {' '.join(text.split())}"
    return f"- {text}" if style.startswith("List") else text


def _rows(table: Table, changes: list[Change]) -> Iterator[str]:
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)  # a merged cell comes once
        yield f"| {' | '.join(' '.join(_text(cell, changes).split()) for cell in cells)} |"


def _notes(document: Document, changes: list[Change]) -> Iterator[str]:
    for rel in document.part.rels.values():
        if rel.reltype in _NOTES:
            for note in etree.fromstring(rel.target_part.blob):
                if note.get(f"{_W}type") in (None, "normal"):
                    yield _text(note, changes)


def _text(element: etree._Element, changes: list[Change]) -> str:
    """Return the text as Word shows it: insertions in, deletions out; text formatted as hidden is listed instead."""
    pieces: list[str] = []
    for node in element.iter(f"{_W}t", f"{_W}p", *_MARKS):
        if any(parent.tag == _FALLBACK for parent in node.iterancestors()):
            continue
        run = next(node.iterancestors(f"{_W}r"), None)
        text = (node.text or "") if node.tag == f"{_W}t" else _MARKS.get(node.tag, "\n" if pieces else "")
        if run is not None and _is_hidden(run):
            if text.strip():
                changes.append(Change("hidden", text.strip(), ""))
            continue
        pieces.append(text)
    return "".join(pieces).strip("\n")


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")
