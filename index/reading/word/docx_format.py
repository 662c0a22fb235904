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
from docx.oxml.parser import parse_xml
from lxml import etree

from index.cleaning.cleaning import Change
from index.cleaning.furniture import has_figure
from index.reading.extracted import Extracted, UnusableError, iso_date, plain_line, readable
from index.reading.further.packages import check_sizes
from index.reading.word.drawn import drawn
from index.reading.word.names import W
from index.reading.word.notes import COMMENT, ENDNOTE, FOOTNOTE, Notes
from index.reading.word.numbering import Numbering
from index.reading.word.story import Story
from index.reading.word.styles import Styles
from index.unread import Unread

_NOTES = {
    FOOTNOTE: RELATIONSHIP_TYPE.FOOTNOTES,
    ENDNOTE: RELATIONSHIP_TYPE.ENDNOTES,
    COMMENT: RELATIONSHIP_TYPE.COMMENTS,
}
_OLD_FILE = b"\xd0\xcf\x11\xe0"  # how an OLE file starts: old .doc, or .docx with a password
_PAGE_FIELD = re.compile(r"\b(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_LETTERS = re.compile(r"[^\W\d]+")
_WORDS_OF_A_PAGE_NUMBER = 2  # "Page … of …", "Seite … von …"


def read_docx(raw: bytes) -> Extracted:
    """Read a Word file; raises `UnusableError` for one that is encrypted or damaged."""
    if raw.startswith(_OLD_FILE):
        raise UnusableError(Unread.CLOSED_WORD)
    with readable(Unread.DAMAGED_WORD):  # zip, XML and package errors of many kinds
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            check_sizes(packed)
        return _read(docx.Document(io.BytesIO(raw)))


def _read(document: Document) -> Extracted:
    changes: list[Change] = []
    story = Story(*_parts(document), changes)
    blocks = [block.markdown for block in story.blocks(document.element.body)]
    blocks += [*filter(None, drawn(document, changes)), *(it.markdown for it in story.end())]
    heads, foots = _running(document, story, blocks, changes)
    title, rest = blocks[:1], blocks[1:]  # the first block may be the title
    text = "\n\n".join([*title, *heads, *rest, *foots])
    parts = {rel.reltype for rel in document.part.package.rels.values()}
    if RELATIONSHIP_TYPE.CORE_PROPERTIES not in parts:
        return Extracted(text, changes=tuple(changes))
    about = document.core_properties
    return Extracted(text, plain_line(about.title), iso_date(about.created), None, tuple(changes))


def _parts(document: Document) -> tuple[Styles, Numbering, Notes]:
    """Return what the parts of a document beside its text say."""
    styles = Styles(_root(document, RELATIONSHIP_TYPE.STYLES))
    noted = {kind: _root(document, relation) for kind, relation in _NOTES.items()}
    settings = [
        next(document.element.body.iter(f"{W}sectPr"), None),
        _root(document, RELATIONSHIP_TYPE.SETTINGS),
    ]
    notes = Notes({kind: root for kind, root in noted.items() if root is not None}, settings)
    return styles, Numbering(_root(document, RELATIONSHIP_TYPE.NUMBERING), styles), notes


def _root(document: Document, relation: str) -> etree._Element | None:
    """Return the root of a part that a document has at most once, None without it."""
    for found in document.part.rels.values():
        if found.reltype == relation and not found.is_external:
            return parse_xml(found.target_part.blob)
    return None


def _running(
    document: Document, story: Story, blocks: list[str], changes: list[Change]
) -> tuple[list[str], list[str]]:
    """Return what heads and what foots of the pages say and the text does not, each line once."""
    said = {line.lstrip("#").strip() for block in blocks for line in block.split("\n")}
    found: tuple[list[str], list[str]] = ([], [])
    given: dict[tuple[str, int], BlockItemContainer] = {}  # what a section takes from those before
    told: list[BlockItemContainer] = []
    for section in document.sections:
        pairs = {
            "first": (section.first_page_header, section.first_page_footer),
            "other": (section.header, section.footer),
            "even": (section.even_page_header, section.even_page_footer),
        }
        shown = {"first": section.different_first_page_header_footer, "other": True}
        shown["even"] = document.settings.odd_and_even_pages_header_footer
        for kind, pair in pairs.items():
            given |= {(kind, n): it for n, it in enumerate(pair) if not it.is_linked_to_previous}
            for place in range(2) if shown[kind] else ():
                part = given.get((kind, place))
                if part is not None and not any(part is it for it in told):
                    told.append(part)
                    found[place].extend(_unsaid(part, story, said, changes))
    return found


def _unsaid(
    part: BlockItemContainer, story: Story, said: set[str], changes: list[Change]
) -> Iterator[str]:
    """Yield the lines of a head or foot that were not said yet, and list each line of it once."""
    _drop_page_numbers(part._element, changes)
    blocks = (block.markdown for block in story.blocks(part._element))
    for line in (line.strip() for block in blocks for line in block.split("\n")):
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
    for paragraph in story.iter(f"{W}p"):
        line, shown = "".join(paragraph.itertext(f"{W}t")).strip(), _field_texts(paragraph)
        if not shown:
            continue
        rest = "".join(node.text or "" for node in paragraph.iter(f"{W}t") if node not in shown)
        whole = len(_LETTERS.findall(rest)) <= _WORDS_OF_A_PAGE_NUMBER and not has_figure(rest)
        for node in list(paragraph.iter(f"{W}t")) if whole else shown:
            node.text = ""
        left = "" if whole else rest.strip()
        changes.append(Change("page number: a field that counts pages", line, left))


def _field_texts(paragraph: etree._Element) -> list[etree._Element]:
    """Return the pieces of text that Word computes as the number of a page or of all pages."""
    found: list[etree._Element] = []
    code: str | None = None  # of the field that we are in, None outside
    for node in paragraph.iter():
        if node.tag == f"{W}fldSimple" and _PAGE_FIELD.search(node.get(f"{W}instr") or ""):
            found += node.iter(f"{W}t")
        elif node.tag == f"{W}fldChar":
            code = {"begin": "", "end": None}.get(node.get(f"{W}fldCharType") or "", code)
        elif node.tag == f"{W}instrText" and code is not None:
            code += node.text or ""
        elif node.tag == f"{W}t" and code and _PAGE_FIELD.search(code):
            found.append(node)
    return found
