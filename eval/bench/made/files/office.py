"""Write an article as a spreadsheet, with `openpyxl`, or as slides, with `python-pptx`."""

import io
from collections.abc import Sequence

import openpyxl
import pptx
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from pptx.shapes.shapetree import SlideShapes
from pptx.text.text import TextFrame
from pptx.util import Inches

from eval.bench.made.files.pieces import Article, Heading, Items, Look, Paragraph, Run, Table

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
    """Write slides, one for each heading, its tables below the text."""
    deck = pptx.Presentation()
    frame, shapes, top = None, None, _ROOM
    for piece in article.pieces:
        if isinstance(piece, Heading):
            slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_AND_BODY])
            slide.shapes.title.text = piece.text
            shapes, frame, top = slide.shapes, slide.placeholders[1].text_frame, _ROOM
        elif isinstance(piece, Paragraph):
            frame = frame or _box(shapes, top)
            _write(frame, piece.runs)
        elif isinstance(piece, Items):
            frame = frame or _box(shapes, top)
            for depth, text in piece.items:
                _write(frame, (Run(text),), depth)
        else:
            _write_table(shapes, piece, top)
            frame, top = None, top + 2 * _ROOM
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _box(shapes: SlideShapes, top: int) -> TextFrame:
    """Add a box for the text below a table."""
    place = Inches(1), Inches(top - _ROOM), Inches(8), Inches(1)
    return shapes.add_textbox(*place).text_frame


def _write(frame: TextFrame, runs: Sequence[Run], depth: int = 0) -> None:
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


def _write_table(shapes: SlideShapes, table: Table, top: int) -> None:
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
