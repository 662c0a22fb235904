"""Read a Word file with `python-docx`: headings, paragraphs, tables and notes.

What heads and foots of pages say is read once. Hidden text and page numbers are left out and
listed.
"""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from index.cleaning.cleaning import Change
from index.cleaning.furniture import has_figure
from index.reading.extracted import Extracted, UnusableError, iso_date, plain_line, readable
from index.unread import Unread

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_OLD_FILE = b"\xd0\xcf\x11\xe0"  # how an OLE file starts: old .doc, or .docx with a password
_PAGE_FIELD = re.compile(r"\b(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_LETTERS = re.compile(r"[^\W\d]+")
_WORDS_OF_A_PAGE_NUMBER = 2  # "Page … of …", "Seite … von …"
_UNPACKED_LIMIT = 500_000_000  # bytes; more is an attack on the memory, not an article


def read_docx(raw: bytes) -> Extracted:
    """Read a Word file; raises `UnusableError` for one that is encrypted or damaged."""
    if raw.startswith(_OLD_FILE):
        raise UnusableError(Unread.CLOSED_WORD)
    with readable(Unread.DAMAGED_WORD):  # zip, XML and package errors of many kinds
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _UNPACKED_LIMIT:
                raise UnusableError(Unread.PACKED_TOO_LARGE, size=_UNPACKED_LIMIT / 1e6)
        return _read(docx.Document(io.BytesIO(raw)))


def _read(document: Document) -> Extracted:
    changes: list[Change] = []
    blocks = [block for block in _blocks(document, changes) if block.strip()]
    heads, foots = _running(document, blocks, changes)
    title, rest = blocks[:1], blocks[1:]  # the first block may be the title
    blocks = [*title, *heads, *rest, *_notes(document, changes), *foots]
    text = "\n\n".join(block for block in blocks if block.strip())
    parts = {rel.reltype for rel in document.part.package.rels.values()}
    if RELATIONSHIP_TYPE.CORE_PROPERTIES not in parts:
        return Extracted(text, changes=tuple(changes))
    about = document.core_properties
    return Extracted(text, plain_line(about.title), iso_date(about.created), None, tuple(changes))


def _blocks(story: BlockItemContainer | Document, changes: list[Change]) -> Iterator[str]:
    for block in story.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join(_rows(block, changes))
        else:
            yield _paragraph(block, changes)


def _running(
    document: Document, blocks: list[str], changes: list[Change]
) -> tuple[list[str], list[str]]:
    """Return what heads and what foots of the pages say and the text does not, each line once."""
    said = {line.lstrip("#").strip() for block in blocks for line in block.split("\n")}
    found: tuple[list[str], list[str]] = ([], [])
    for section in document.sections:
        parts = [section.header, section.footer]
        if section.different_first_page_header_footer:
            parts = [section.first_page_header, section.first_page_footer, *parts]
        if document.settings.odd_and_even_pages_header_footer:
            parts += [section.even_page_header, section.even_page_footer]
        for place, part in enumerate(parts):
            if not part.is_linked_to_previous:
                found[place % 2].extend(_unsaid(part, said, changes))
    return found


def _unsaid(part: BlockItemContainer, said: set[str], changes: list[Change]) -> Iterator[str]:
    """Yield the lines of a head or foot that were not said yet, and list each line of it once."""
    _drop_page_numbers(part._element, changes)
    for line in (line.strip() for block in _blocks(part, changes) for line in block.split("\n")):
        if line and line not in said:
            said.add(line)
            changes.append(Change("running head", line, "(read once)"))
            yield line
        elif line and not any(change.before == line for change in changes):
            changes.append(Change("running head: the text says it", line, ""))


def _drop_page_numbers(story: etree._Element, changes: list[Change]) -> None:
    """Take out the fields that count pages.

    A line that says no more than "Page 1 of 3" goes with them.
    """
    for paragraph in story.iter(f"{_W}p"):
        line, shown = "".join(paragraph.itertext(f"{_W}t")).strip(), _field_texts(paragraph)
        if not shown:
            continue
        rest = "".join(node.text or "" for node in paragraph.iter(f"{_W}t") if node not in shown)
        whole = len(_LETTERS.findall(rest)) <= _WORDS_OF_A_PAGE_NUMBER and not has_figure(rest)
        for node in list(paragraph.iter(f"{_W}t")) if whole else shown:
            node.text = ""
        left = "" if whole else rest.strip()
        changes.append(Change("page number: a field that counts pages", line, left))


def _field_texts(paragraph: etree._Element) -> list[etree._Element]:
    """Return the pieces of text that Word computes as the number of a page or of all pages."""
    found: list[etree._Element] = []
    code: str | None = None  # of the field that we are in, None outside
    for node in paragraph.iter():
        if node.tag == f"{_W}fldSimple" and _PAGE_FIELD.search(node.get(f"{_W}instr") or ""):
            found += node.iter(f"{_W}t")
        elif node.tag == f"{_W}fldChar":
            code = {"begin": "", "end": None}.get(node.get(f"{_W}fldCharType") or "", code)
        elif node.tag == f"{_W}instrText" and code is not None:
            code += node.text or ""
        elif node.tag == f"{_W}t" and code and _PAGE_FIELD.search(code):
            found.append(node)
    return found


def _paragraph(paragraph: Paragraph, changes: list[Change]) -> str:
    text = _text(paragraph._p, changes)
    if not text.strip():
        return ""
    # Looking up the default style takes most of the time of reading.
    named = paragraph._p.style is not None
    style = (paragraph.style.name or "") if named and paragraph.style is not None else ""
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
    """Return the text as Word shows it: insertions in, deletions out.

    Text formatted as hidden is listed instead.
    """
    pieces: list[str] = []
    for node in element.iter(f"{_W}t", f"{_W}p", *_MARKS):
        if any(parent.tag == _FALLBACK for parent in node.iterancestors()):
            continue
        run = next(node.iterancestors(f"{_W}r"), None)
        mark = _MARKS.get(node.tag, "\n" if pieces else "")
        text = (node.text or "") if node.tag == f"{_W}t" else mark
        if run is not None and _is_hidden(run):
            if text.strip():
                changes.append(Change("hidden", text.strip(), ""))
            continue
        pieces.append(text)
    return "".join(pieces).strip("\n")


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")
