"""Read a spreadsheet (.xlsx) with `openpyxl`: each sheet a heading, its tables in Markdown.

Cells are written as they are shown; formulas by the values that were last computed. What is hidden
is listed.
"""

import io
import re
import warnings
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import openpyxl
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, iso_date, plain_line, readable
from index.reading.further.grids import Cell, grid_text
from index.reading.further.merges import with_cut_merges
from index.reading.further.packages import check_package
from index.reading.further.values.number_formats import shown
from index.reading.signs.runs import Run, joined
from index.unread import Unread

_UNCOMPUTED = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v\b[^>]*>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


def read_sheets(raw: bytes) -> Extracted:
    """Read a workbook; raises `UnusableError` for one that is encrypted or damaged."""
    with readable(Unread.DAMAGED_FILE), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that it does not keep
        check_package(raw)
        raw = with_cut_merges(raw)
        book = openpyxl.load_workbook(io.BytesIO(raw), data_only=True, rich_text=True)
        formulas = openpyxl.load_workbook(io.BytesIO(raw)) if _computes(raw) else None
        return _read(book, formulas)


def _computes(raw: bytes) -> bool:
    """Tell whether there are formulas without a value, for which the file is read a second time."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        return any(_UNCOMPUTED.search(packed.read(name)) for name in sheets)


def _read(book: Workbook, formulas: Workbook | None) -> Extracted:
    changes: list[Change] = []
    texts = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            changes.append(Change("hidden sheet", sheet.title, ""))
            continue
        computed = formulas[sheet.title] if formulas else None
        text = grid_text(list(_grid(sheet, computed, changes)))
        if text.strip():
            texts.append(f"## {sheet.title}\n\n{text}")
    about = book.properties
    return Extracted(
        "\n\n".join(texts),
        plain_line(about.title),
        iso_date(about.created) if about.title else None,
        None,
        tuple(changes),
    )


def _used(sheet: Worksheet, computed: Worksheet | None) -> tuple[list[int], list[int]]:
    """Return the rows and columns that hold anything; a format of a blank cell is nothing."""
    stored = [*sheet._cells.values(), *(computed._cells.values() if computed else ())]
    places = [
        (cell.row, cell.column)
        for cell in stored
        if cell.value is not None or cell.comment is not None
    ]
    return sorted({y for y, _ in places}), sorted({x for _, x in places})


def _grid(
    sheet: Worksheet, computed: Worksheet | None, changes: list[Change]
) -> Iterator[list[Cell]]:
    """Yield the rows that are shown, a merged cell repeated wherever it covers.

    Blank rows in between are yielded once.
    """
    rows, used = _used(sheet, computed)
    covered, bridged = _covered(sheet, rows, used)
    columns = _shown_columns(sheet, rows, used, changes)
    for y, before in zip(rows, [*rows[:1], *rows], strict=False):
        if y > before + 1 and before not in bridged:
            yield []
        if sheet.row_dimensions[y].hidden and any(_text(sheet, y, x) for x in columns):
            told = " | ".join(filter(None, (_text(sheet, y, x) for x in columns)))
            changes.append(Change("hidden row", f"{sheet.title}, row {y}: {told}", ""))
            continue
        origins = [covered.get((y, x), (y, x)) for x in columns]
        changes.extend(_unseen(sheet, computed, y, columns))
        yield [Cell(_text(sheet, *at), at, _is_bold(sheet, at)) for at in origins]


def _covered(
    sheet: Worksheet, rows: list[int], columns: list[int]
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[int]]:
    """Return the first place of each used place that a merged cell covers.

    And the used rows that a merged cell joins to the next used one, over blank rows.
    """
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    bridged: set[int] = set()
    for span in sheet.merged_cells.ranges:
        left, top, right, bottom = span.bounds
        at = top, left
        if (cell := sheet._cells.get(at)) is None or cell.value is None:
            continue
        inner = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        bridged.update(inner[:-1] if inner[-1:] != [rows[-1]] else inner)
        across = columns[bisect_left(columns, left) : bisect_right(columns, right)]
        covered.update(((y, x), at) for y in inner for x in across)
    return covered, bridged


def _shown_columns(
    sheet: Worksheet, rows: list[int], columns: list[int], changes: list[Change]
) -> list[int]:
    spans = [(one.min, one.max) for one in sheet.column_dimensions.values() if one.hidden]
    hidden = [x for x in columns if any(first <= x <= last for first, last in spans)]
    for x in hidden:
        told = [text for y in rows if (text := _text(sheet, y, x))]
        if told:
            place = f"{sheet.title}, column {get_column_letter(x)}"
            changes.append(Change("hidden column", f"{place}: {' | '.join(told)}", ""))
    return [x for x in columns if x not in set(hidden)]


def _text(sheet: Worksheet, y: int, x: int) -> str:
    cell = sheet._cells.get((y, x))
    if cell is None:
        return ""
    if _is_struck(cell):
        return ""
    if isinstance(cell.value, CellRichText):
        return joined(_run(block) for block in cell.value if not _is_struck(block))
    return shown(cell.value, cell.number_format or "General")


def _is_struck(part: SheetCell | MergedCell | TextBlock | str) -> bool:
    return not isinstance(part, str) and part.font is not None and bool(part.font.strike)


def _struck(cell: SheetCell | MergedCell) -> str:
    """Return the text of a cell that is struck out, "" for none."""
    if _is_struck(cell):
        return shown(cell.value, cell.number_format or "General")
    if isinstance(cell.value, CellRichText):
        return "".join(_run(block)[0] for block in cell.value if _is_struck(block))
    return ""


def _run(block: str | TextBlock) -> Run:
    if isinstance(block, str):
        return block, 0
    return block.text, {"superscript": 1, "subscript": -1}.get(block.font.vertAlign or "", 0)


def _is_bold(sheet: Worksheet, at: tuple[int, int]) -> bool:
    cell = sheet._cells.get(at)
    return cell is not None and bool(cell.font.b)


def _unseen(
    sheet: Worksheet, computed: Worksheet | None, y: int, columns: list[int]
) -> Iterator[Change]:
    """Yield the comments and struck text of a row, its formulas that no program has computed."""
    for x in columns:
        cell = sheet._cells.get((y, x))
        place = f"{sheet.title}!{get_column_letter(x)}{y}"
        if cell is not None and cell.comment is not None:
            yield Change("comment", f"{place}: {cell.comment.text}", "")
        if cell is not None and (struck := _struck(cell)):
            yield Change("struck out", f"{place}: {struck}", "")
        if computed is not None and (cell is None or cell.value is None):
            formula = getattr(computed._cells.get((y, x)), "value", None)
            if isinstance(formula, str) and formula.startswith("="):
                yield Change("formula without a value", f"{place}: {formula}", "")
