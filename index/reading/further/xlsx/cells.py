"""The text of a cell of a spreadsheet as it is shown."""

from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from index.reading.further.values.number_formats import shown
from index.reading.signs.runs import Run, joined


def text_at(sheet: Worksheet, y: int, x: int) -> str:
    """Return what a cell shows, without what is struck out."""
    cell = sheet._cells.get((y, x))
    if cell is None or _is_struck(cell):
        return ""
    if isinstance(cell.value, CellRichText):
        return joined(_run(block) for block in cell.value if not _is_struck(block))
    return shown(cell.value, cell.number_format or "General")


def _is_struck(part: SheetCell | MergedCell | TextBlock | str) -> bool:
    return not isinstance(part, str) and part.font is not None and bool(part.font.strike)


def struck_in(cell: SheetCell | MergedCell) -> str:
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


def is_bold(sheet: Worksheet, at: tuple[int, int]) -> bool:
    """Tell whether all of a cell is bold."""
    cell = sheet._cells.get(at)
    return cell is not None and bool(cell.font.b)
