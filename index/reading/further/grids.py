"""Write a grid of cells as text: captions as lines, tables as Markdown with their heads.

A sheet or a CSV file may hold several tables with titles above and notes below them. Blank rows
part them; a row of a single cell is a line of text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.reading.extracted import UnusableError
from index.unread import Unread

_NUMBER = re.compile(r"[^\w\s]?\s?[-+]?\d[\d.,'\s]*\s?(?:%|[^\w\s]|[A-Z]{3})?")

_MOST_ADDED = 2_000_000  # blank places that fill up rows


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a table: its text, and the first place (row, column) of the cell it is part of.

    `strong` tells that it looks like a head: bold, or named so by the file.
    """

    text: str
    origin: tuple[int, int]
    strong: bool = False


Row = Sequence[Cell]


def grid_of(rows: Sequence[Sequence[str]]) -> list[list[Cell]]:
    """Return the grid of rows whose cells cover one place each, all of one length.

    Raises `UnusableError` where filling up short rows would take more than the memory.
    """
    width = max(map(len, rows), default=0)
    if width * len(rows) - sum(map(len, rows)) > _MOST_ADDED:
        told = f"a table of {len(rows):,} rows, one of them with {width:,} cells"
        raise UnusableError(Unread.NEEDS_MEMORY, told)
    return [
        [Cell(text, (y, x)) for x, text in enumerate([*row, *[""] * (width - len(row))])]
        for y, row in enumerate(rows)
    ]


def grid_text(grid: Sequence[Row], *, headed: bool = False) -> str:
    """Write a grid as text; `headed` says that a table has heads wherever its top row may be some.

    Blocks are parted by a blank line.
    """
    return "\n\n".join(text for block in _blocks(grid) for text in _block_texts(block, headed))


def table_text(rows: Sequence[Row], heads: int) -> str:
    """Write a table in Markdown: `heads` rows are joined into one with a rule below it."""
    if not heads:
        return "\n".join(_line([cell.text for cell in row]) for row in rows)
    top = [_joined(column) for column in zip(*rows[:heads], strict=True)]
    rule = f"|{'---|' * len(top)}"
    body = (_line([cell.text for cell in row]) for row in rows[heads:])
    return "\n".join((_line(top), rule, *body))


def heads_of(rows: Sequence[Row], heads: int) -> int:
    """Return how many rows are heads: those known, and a row of words below a group of them."""
    while 0 < heads < len(rows) - 1 and _is_group(rows[heads - 1]):
        if any(_NUMBER.fullmatch(cell.text.strip()) for cell in rows[heads]):
            break
        heads += 1
    return heads


def _line(texts: Sequence[str]) -> str:
    cells = (" ".join(text.split()).replace("|", "¦") for text in texts)
    return f"| {' | '.join(cells)} |"


def _joined(column: Sequence[Cell]) -> str:
    """Join the heads over a column, each once: "Winter, month"."""
    return ", ".join(dict.fromkeys(cell.text.strip() for cell in column if cell.text.strip()))


def _blocks(grid: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows between blank ones, without columns that are blank all the way."""
    block: list[Row] = []
    for row in [*grid, []]:
        if any(cell.text.strip() for cell in row):
            block.append(row)
        elif block:
            columns = list(zip(*block, strict=True))
            used = [x for x, column in enumerate(columns) if any(c.text.strip() for c in column)]
            yield [[row[x] for x in used] for row in block]
            block = []


def _block_texts(block: list[Row], headed: bool) -> Iterator[str]:
    """Yield the lines above a table, the table, and the lines below it."""
    if len(block[0]) == 1:
        yield "\n".join(row[0].text.strip() for row in block)
        return
    single = [_is_single(row) for row in block]
    start = next((i for i, one in enumerate(single) if not one), len(block))
    end = max((i + 1 for i, one in enumerate(single) if not one), default=start)
    yield from (_only(row) for row in block[:start])
    if rows := block[start:end]:
        yield table_text(rows, _heads(rows, headed))
    yield from (_only(row) for row in block[end:])


def _is_single(row: Row) -> bool:
    return len({cell.origin for cell in row if cell.text.strip()}) == 1 and bool(
        row[0].text.strip()
    )


def _only(row: Row) -> str:
    return next(cell.text.strip() for cell in row if cell.text.strip())


def _heads(rows: Sequence[Row], headed: bool) -> int:
    """Return how many rows at the top are heads: those with heads over several columns, and one."""
    if len(rows) < 2:
        return 0
    groups = 0
    while groups < len(rows) - 2 and _is_group(rows[groups]):
        groups += 1
    top = rows[groups]
    if any(_NUMBER.fullmatch(cell.text.strip()) for cell in top):
        years = all(re.fullmatch(r"(?:19|20)\d\d|", cell.text.strip()) for cell in top[1:])
        return groups + years
    if not headed and len(top) == 2 and re.search(r"\d", top[1].text):
        return groups
    plain = not headed and len(top) == 2 and not groups
    return groups + (not plain or _stands_out(top, rows[groups + 1 :]))


def _is_group(row: Row) -> bool:
    origins = [cell.origin for cell in row if cell.text.strip()]
    return len(set(origins)) < len(origins)


def _stands_out(top: Row, below: Sequence[Row]) -> bool:
    """Tell whether the top of two columns is a head: it looks so, or figures stand below a word."""
    looks = all(cell.strong for cell in top if cell.text.strip())
    bold_below = any(cell.strong for cell in below[0][1:])
    figures = all(_NUMBER.fullmatch(row[1].text.strip()) for row in below if row[1].text.strip())
    return (looks and not bold_below) or figures
