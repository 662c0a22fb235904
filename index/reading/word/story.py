"""Read the blocks of a story of Word, such as its body, a cell, a head of pages, or a note."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from index.cleaning.cleaning import Change
from index.reading.word.names import (
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
    TAKEN_AWAY,
    W,
    number,
    switched,
    value,
)
from index.reading.word.notes import ENDNOTE, Notes, Reference
from index.reading.word.numbering import BULLET, Numbering
from index.reading.word.runs import Content, Inline
from index.reading.word.signs.pieces import Piece, in_line, taken_out
from index.reading.word.styles import Styles, outline_level
from index.reading.word.tables import Cell, Row, table_blocks
from index.reading.word.units import CONTENTS, Block, goes_on, inside, units

_WIDEST = 63  # columns that a table of Word may have
_LONG = 1000  # characters; a cell with more arranges the page and is no fact of a row


class Story:
    """Read the stories of a document, in the order in which its lists and notes count.

    What is left out is added to `changes`.
    """

    def __init__(
        self, styles: Styles, numbering: Numbering, notes: Notes, changes: list[Change]
    ) -> None:
        self._styles, self._numbering, self._notes = styles, numbering, notes
        self._changes = changes
        self._last: list[Reference] = []  # to notes that stand at the end of the document

    def blocks(self, container: etree._Element, taken: str = "") -> Iterator[Block]:
        """Yield what a container of paragraphs and tables holds, in order.

        `taken` is why all of it is left out, empty where it is not.
        """
        carried: list[Piece] = []  # of a paragraph that goes on in the next one
        for node, reason in units(container, taken):
            if node.tag == PARAGRAPH:
                content = self._content(node, reason)
                content.pieces[:0] = carried
                carried = content.pieces if goes_on(node) else []
                if not goes_on(node):
                    found = self._paragraph(content, node.find(f"{W}pPr"), reason)
                    yield from (block for block in found if block.text or container.tag == CELL)
                yield from self._hanging(content)
            elif node.tag == TABLE:
                yield from self._table(node, reason)
            else:
                self._changes.append(Change("embedded file, which is not read", "altChunk", ""))
        if carried:
            yield from self._paragraph(Content(carried), None, taken)

    def end(self) -> Iterator[Block]:
        """Yield the notes that stand at the end of the document, and list those of no text."""
        while self._last:
            yield from self._note(self._last.pop(0))
        for note in self._notes.unused():
            text = " ".join(block.text for block in self.blocks(note))
            self._changes += [Change("note that no text refers to", text, "")] if text else []

    def _content(self, node: etree._Element, taken: str) -> Content:
        style = value(node, "pPr/pStyle")
        listed = CONTENTS if self._styles.name(style).startswith("toc ") else ""
        return Inline(self._styles, self._notes, style, taken or listed).read(node)

    def _paragraph(
        self, content: Content, properties: etree._Element | None, taken: str
    ) -> Iterator[Block]:
        self._changes += [Change(rule, text, "") for rule, text in taken_out(content.pieces)]
        self._changes += [Change("sign that cannot be read", it, "") for it in content.unread]
        text, style = in_line(content.pieces), value(properties, "pStyle")
        gone = taken or (not text.strip() and _is_gone(content, properties))
        label = "" if gone else self._numbering.label(properties, style)
        if not text.strip():
            if label not in ("", BULLET) and not any(piece.taken for piece in content.pieces):
                yield Block("", label)  # rows of tables are numbered so
            return
        outline = number(properties, "outlineLvl")
        level = self._styles.level(style) if outline is None else outline_level(outline)
        text = text if label in ("", BULLET) else f"{label} {text.lstrip()}"
        if level:
            yield Block(" ".join(text.split()), f"{'#' * level} ", bold=content.bold)
        else:
            yield Block(text, "- " if label == BULLET else "", bold=content.bold)

    def _hanging(self, content: Content) -> Iterator[Block]:
        """Yield the text boxes and notes that hang on a paragraph."""
        for box in content.boxes:
            held = [Block(box)] if isinstance(box, str) else self.blocks(box)
            yield from (replace(block, aside=True) for block in held)
        for reference in content.notes:
            if reference.kind == ENDNOTE:
                self._last.append(reference)
            else:
                yield from self._note(reference)

    def _note(self, reference: Reference) -> Iterator[Block]:
        heading = self._notes.heading(reference)
        for block in self.blocks(self._notes.body(reference)):
            yield replace(block, text=f"{heading} {block.text.strip()}".strip(), aside=True)
            heading = ""

    def _table(self, table: etree._Element, taken: str) -> Iterator[Block]:
        read = [self._row(row, gone) for row, gone in inside(table, ROW, taken)]
        rows, held = [row for row, _ in read], [block for _, blocks in read for block in blocks]
        arranges = any(len(cell.text) > _LONG for row in rows for cell in row.cells)
        if arranges or all(len(row.cells) < 2 for row in rows):
            yield from held
            return
        styled = self._styles.shows_heads(table)
        lines = filter(None, table_blocks(rows, styled=styled))
        yield from (Block(text, aside=True) for text in lines)
        yield from (block for block in held if block.aside)

    def _row(self, row: etree._Element, taken: str) -> tuple[Row, list[Block]]:
        cells: list[Cell] = []
        held: list[Block] = []
        for node, reason in inside(row, CELL, taken):
            blocks = list(self.blocks(node, reason))
            held += blocks
            if value(node, "tcPr/hMerge") == "continue" and cells:  # as old files write it
                cells[-1] = replace(cells[-1], across=cells[-1].across + 1)
            elif not reason or reason not in TAKEN_AWAY.values():
                cells.append(self._cell(node, [block for block in blocks if not block.aside]))
        head = bool(switched(row.find(f"{W}trPr"), "tblHeader"))
        return Row(tuple(cells), min(number(row, "trPr/gridBefore") or 0, _WIDEST), head), held

    def _cell(self, cell: etree._Element, blocks: Sequence[Block]) -> Cell:
        text = " ".join(block.in_cell for block in blocks)
        if "|" in text:
            self._changes.append(Change("bar in a cell of a table", text, text.replace("|", "¦")))
        merge, shading = cell.find(f"{W}tcPr/{W}vMerge"), cell.find(f"{W}tcPr/{W}shd")
        fill = "" if shading is None else shading.get(f"{W}fill") or ""
        return Cell(
            text.replace("|", "¦"),
            across=min(max(1, number(cell, "tcPr/gridSpan") or 1), _WIDEST),
            goes_on=merge is not None and merge.get(f"{W}val") != "restart",
            marked=bool(blocks) and all(block.bold for block in blocks),
            fill="" if fill.casefold() in ("auto", "ffffff") else fill,
        )


def _is_gone(content: Content, properties: etree._Element | None) -> bool:
    """Tell an empty paragraph that is not counted: its text was moved, or its end is hidden."""
    revised = any(piece.taken in TAKEN_AWAY.values() for piece in content.pieces)
    mark = None if properties is None else properties.find(f"{W}rPr")
    return revised or bool(switched(mark, "vanish"))
