"""Read slides (.pptx) with `python-pptx`: titles, text in reading order, tables, charts, notes."""

import io
from collections.abc import Iterable, Iterator
from contextlib import suppress

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.table import Table

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, iso_date, plain_line, readable
from index.reading.further.charts import chart_text, chart_titles
from index.reading.further.grids import Cell, heads_of, table_text
from index.reading.further.packages import check_package
from index.reading.further.slide_text import frame_text, line_text
from index.unread import Unread

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
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
    texts: list[str] = []
    pages = []
    for number, slide in enumerate(deck.slides, 1):
        parts = list(_slide(slide, said, changes))
        if slide._element.get("show") in ("0", "false"):
            changes.append(Change(f"hidden slide {number}", "\n\n".join(parts), ""))
        else:
            pages.append((sum(map(len, texts)) + 2 * len(texts), number))
            texts.extend(parts)
    changes += [Change("running head", line, "(read once)") for line in said]
    about = deck.core_properties
    title = about.title if about.title != "PowerPoint Presentation" else None
    text = "\n\n".join([*texts, *said])
    told = plain_line(title), iso_date(about.created)
    return Extracted(text, *told, None, tuple(changes), pages=tuple(pages))


def _slide(slide: Slide, said: dict[str, None], changes: list[Change]) -> Iterator[str]:
    """Yield the blocks of a slide: its title, its shapes from the top, its notes."""
    _choose(slide.shapes._spTree)
    title = slide.shapes.title
    if title is not None and (heading := frame_text(title.text_frame, changes)):
        yield f"## {' '.join(heading.split())}"
    own = title._element if title is not None else None
    rest = [shape for shape in slide.shapes if shape._element is not own]
    yield from _shapes(rest, said, changes)
    yield from _diagrams(slide, changes)
    changes += _comments(slide)
    if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame) is not None:
        yield from filter(None, [frame_text(frame, changes)])


def _choose(tree: etree._Element) -> None:
    """Put the shapes that are chosen in place of alternatives, which the library passes over."""
    for either in [one for one in tree.iter(f"{_MC}AlternateContent") if _holds_shapes(one)]:
        ways = (*either.iterfind(f"{_MC}Choice"), *either.iterfind(f"{_MC}Fallback"))
        for shape in next((list(way) for way in ways if len(way)), []):
            either.addprevious(shape)
        either.getparent().remove(either)


def _holds_shapes(either: etree._Element) -> bool:
    return etree.QName(either.getparent()).localname in ("spTree", "grpSp", "Choice", "Fallback")


def _shapes(
    shapes: Iterable[BaseShape], said: dict[str, None], changes: list[Change]
) -> Iterator[str]:
    for shape in _in_order(list(shapes)):
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        if isinstance(shape, GroupShape):
            yield from _shapes(shape.shapes, said, changes)
        elif isinstance(shape, GraphicFrame):
            yield from filter(None, [_graphic(shape, changes)])
        elif isinstance(shape, Shape) and (
            text := frame_text(shape.text_frame, changes, listed=kind in _LISTED)
        ):
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


def _table(table: Table, changes: list[Change]) -> str:
    grid: list[list[Cell]] = []
    covered: dict[tuple[int, int], Cell] = {}
    for y, row in enumerate(table.rows):
        grid.append([])
        for x, cell in enumerate(row.cells):
            own = Cell(frame_text(cell.text_frame, changes), (y, x))
            if cell.is_merge_origin:
                for down in range(min(cell.span_height, len(table.rows) - y)):
                    for right in range(min(cell.span_width, len(table.columns) - x)):
                        covered[y + down, x + right] = own
            grid[y].append(covered.pop((y, x), own))
    return table_text(grid, heads_of(grid, int(table.first_row and len(grid) > 1)))


def _graphic(shape: GraphicFrame, changes: list[Change]) -> str:
    """Write a table or what a chart shows; a chart without figures that can be read is listed."""
    if shape.has_table:
        return _table(shape.table, changes)
    if "chart" not in (shape._graphicFrame.graphicData_uri or ""):
        return ""
    title = text = ""
    with suppress(KeyError, ValueError, AttributeError, etree.LxmlError):
        space = shape.chart._chartSpace
        title = "; ".join(chart_titles(space, changes))
        text = chart_text(space)
    if not text:
        changes.append(Change("chart", title or shape.name, title))
    return "\n\n".join(filter(None, (title, text)))


def _comments(slide: Slide) -> Iterator[Change]:
    """List the comments on a slide, which are none of its text."""
    for part in (rel.target_part for rel in slide.part.rels.values() if not rel.is_external):
        if part.partname.startswith("/ppt/comments/"):
            for comment in _parsed(part.blob).iter("{*}cm"):
                yield Change("comment", "".join(comment.itertext()).strip(), "")


def _parsed(raw: bytes) -> etree._Element:
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))


def _diagrams(slide: Slide, changes: list[Change]) -> Iterator[str]:
    """Yield the text of SmartArt, which stands in parts of its own."""
    for part in (rel.target_part for rel in slide.part.rels.values() if not rel.is_external):
        if "diagramData" in part.content_type or part.partname.startswith("/ppt/diagrams/data"):
            paragraphs = _parsed(part.blob).iter(f"{_A}p")
            lines = [line_text(paragraph, changes) for paragraph in paragraphs]
            yield "\n".join(f"- {line}" for line in lines if line)
