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

from openpyxl.chartsheet import Chartsheet
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from index.cleaning.cleaning import Change
from index.language.european import PAGE_WORDS
from index.reading.extracted import Extracted, iso_date, plain_line, readable
from index.reading.further.grids import Cell, grid_text
from index.reading.further.packages import check_package
from index.reading.further.xlsx.cells import is_bold, struck_in, text_at
from index.reading.further.xlsx.drawings import Drawings
from index.reading.further.xlsx.merges import with_cut_merges
from index.reading.further.xlsx.opening import opened
from index.unread import Unread

_UNCOMPUTED = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v\b[^>]*>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_FIELD = re.compile(r"&(?:\[\w+\]|[PNDTFAZG])")  # a number of pages, a date, a name of the file


def read_sheets(raw: bytes) -> Extracted:
    """Read a workbook; raises `UnusableError` for one that is encrypted or damaged."""
    with readable(Unread.DAMAGED_FILE), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that it does not keep
        check_package(raw)
        raw = with_cut_merges(raw)
        book = opened(raw, data_only=True, rich_text=True)
        formulas = opened(raw) if _computes(raw) else None
        return _read(book, formulas, raw)


def _computes(raw: bytes) -> bool:
    """Tell whether there are formulas without a value, for which the file is read a second time."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        return any(_UNCOMPUTED.search(packed.read(name)) for name in sheets)


def _read(book: Workbook, formulas: Workbook | None, raw: bytes) -> Extracted:
    changes: list[Change] = []
    hidden = [name for name in book.sheetnames if book[name].sheet_state != "visible"]
    drawings = Drawings(raw, hidden, changes).by_sheet()
    texts = []
    for sheet in map(book.__getitem__, book.sheetnames):
        if sheet.title in hidden:
            changes.append(Change("hidden sheet", _told(sheet, drawings), ""))
            continue
        parts = drawings.get(sheet.title, [])
        if isinstance(sheet, Worksheet):
            computed = formulas[sheet.title] if formulas else None
            parts = [grid_text(list(_grid(sheet, computed, changes))), *parts, *_edges(sheet)]
        if text := "\n\n".join(part for part in parts if part.strip()):
            texts.append(f"## {sheet.title}\n\n{text}")
    about = book.properties
    return Extracted(
        "\n\n".join(texts),
        plain_line(about.title),
        iso_date(about.created) if about.title else None,
        None,
        tuple(changes),
    )


def _told(sheet: Worksheet | Chartsheet, drawings: dict[str, list[str]]) -> str:
    """Return the name of a hidden sheet with what it holds."""
    grid = list(_grid(sheet, None, [])) if isinstance(sheet, Worksheet) else []
    rows = (" | ".join(cell.text for cell in row if cell.text) for row in grid)
    return "\n".join(filter(None, (sheet.title, *rows, *drawings.get(sheet.title, []))))


def _edges(sheet: Worksheet) -> Iterator[str]:
    """Yield what stands at the head and foot of the printed pages, but for what counts them."""
    parts = [(edge.left, edge.center, edge.right) for edge in (sheet.oddHeader, sheet.oddFooter)]
    for part in (part for edge in parts for part in edge):
        text = _FIELD.sub(" ", part.text or "").strip() if part is not None else ""
        words = set(re.findall(r"[^\W\d_]+", text.lower()))
        if words - PAGE_WORDS:
            yield text


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
        if sheet.row_dimensions[y].hidden and any(text_at(sheet, y, x) for x in columns):
            told = " | ".join(filter(None, (text_at(sheet, y, x) for x in columns)))
            changes.append(Change("hidden row", f"{sheet.title}, row {y}: {told}", ""))
            continue
        origins = [covered.get((y, x), (y, x)) for x in columns]
        changes.extend(_unseen(sheet, computed, y, columns))
        yield [Cell(text_at(sheet, *at), at, is_bold(sheet, at)) for at in origins]


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
        told = [text for y in rows if (text := text_at(sheet, y, x))]
        if told:
            place = f"{sheet.title}, column {get_column_letter(x)}"
            changes.append(Change("hidden column", f"{place}: {' | '.join(told)}", ""))
    return [x for x in columns if x not in set(hidden)]


def _unseen(
    sheet: Worksheet, computed: Worksheet | None, y: int, columns: list[int]
) -> Iterator[Change]:
    """Yield the comments and struck text of a row, its formulas that no program has computed."""
    for x in columns:
        cell = sheet._cells.get((y, x))
        place = f"{sheet.title}!{get_column_letter(x)}{y}"
        if cell is not None and cell.comment is not None:
            yield Change("comment", f"{place}: {cell.comment.text}", "")
        if cell is not None and (struck := struck_in(cell)):
            yield Change("struck out", f"{place}: {struck}", "")
        if computed is not None and (cell is None or cell.value is None):
            formula = getattr(computed._cells.get((y, x)), "value", None)
            if isinstance(formula, str) and formula.startswith("="):
                yield Change("formula without a value", f"{place}: {formula}", "")
