"""Read slides (.pptx) with `python-pptx`: titles, text in reading order, tables, charts, notes."""

import io
from collections.abc import Iterable, Iterator

import pptx
from lxml import etree
from pptx.chart.chart import Chart
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.table import Table
from pptx.text.text import TextFrame

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, iso_date, plain_line, readable
from index.reading.further.grids import Cell, table_text
from index.reading.further.packages import check_package
from index.unread import Unread

_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_RUNNING = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER, PP_PLACEHOLDER.DATE)
_LISTED = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY)


def read_slides(raw: bytes) -> Extracted:
    """Read a presentation; raises `UnusableError` for one that is encrypted or damaged."""
    with readable(Unread.DAMAGED_FILE):
        check_package(raw)
        return _read(pptx.Presentation(io.BytesIO(raw)))


def _read(deck: Presentation) -> Extracted:
    changes: list[Change] = []
    said: dict[str, None] = {}  # what foots say, each line once
    texts = []
    for number, slide in enumerate(deck.slides, 1):
        parts = list(_slide(slide, said, changes))
        if slide._element.get("show") in ("0", "false"):
            changes.append(Change(f"hidden slide {number}", "\n\n".join(parts), ""))
        else:
            texts.extend(parts)
    changes += [Change("running head", line, "(read once)") for line in said]
    about = deck.core_properties
    title = about.title if about.title != "PowerPoint Presentation" else None
    text = "\n\n".join([*texts, *said])
    return Extracted(text, plain_line(title), iso_date(about.created), None, tuple(changes))


def _slide(slide: Slide, said: dict[str, None], changes: list[Change]) -> Iterator[str]:
    """Yield the blocks of a slide: its title, its shapes from the top, its notes."""
    title = slide.shapes.title
    if title is not None and title.text_frame.text.strip():
        yield f"## {' '.join(title.text_frame.text.split())}"
    rest = [shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id]
    yield from _shapes(rest, said, changes)
    yield from _diagrams(slide)
    if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame) is not None:
        yield from filter(None, [frame.text.replace("\v", "\n").strip()])


def _shapes(
    shapes: Iterable[BaseShape], said: dict[str, None], changes: list[Change]
) -> Iterator[str]:
    for shape in _in_order(list(shapes)):
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        if isinstance(shape, GroupShape):
            yield from _shapes(shape.shapes, said, changes)
        elif isinstance(shape, GraphicFrame) and shape.has_table:
            yield _table(shape.table)
        elif isinstance(shape, GraphicFrame) and shape.has_chart:
            yield _chart(shape.chart)
        elif isinstance(shape, Shape) and (text := _text(shape.text_frame, kind in _LISTED)):
            if kind == PP_PLACEHOLDER.SLIDE_NUMBER:
                changes.append(Change("page number: a field that counts pages", text, ""))
            elif kind in _RUNNING:
                said.setdefault(text)
            else:
                yield text


def _in_order(shapes: list[BaseShape]) -> list[BaseShape]:
    """Return shapes from top to bottom, those side by side from left to right."""
    rows: list[list[BaseShape]] = []
    for shape in sorted(shapes, key=lambda shape: shape.top or 0):
        first = rows[-1][0] if rows else None
        if first is not None and (shape.top or 0) < (first.top or 0) + (first.height or 0) // 2:
            rows[-1].append(shape)
        else:
            rows.append([shape])
    return [shape for row in rows for shape in sorted(row, key=lambda shape: shape.left or 0)]


def _text(frame: TextFrame, listed: bool) -> str:
    """Return the paragraphs of a frame; several in the body of a slide are a list."""
    lines = [(p.level, p.text.replace("\v", "\n").strip()) for p in frame.paragraphs]
    lines = [(level, text) for level, text in lines if text]
    if not listed or len(lines) < 2:
        return "\n".join(text for _, text in lines)
    return "\n".join(f"{'  ' * level}- {text}" for level, text in lines)


def _table(table: Table) -> str:
    grid: list[list[Cell]] = [[] for _ in table.rows]
    texts: dict[tuple[int, int], tuple[str, tuple[int, int]]] = {}
    for y in range(len(table.rows)):
        for x in range(len(table.columns)):
            cell = table.cell(y, x)
            if cell.is_merge_origin:
                for down in range(cell.span_height):
                    for right in range(cell.span_width):
                        texts[y + down, x + right] = cell.text_frame.text, (y, x)
            text, origin = texts.get((y, x), (cell.text_frame.text, (y, x)))
            grid[y].append(Cell(text.replace("\v", " "), origin))
    return table_text(grid, int(table.first_row and len(grid) > 1))


def _chart(chart: Chart) -> str:
    """Write what a chart shows as a table: a row for each category, a column for each series."""
    title = chart.chart_title.text_frame.text if chart.has_title else ""
    plot = chart.plots[0]
    names = [str(name) for name in plot.categories]
    series = [(one.name, list(one.values)) for one in plot.series]
    rows = [["", *(name or "" for name, _ in series)]]
    for place, name in enumerate(names):
        values = (values[place] if place < len(values) else None for _, values in series)
        rows.append([name, *("" if value is None else f"{value:.11g}" for value in values)])
    grid = [[Cell(text, (y, x)) for x, text in enumerate(row)] for y, row in enumerate(rows)]
    return "\n\n".join(filter(None, (title.strip(), table_text(grid, 1))))


def _diagrams(slide: Slide) -> Iterator[str]:
    """Yield the text of SmartArt, which stands in parts of its own."""
    for part in (rel.target_part for rel in slide.part.rels.values() if not rel.is_external):
        if "diagramData" in part.content_type or part.partname.startswith("/ppt/diagrams/data"):
            paragraphs = etree.fromstring(part.blob).iter(_PARAGRAPH)
            lines = ("".join(p.itertext(_TEXT)).strip() for p in paragraphs)
            yield "\n".join(f"- {line}" for line in lines if line)
