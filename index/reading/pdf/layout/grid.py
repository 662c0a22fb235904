"""Tables with ruled lines: cells are what the lines enclose, merged ones are spread."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.reading.pdf.layout.rows import Row, rows_of
from index.reading.pdf.layout.rules import NEAR, connected, covered, places_of
from index.reading.pdf.layout.table import Table, are_rows
from index.reading.pdf.page.drawing import Drawing
from index.reading.pdf.page.view import Box
from index.reading.pdf.page.word import Word

_PROSE = 150  # words; a cell with more is a page, not a cell
_FEW = 3  # level lines; above and below the heads and at the foot: none parts the rows
_HEADS = 3  # rows of heads, at most
_SPREAD = 2  # times the words of a page; merged cells that make more of them are frames
_LONG = 12  # words; a longer cell over rows stands in the first only, where it makes too many
_FRAME = 24  # words; where several columns have longer cells, these are frames


def ruled_tables(drawing: Drawing, words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Return the ruled tables of a page, each as one word, and the words outside them."""
    found, rest = [], list(words)
    for lines in connected(drawing):
        grid = _Grid.of(*lines)
        inside = [word for word in rest if grid.holds(word)] if grid else []
        table = grid.table(inside) if grid and inside else None
        if grid and table:
            taken = set(map(id, inside))
            rest = [word for word in rest if id(word) not in taken]
            found.append(_as_word(table, grid, inside))
    return found, rest


def _as_word(table: Table, grid: "_Grid", inside: Sequence[Word]) -> Word:
    left, top, right, bottom = grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]
    size, order = inside[0].size, min(word.order for word in inside)
    return Word("", left, top, right, bottom, bottom, size, order, table=table)


