"""Read a spreadsheet (.xlsx) with `openpyxl`: each sheet a heading, its tables in Markdown.

Cells are written as they are shown; formulas by the values that were last computed. What is hidden
is listed.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, iso_date, plain_line, readable
from index.reading.further.grids import Cell, grid_text
from index.reading.further.number_formats import shown
from index.reading.further.packages import check_package
from index.unread import Unread


def read_sheets(raw: bytes) -> Extracted:
    """Read a workbook; raises `UnusableError` for one that is encrypted or damaged."""
    with readable(Unread.DAMAGED_FILE), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that it does not keep
        check_package(raw)
        book = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(raw)) if _computes(raw) else None
        return _read(book, formulas)


def _computes(raw: bytes) -> bool:
    """Tell whether there are formulas, which are looked at a second time."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        return any(re.search(rb"<f[ >/]", packed.read(name)) for name in sheets)


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


def _grid(
    sheet: Worksheet, computed: Worksheet | None, changes: list[Change]
) -> Iterator[list[Cell]]:
    """Yield the rows that are shown, a merged cell repeated wherever it covers."""
    covered = {
        (y, x): (span.min_row, span.min_col)
        for span in sheet.merged_cells.ranges
        for y, x in _places(span.bounds)
    }
    columns = _shown_columns(sheet, changes)
    for y in range(1, sheet.max_row + 1):
        if sheet.row_dimensions[y].hidden and any(_text(sheet, y, x) for x in columns):
            told = " | ".join(filter(None, (_text(sheet, y, x) for x in columns)))
            changes.append(Change("hidden row", f"{sheet.title}, row {y}: {told}", ""))
            continue
        origins = [covered.get((y, x), (y, x)) for x in columns]
        changes.extend(_unseen(sheet, computed, y, columns))
        yield [Cell(_text(sheet, *at), at, bool(sheet.cell(*at).font.b)) for at in origins]


def _places(bounds: tuple[int, int, int, int]) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = bounds
    return ((y, x) for y in range(top, bottom + 1) for x in range(left, right + 1))


def _shown_columns(sheet: Worksheet, changes: list[Change]) -> list[int]:
    hidden: set[int] = set()
    for one in sheet.column_dimensions.values():
        if one.hidden:
            hidden.update(range(one.min, min(one.max, sheet.max_column) + 1))
    for x in sorted(hidden):
        told = [text for y in range(1, sheet.max_row + 1) if (text := _text(sheet, y, x))]
        if told:
            place = f"{sheet.title}, column {get_column_letter(x)}"
            changes.append(Change("hidden column", f"{place}: {' | '.join(told)}", ""))
    return [x for x in range(1, sheet.max_column + 1) if x not in hidden]


def _text(sheet: Worksheet, y: int, x: int) -> str:
    cell = sheet.cell(y, x)
    return shown(cell.value, cell.number_format or "General")


def _unseen(
    sheet: Worksheet, computed: Worksheet | None, y: int, columns: list[int]
) -> Iterator[Change]:
    """Yield the comments of a row, and its formulas that no program has computed."""
    for x in columns:
        cell = sheet.cell(y, x)
        if cell.comment is not None:
            yield Change("comment", f"{sheet.title}!{cell.coordinate}: {cell.comment.text}", "")
        if computed is not None and cell.value is None:
            formula = computed.cell(y, x).value
            if isinstance(formula, str) and formula.startswith("="):
                told = f"{sheet.title}!{cell.coordinate}: {formula}"
                yield Change("formula without a value", told, "")
