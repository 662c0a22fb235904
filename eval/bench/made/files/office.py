"""Write an article as a spreadsheet, with `openpyxl`, or as slides, with `python-pptx`."""

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
import pptx
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from pptx.util import Inches

from eval.bench.made.files.pieces import (
    Article,
    Heading,
    Items,
    Look,
    Paragraph,
    Piece,
    Run,
    Table,
    parts,
)

_HEIGHT = {Look.RAISED: "superscript", Look.LOWERED: "subscript"}
_BASE_LINE = {Look.RAISED: "30000", Look.LOWERED: "-25000"}
_TITLE_AND_BODY = 1  # a layout
_ROOM = 7  # inches from the top of a slide, below which its tables stand


def sheet(article: Article) -> bytes:
    """Write a spreadsheet: lines of text and tables, with a blank row between."""
    book = openpyxl.Workbook()
    page = book.active
    row = 1
    for piece in article.pieces:
        if isinstance(piece, Table):
            _write_grid(page, piece, row)
            row += len(piece.rows) + 1
            continue
        for line in _lines(piece):
            page.cell(row, 1).value = line
            row += 1
        row += 1
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _lines(piece: Heading | Paragraph | Items) -> Sequence[str | CellRichText]:
    if isinstance(piece, Heading):
        return [piece.text]
    if isinstance(piece, Items):
        return [text for _, text in piece.items]
    blocks = [TextBlock(_inline_font(run.look), run.text) for run in piece.runs]
    return [CellRichText(*blocks) if len(blocks) > 1 else piece.runs[0].text]


def _inline_font(look: Look) -> InlineFont:
    bold, struck = look is Look.BOLD, look is Look.STRUCK
    return InlineFont(vertAlign=_HEIGHT.get(look), b=bold or None, strike=struck or None)


def _write_grid(page: Worksheet, table: Table, top: int) -> None:
    for y, row in enumerate(table.rows):
        for x, text in enumerate(row):
            if text is None:
                continue
            cell = page.cell(top + y, 1 + x)
            cell.value, cell.font = text, Font(bold=y < table.heads)
            down, across = table.spans(y, x)
            if down * across > 1:
                page.merge_cells(None, top + y, 1 + x, top + y + down - 1, x + across)


def slides(article: Article) -> bytes:
    """Write slides, one for each heading."""
    deck = pptx.Presentation()
    for heading, *rest in parts(article):
        slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_AND_BODY])
        slide.shapes.title.text = getattr(heading, "text", "")
        _fill(slide, rest)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _fill(slide: Any, pieces: Sequence[Piece]) -> None:
    """Write pieces on a slide: into its body, and below a table into a box of their own."""
    frame, top = slide.placeholders[1].text_frame, _ROOM
    for piece in pieces:
        if isinstance(piece, Table):
            _write_table(slide.shapes, piece, top)
            top += 2 * _ROOM
            place = Inches(1), Inches(top - _ROOM), Inches(8), Inches(1)
            frame = slide.shapes.add_textbox(*place).text_frame
        elif isinstance(piece, Items):
            for depth, text in piece.items:
                _write(frame, (Run(text),), depth)
        elif isinstance(piece, Paragraph):
            _write(frame, piece.runs)


def _write(frame: Any, runs: Sequence[Run], depth: int = 0) -> None:
    paragraph = frame.add_paragraph() if frame.text else frame.paragraphs[0]
    paragraph.level = depth
    for run in runs:
        written = paragraph.add_run()
        written.text = run.text
        written.font.bold = run.look is Look.BOLD or None
        if run.look in _BASE_LINE:
            written.font._element.set("baseline", _BASE_LINE[run.look])
        elif run.look is Look.STRUCK:
            written.font._element.set("strike", "sngStrike")


def _write_table(shapes: Any, table: Table, top: int) -> None:
    place = Inches(1), Inches(top), Inches(8), Inches(2)
    written = shapes.add_table(len(table.rows), len(table.rows[0]), *place).table
    for y, row in enumerate(table.rows):
        for x, text in enumerate(row):
            if text is not None:
                down, across = table.spans(y, x)
                cell = written.cell(y, x)
                cell.text = text
                if down * across > 1:
                    cell.merge(written.cell(y + down - 1, x + across - 1))