@dataclass(slots=True)
class _Grid:
    """Columns between `xs`, rows between `ys`, and the lines that are drawn between them."""

    xs: list[float]
    ys: list[float]
    level: list[Box]
    upright: list[Box]

    @staticmethod
    def of(level: list[Box], upright: list[Box]) -> "_Grid | None":
        """Make a grid of lines that meet; None for a frame, which has one cell a row."""
        sides = [x for line in level for x in (line[0], line[2])]
        ends = [y for line in upright for y in (line[1], line[3])]
        xs = places_of([*(line[0] for line in upright), min(sides), max(sides)])
        ys = places_of([*(line[1] for line in level), min(ends), max(ends)])
        return _Grid(xs, ys, level, upright) if len(xs) > 2 and len(ys) > 2 else None

    def holds(self, word: Word) -> bool:
        """Tell whether a word is inside."""
        x, y = word.middle
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1

    def table(self, words: Sequence[Word]) -> Table | None:
        """Return what the cells hold; None where they are columns of prose or all but empty."""
        cells = self._cells()
        held: dict[int, list[Word]] = {}
        for word in words:
            x, y = word.middle
            place = cells[_between(self.ys, y)][_between(self.xs, x)]
            held.setdefault(place, []).append(word)
        if any(len(inside) > _PROSE for inside in held.values()):
            return None
        rows = self._spread(cells, held, _SPREAD * len(words) + _PROSE)
        if not rows:
            return None
        spans = [len(set(row)) < len(row) for row in cells]
        spans = spans if len(spans) == len(rows) else [False] * len(rows)
        table = _trimmed(rows, spans)
        first = [word for word in words if word.middle[1] < self.ys[1]]
        if table and table.heads is None and any(word.field for word in first):
            table.heads = 0
        return table

    def _spread(
        self, cells: list[list[int]], held: dict[int, list[Word]], most: int
    ) -> list[list[str]]:
        """Return the texts of all rows, merged cells in each; [] where they have too many words.

        Before that, long notes over several rows stand only in the first.
        """
        rows = [texts for row in cells for texts in self._rows(row, held)]
        if _count(rows) <= most:
            return rows
        tall = {cell for above, row in pairwise(cells) for cell in set(above).intersection(row)}
        long = {cell for cell, inside in held.items() if len(inside) > _FRAME}
        if len({row.index(cell) for row in cells for cell in long.intersection(row)}) > 1:
            return []
        left, rows = dict(held), []
        for row in cells:
            rows += self._rows(row, left)
            for cell in tall.intersection(row):
                if len(left.get(cell, [])) > _LONG:
                    del left[cell]
        return rows if _count(rows) <= most else []

    def _rows(self, row: list[int], held: dict[int, list[Word]]) -> Iterator[list[str]]:
        """Yield the texts of a row of cells, or of the lines in it, where no rule parts them."""
        if len(set(row)) == 1 and len(row) > 1:
            yield [_text(held.get(row[0], [])), *[""] * (len(row) - 1)]
            return
        inside = [word for cell in dict.fromkeys(row) for word in held.get(cell, [])]
        lines = [list(_cells_of(line, row, held)) for line in rows_of(inside)]
        if are_rows(lines):
            yield from lines
            return
        found: list[list[str]] = []
        for texts in lines:
            starts = len(self.ys) <= _FEW and texts[0] and not texts[0][0].islower()
            if not found or (starts and sum(map(bool, texts)) > 1):
                found.append(texts)
            else:
                pairs = zip(found[-1], texts, strict=True)
                found[-1] = ["\n".join(filter(None, pair)) for pair in pairs]
        yield from found or [[""] * len(row)]

    def _cells(self) -> list[list[int]]:
        """Return a number for each place of the grid; places that no line parts share it."""
        wide, high = len(self.xs) - 1, len(self.ys) - 1
        cells = [[row * wide + column for column in range(wide)] for row in range(high)]
        for row in range(high):
            for column in range(wide):
                if column and not self._parted(row, column):
                    self._merge(cells, cells[row][column], cells[row][column - 1])
                if row and not self._ruled(row, column):
                    self._merge(cells, cells[row][column], cells[row - 1][column])
        return cells

    @staticmethod
    def _merge(cells: list[list[int]], old: int, new: int) -> None:
        for row in cells:
            row[:] = [new if cell == old else cell for cell in row]

    def _parted(self, row: int, column: int) -> bool:
        top, bottom = self.ys[row], self.ys[row + 1]
        lines = [line for line in self.upright if abs(line[0] - self.xs[column]) <= NEAR]
        return covered(top, bottom, [(line[1], line[3]) for line in lines])

    def _ruled(self, row: int, column: int) -> bool:
        left, right = self.xs[column], self.xs[column + 1]
        lines = [line for line in self.level if abs(line[1] - self.ys[row]) <= NEAR]
        return covered(left, right, [(line[0], line[2]) for line in lines])


def _cells_of(line: Row, row: list[int], held: dict[int, list[Word]]) -> Iterator[str]:
    """Yield what a line of a row has in each cell."""
    here = set(map(id, line.words))
    for cell in row:
        yield _text([word for word in held.get(cell, []) if id(word) in here])


def _count(rows: Sequence[Sequence[str]]) -> int:
    return sum(len(cell.split()) for row in rows for cell in row)


def _between(places: Sequence[float], value: float) -> int:
    index = sum(value >= place for place in places) - 1
    return min(max(index, 0), len(places) - 2)


def _text(words: Sequence[Word]) -> str:
    return "\n".join(row.text for row in rows_of(words))


def _trimmed(rows: list[list[str]], spans: list[bool]) -> Table | None:
    """Return the table without empty rows and columns, a title over all columns as its caption."""
    spans = [span for row, span in zip(rows, spans, strict=True) if any(row)]
    rows = [row for row in rows if any(row)]
    used = [at for at in range(len(rows[0])) if any(row[at] for row in rows)] if rows else []
    rows = [[row[at] for at in used] for row in rows]
    if len(used) < 2 or not rows:
        return None
    caption = ""
    if rows[0][0] and not any(rows[0][1:]) and len(rows) > 1 and spans[0]:
        caption, rows, spans = rows[0][0], rows[1:], spans[1:]
    heads = 1
    while heads < min(_HEADS, len(rows) - 1) and spans[heads - 1]:
        heads += 1
    return Table(rows, heads if heads > 1 else None, caption)
