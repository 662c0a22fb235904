"""Tables without ruled lines: rows whose cells stand below each other, parted by blank stripes."""

from collections.abc import Sequence
from itertools import compress, pairwise
from statistics import median

from index.reading.pdf.layout.rows import Row, rows_of, text_of
from index.reading.pdf.layout.table import Table, are_sums, lines_of_heads
from index.reading.pdf.page.view import Box
from index.reading.pdf.page.word import Word

_WRAPPED = 0.85  # of the usual distance of rows; a line nearer than that goes on with a cell
_HEADS = 3  # rows of heads, at most

Span = tuple[float, float]


def aligned_table(
    above: list[Row], words: Sequence[Word], gutters: Sequence[Span], rules: Sequence[Box]
) -> tuple[list[Row], Table | None, list[Row]]:
    """Make a table of the words between blank stripes; return the text above and below it, too.

    A last line above whose words stand over groups of columns is of the table.
    """
    rows = rows_of(words)
    cells = [_cells(row, gutters) for row in rows]
    first, last = _ends(rows, cells)
    if last - first < 2 or _is_text(cells[first:last]):
        return [*above, *rows], None, []
    before, after = [*above, *rows[:first]], rows[last:]
    groups = _group_heads(before, rows[first], gutters)
    joined, kept = _joined(rows[first:last], cells[first:last])
    heads = 0 if any(word.field for word in words) else _heads(kept, rules)
    found = [[_in_cell(cell) for cell in row] for row in joined]
    heads = lines_of_heads(found) if heads is None else heads
    heads = 0 if heads and are_sums(found, heads) else heads
    found = _with_whole_heads(found, heads or 1)
    used = [any(column) for column in zip(*found, strict=True)]
    if groups:
        found, heads, before = [groups, *found], 2, before[:-1]
    elif heads:
        heads = 1
    return before, Table([list(compress(row, used)) for row in found], heads), after


def _ends(rows: Sequence[Row], cells: Sequence[list[list[Word]]]) -> tuple[int, int]:
    """Return the first row of a table and the one after its last; lines of one cell are none."""
    first, last = 0, len(rows)
    while first < last and sum(map(bool, cells[first])) < 2:
        first += 1
    while last > first and sum(map(bool, cells[last - 1])) < 2:
        if _wraps(rows, cells, last - 1):
            break
        last -= 1
    return first, last


def _is_text(cells: Sequence[list[list[Word]]]) -> bool:
    """Tell whether most lines stand at the left alone: a text with something beside it."""
    alone = sum(bool(line[0]) and not any(line[1:]) for line in cells)
    return 2 * alone > len(cells)


def _with_whole_heads(rows: list[list[str]], heads: int) -> list[list[str]]:
    """Put heads that are written on several lines in one row."""
    whole = ["\n".join(filter(None, column)) for column in zip(*rows[:heads], strict=True)]
    return [whole, *rows[heads:]]


def _cells(row: Row, gutters: Sequence[Span]) -> list[list[Word]]:
    found: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for word in row.words:
        found[sum(word.left >= end - 0.5 for _, end in gutters)].append(word)
    return found


def _in_cell(cell: Sequence[Sequence[Word]]) -> str:
    return "\n".join(text_of(line) for line in cell)


def _joined(
    rows: Sequence[Row], cells: Sequence[list[list[Word]]]
) -> tuple[list[list[list[list[Word]]]], list[Row]]:
    """Put lines that go on with the cells above into their row."""
    found: list[list[list[list[Word]]]] = []
    kept: list[Row] = []
    for at, (row, line) in enumerate(zip(rows, cells, strict=True)):
        if found and _wraps(rows, cells, at):
            for cell, piece in zip(found[-1], line, strict=True):
                cell += [piece] if piece else []
        else:
            found.append([[piece] if piece else [] for piece in line])
            kept.append(row)
    return found, kept


def _wraps(rows: Sequence[Row], cells: Sequence[list[list[Word]]], at: int) -> bool:
    """Tell whether a line goes on with the cells of the line above."""
    if not at:
        return False
    line, above = cells[at], cells[at - 1]
    if any(piece and not over for piece, over in zip(line, above, strict=True)):
        return False
    filled = [bool(piece) for piece in line]
    if any(piece and _is_figure(text_of(piece)) for piece in line):
        return False
    steps = [below.main.base - row.main.base for row, below in pairwise(rows)]
    near = steps[at - 1] < _WRAPPED * median(steps)
    if filled[0]:
        return sum(filled) < len(filled) and line[0][0].text[0].islower() and sum(filled) <= 2
    return near or sum(filled) < max(2, len(filled) - 1)


def _is_figure(text: str) -> bool:
    return 2 * sum(map(str.isdigit, text)) >= len(text.replace(" ", ""))


def _group_heads(above: list[Row], first: Row, gutters: Sequence[Span]) -> list[str] | None:
    """Return the heads over groups of columns that the last line above holds, spread over them."""
    if not above or first.main.base - above[-1].main.base > 2.5 * first.main.size:
        return None
    row = above[-1]
    pieces: list[list[Word]] = []
    for word in row.words:
        if pieces and word.left - pieces[-1][-1].right < word.size:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    if row.left < gutters[0][0] and len(pieces) < 2:
        return None
    edges = [float("-inf"), *((start + end) / 2 for start, end in gutters), float("inf")]
    heads = [""] * (len(edges) - 1)
    for piece in pieces:
        for at in range(len(heads)):
            shared = min(piece[-1].right, edges[at + 1]) - max(piece[0].left, edges[at])
            if shared > 0:
                heads[at] = f"{heads[at]} {text_of(piece)}".strip()
    return heads


def _heads(rows: Sequence[Row], rules: Sequence[Box]) -> int | None:
    """Return how many rows are heads, by a rule below them or by their bold letters."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    long = [y for x0, y, x1, _ in rules if min(right, x1) - max(left, x0) > (right - left) / 2]
    ruled = [
        at
        for at, (row, below) in enumerate(pairwise(rows), 1)
        if any(row.main.base < y < below.main.base for y in long)
    ]
    if ruled and (ruled[0] == 1 or (len(ruled) == 1 and ruled[0] <= _HEADS)):
        return ruled[0]
    bold = [row.bold for row in rows]
    return 1 if bold[0] and not all(bold[1:]) else None
