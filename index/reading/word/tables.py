"""Write a table as Markdown: heads over a rule, merged cells spread, groups told in each row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_GROUP = 80  # characters; what stands over rows and is longer is a note
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:\s?[/–-]\s?\d{2,4})?")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell over `across` columns; `goes_on` says that it is a part of the one above.

    `marked`: its text is all bold; `fill` is the colour behind it.
    """

    text: str
    across: int = 1
    goes_on: bool = False
    marked: bool = False
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells from column `first` on; `head` says that the file calls it a head."""

    cells: tuple[Cell, ...]
    first: int = 0
    head: bool = False


_NONE = Cell("")


def table_blocks(rows: Sequence[Row], *, styled: bool = False) -> Iterator[str]:
    """Yield a table as blocks of lines, with what stands over and under all of its columns.

    `styled` says that the style of the table shows its first row as heads.
    """
    rows = [row for row in rows if any(cell.text or cell.goes_on for cell in row.cells)]
    width = max((row.first + sum(cell.across for cell in row.cells) for row in rows), default=0)
    while len(rows) > 1 and _whole(rows[0], width) is not None:
        yield rows[0].cells[0].text
        rows = rows[1:]
    grid = _spread(rows, width)
    heads = _heads(rows, grid, styled)
    lines = [_line(_joined(column) for column in zip(*grid[:heads], strict=True))] if heads else []
    if heads:
        lines.append(f"|{'---|' * width}")
    notes, group, told = "", "", True
    for row, cells in zip(rows[heads:], grid[heads:], strict=True):
        over = _whole(row, width)
        if over is None:
            texts = [cell.text for cell in cells]
            texts[0] = ", ".join(filter(None, (group, texts[0]))) if group != texts[0] else group
            lines.append(_line(texts))
            told = True
            continue
        lines += [_line([group])] if group and not told else []
        is_group = len(over) <= _GROUP and not over.endswith((".", "!", "?", ";"))
        group, told = (over, False) if is_group else (group, told)
        lines += [] if is_group else [_line([over])]
    notes = group if group and not told else ""
    yield "\n".join(lines)
    yield notes


def _whole(row: Row, width: int) -> str | None:
    """Return the text of a row that is one cell over all columns, None for any other."""
    one = width > 1 and len(row.cells) == 1 and row.cells[0].across == width
    return row.cells[0].text if one and not row.cells[0].goes_on else None


def _spread(rows: Sequence[Row], width: int) -> list[list[Cell]]:
    """Return the cells of each row for each column, a merged cell wherever it reaches."""
    grid: list[list[Cell]] = []
    for row in rows:
        line = [_NONE] * row.first
        for cell in row.cells:
            for _ in range(cell.across):
                above = grid[-1][len(line)] if grid and len(line) < len(grid[-1]) else cell
                line.append(above if cell.goes_on else cell)
        grid.append([*line, *[_NONE] * (width - len(line))])
    return grid


def _line(texts: Iterator[str] | Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _joined(column: Sequence[Cell]) -> str:
    """Return the heads over a column from the top down, each once."""
    return ", ".join(dict.fromkeys(cell.text for cell in column if cell.text))


def _heads(rows: Sequence[Row], grid: Sequence[Sequence[Cell]], styled: bool) -> int:
    """Return how many rows at the top name the columns."""
    if len(grid) < 2:
        return 0
    called = next((at for at, row in enumerate(rows) if not row.head), 0)
    depth = _depth(rows, grid)
    if called:
        return called
    if depth >= len(grid):
        return 0
    head, body = grid[depth - 1], grid[depth:]
    return depth if _look_like_heads(head, body, styled or depth > 1) else 0


def _depth(rows: Sequence[Row], grid: Sequence[Sequence[Cell]]) -> int:
    """Return how many rows the heads would take, by the cells that reach over others."""
    depth = 1
    while depth < len(rows) and (
        (
            any(cell.goes_on for cell in rows[depth].cells)
            and any(above.across > 1 for above in rows[depth - 1].cells)
        )
        or _parts(grid[depth - 1], grid[depth])
    ):
        depth += 1
    return depth


def _parts(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Tell whether each head over several columns has a word of its own for each below."""
    wide = [at for at, cell in enumerate(above) if cell.across > 1]
    texts = [below[at].text for at in wide]
    return bool(wide) and all(text and not _FIGURE.fullmatch(text) for text in texts)


def _look_like_heads(head: Sequence[Cell], body: Sequence[Sequence[Cell]], shown: bool) -> bool:
    """Tell whether a row names the columns, by how it is set and what stands below it."""
    texts = [cell.text for cell in head]
    named = set(filter(None, texts))
    if any(text.endswith(":") for text in texts[1:]) or len(named) < (2 if texts[0] else 1):
        return False
    corner = not texts[0] and all(row[0].text for row in body)
    if shown or _set_apart(head, body[0]):
        return True
    if any(cell.marked for cell in head if cell.text) or any(row[0].marked for row in body[:1]):
        return corner  # labels before values, in some columns
    columns = [[cell.text for cell in column if cell.text] for column in zip(*body, strict=True)]
    if _are_years(texts[1:]):
        return True
    if _is_form(texts, columns):
        return False
    telling = [_names(*both) for both in zip(texts[1:], columns[1:], strict=True)]
    if False in telling:
        return False
    return len(head) > 2 or corner or (telling == [True] and len(body) > 1)


def _set_apart(head: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Tell whether all cells of a row, and not all of the next, are bold or on a ground."""

    def stand_out(row: Sequence[Cell]) -> tuple[bool, bool]:
        """Tell whether all cells of a row are bold, and whether all are on a ground."""
        told = [cell for cell in row if cell.text]
        return all(cell.marked for cell in told), all(cell.fill for cell in told)

    return any(
        top and not under for top, under in zip(stand_out(head), stand_out(below), strict=True)
    )


def _are_years(texts: Sequence[str]) -> bool:
    """Tell heads that are years, each another."""
    return len(set(texts)) == len(texts) > 1 and all(map(_YEAR.fullmatch, texts))


def _is_form(texts: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Tell a form, which has a value beside each label: "Name | Pepper | Age | 4 years"."""
    labels = [*texts[::2], *(text for column in columns[::2] for text in column)]
    values = any(map(_FIGURE.search, texts[1::2]))
    return len(texts) % 2 == 0 and values and not any(map(_FIGURE.search, labels))


def _names(head: str, values: Sequence[str]) -> bool | None:
    """Tell whether a text names the column (True) or is of it (False); None where nothing tells."""
    forms = {_FIGURE.sub("0", text) for text in values}
    if _FIGURE.search(head) is None:
        return True if len(forms) == 1 and "0" in next(iter(forms)) else None
    if _YEAR.fullmatch(head) and not all(map(_YEAR.fullmatch, values)):
        return True
    alike = _FIGURE.sub("0", head) in forms or not any(map(_FIGURE.search, values))
    return False if alike else None
