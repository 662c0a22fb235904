"""Find the paragraphs, tables, rows and cells of a story, through all that Word wraps them in."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from index.reading.word.names import (
    CELL,
    COMPATIBLE,
    PARAGRAPH,
    TABLE,
    TAKEN_AWAY,
    TEXT,
    W,
    is_placeholder,
    value,
)
from index.reading.word.numbering import BULLET
from index.reading.word.runs import PLACEHOLDER

CHUNK = f"{W}altChunk"
CONTENTS = "table of contents: the headings say it"
_UNITS = (PARAGRAPH, TABLE, CHUNK)
_GALLERY = "sdtPr/docPartObj/docPartGallery"
_PROPERTIES = frozenset(f"{W}{name}Pr" for name in "r p tbl tblGrid tr tc sect sdt sdtEnd".split())


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or table; `mark` is what Markdown puts before it.

    `aside` says that it floats over the text or is a note on it, so that no cell holds it.
    """

    text: str
    mark: str = ""
    aside: bool = False
    bold: bool = False

    @property
    def markdown(self) -> str:
        """Return the block as it stands in an article."""
        return f"{self.mark}{self.text}"

    @property
    def in_cell(self) -> str:
        """Return the block as it stands in a row of a table, in one line."""
        if not self.text:
            return self.mark
        bullet = f"{BULLET} " if self.mark == "- " else ""
        return f"{bullet}{' '.join(self.text.split())}"


def units(container: etree._Element, taken: str = "") -> Iterator[tuple[etree._Element, str]]:
    """Yield the paragraphs, tables and embedded files in order, with why each is left out.

    `taken` is why the whole of the container is, empty where it is not.
    """
    for node in container:
        if node.tag in _UNITS:
            yield node, taken
        elif node.tag == f"{W}sdt":
            yield from units(node, taken or _reason(node))
        elif node.tag == f"{COMPATIBLE}AlternateContent":
            yield from units(next((it for it in node if _has_text(it)), node), taken)
        elif node.tag not in _PROPERTIES and len(node):
            yield from units(node, taken or TAKEN_AWAY.get(node.tag, ""))


def inside(
    parent: etree._Element, name: str, taken: str = ""
) -> Iterator[tuple[etree._Element, str]]:
    """Yield the rows of a table or the cells of a row, with why each is left out."""
    for node in parent:
        if node.tag == name:
            yield node, taken or _revised(node)
        elif node.tag == f"{W}sdt":
            yield from inside(node, name, taken or _reason(node))
        elif node.tag not in _PROPERTIES and len(node):
            yield from inside(node, name, taken or TAKEN_AWAY.get(node.tag, ""))


def goes_on(paragraph: etree._Element) -> bool:
    """Tell whether the end of a paragraph was deleted, so that it goes on in the next one."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(tag) is not None for tag in TAKEN_AWAY)


def _reason(control: etree._Element) -> str:
    """Return why the text of a content control is no text of the article, empty if it is."""
    if value(control, _GALLERY) == "Table of Contents":
        return CONTENTS
    return PLACEHOLDER if is_placeholder(control) else ""


def _revised(node: etree._Element) -> str:
    """Return why a row or cell is gone, empty if it is not."""
    path = f"{W}tcPr/{W}cellDel" if node.tag == CELL else f"{W}trPr/{W}del"
    return "" if node.find(path) is None else TAKEN_AWAY[f"{W}del"]


def _has_text(node: etree._Element) -> bool:
    return next(node.iter(TEXT), None) is not None
