"""Read the tables of an .odt file: rows and cells that are repeated or merged are spread."""

from collections.abc import Callable, Iterator

from lxml import etree

from index.cleaning.cleaning import Change
from index.reading.further.grids import Cell, heads_of, table_text
from index.reading.further.odt.running_text import local

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST = 1000  # repetitions of a cell or row; more are the blank rest of a sheet
_ADDED = 2_000_000  # characters that repetitions may add to a text, about 200,000 cells
_OF_A_CELL = 5  # characters that write a blank cell

Blocks = Callable[[etree._Element], Iterator[str]]


class Tables:
    """Reads tables; counts what their repetitions add, and lists those that are cut."""

    def __init__(self, blocks: Blocks, changes: list[Change]) -> None:
        """Take the reader of what stands in a cell, and the list of what is left out."""
        self.blocks = blocks
        self.changes = changes
        self.left = _ADDED

    def read(self, table: etree._Element) -> str:
        """Return a table in Markdown."""
        grid: list[list[Cell]] = []
        open_cells: dict[tuple[int, int], Cell] = {}
        rows = [
            row
            for row in table.iter(f"{_TABLE}table-row")
            if next(row.iterancestors(f"{_TABLE}table")) is table
        ]
        heads = sum(local(row.getparent()) == "table-header-rows" for row in rows)
        for row in rows:
            read = self._row(row, len(grid), open_cells)
            grid.append(read)
            wanted = _times(row, "number-rows-repeated") - 1
            for _ in range(self._granted(wanted, sum(map(_cost, read)), "row")):
                y = len(grid)
                grid.append([Cell(cell.text, (y, cell.origin[1])) for cell in read])
        self._fill(grid)
        while grid and not any(cell.text.strip() for cell in grid[-1]):
            grid.pop()
        return table_text(grid, min(len(grid), heads_of(grid, heads or int(len(grid) > 1))))

    def _fill(self, grid: list[list[Cell]]) -> None:
        width = max(map(len, grid), default=0)
        for y, cells in enumerate(grid):
            cells += [Cell("", (y, x)) for x in range(len(cells), width)]

    def _row(
        self, row: etree._Element, y: int, open_cells: dict[tuple[int, int], Cell]
    ) -> list[Cell]:
        cells: list[Cell] = []
        for element in row:
            if local(element) not in ("table-cell", "covered-table-cell"):
                continue
            text = " ".join(self.blocks(element))
            wanted = _times(element, "number-columns-repeated") - 1
            for _ in range(1 + self._granted(wanted, _cost(Cell(text, (0, 0))), "cell")):
                x = len(cells)
                cell = open_cells.pop((y, x), Cell(text, (y, x)))
                cells.append(cell)
                self._spread(element, cell, (y, x), open_cells)
        return cells

    def _spread(
        self,
        element: etree._Element,
        cell: Cell,
        place: tuple[int, int],
        open_cells: dict[tuple[int, int], Cell],
    ) -> None:
        """Keep a merged cell for each place that it covers."""
        down, right = (
            _times(element, "number-rows-spanned"),
            _times(element, "number-columns-spanned"),
        )
        if down * right == 1 or self._granted(down * right - 1, _cost(cell), "merged cell") == 0:
            return
        for y in range(down):
            for x in range(right):
                if (y, x) != (0, 0):
                    open_cells[place[0] + y, place[1] + x] = cell

    def _granted(self, wanted: int, cost: int, what: str) -> int:
        """Return how many repetitions there are: all that are wanted, or none."""
        if not wanted:
            return 0
        if wanted * cost > self.left:
            self.changes.append(Change("table", f"a {what}, {wanted} more times", "(read once)"))
            return 0
        self.left -= wanted * cost
        return wanted


def _cost(cell: Cell) -> int:
    return len(cell.text) + _OF_A_CELL


def _times(element: etree._Element, name: str) -> int:
    return max(1, min(_MOST, int(element.get(f"{_TABLE}{name}") or 1)))
