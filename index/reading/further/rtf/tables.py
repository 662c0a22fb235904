"""Write the rows of Rich Text as tables in Markdown, merged cells wherever they reach."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from index.reading.further.grids import Cell, heads_of, table_text
from index.reading.further.rtf.marks import CELL, ROW, Edge

_NEAR = 60  # twips, a millimetre; edges so near are of one column
_Row = tuple[list[str], Sequence[Edge]]


def with_tables(text: str, rows: Sequence[Sequence[Edge]]) -> str:
    """Return a text with its marked rows as tables; `rows` are the edges of their cells."""
    edges = iter(rows)
    lines = ((line, next(edges, ()) if ROW in line else None) for line in text.split("\n"))
    blocks = []
    for of_table, group in groupby(lines, lambda it: it[1] is not None):
        if of_table:
            table = [(line.replace(ROW, "").split(CELL)[:-1], told or ()) for line, told in group]
            blocks.append(f"\n{_written(table)}\n")
        else:
            blocks.append("\n".join(line.replace(CELL, " ") for line, _ in group))
    return "\n".join(blocks)


def _written(rows: Sequence[_Row]) -> str:
    places = _places(edge.at for cells, edges in rows if len(cells) == len(edges) for edge in edges)
    grid: list[list[Cell]] = []
    for y, (cells, edges) in enumerate(rows):
        spread = _spread(cells, edges, places) if len(cells) == len(edges) else enumerate(cells)
        row: list[Cell] = []
        for x, (at, text) in enumerate(spread):
            own = Cell(" ".join(text.split()), (y, at))
            told = edges[at] if at < len(edges) else Edge(0)
            if told.above and grid and x < len(grid[-1]):
                own = grid[-1][x]
            elif told.left and row:
                own = row[-1]
            row.append(own)
        grid.append(row)
    width = max(map(len, grid))
    for y, row in enumerate(grid):
        row += [Cell("", (y, x)) for x in range(len(row), width)]
    return table_text(grid, heads_of(grid, int(len(grid) > 1)))


def _places(edges: Iterator[int]) -> list[int]:
    """Return where columns end, edges near each other as one."""
    found: list[int] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _spread(
    cells: Sequence[str], edges: Sequence[Edge], places: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Yield the number and text of the cell in each column."""
    at = 0
    for place in places:
        if at < len(cells):
            yield at, cells[at]
        if at < len(edges) and place >= edges[at].at - _NEAR:
            at += 1
