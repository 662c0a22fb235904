"""A table as Markdown: heads, a rule below them, one line a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?")
_LONG_HEAD = 60  # letters; no head is longer
_NUMBER, _WORD = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")
_HEADS = 3  # rows of heads, at most; a table with as few rows tells little
_AMOUNT = re.compile(r"\d[\d.,]*")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"[^\w\s]*\d[\d.,:%/–-]*\s?[^\w\s]?", re.A)


@dataclass(slots=True)
class Table:
    """Rows of cells; lines of a cell are parted by line ends. The first `heads` rows are heads.

    `heads` is None where nothing on the page tells; then the text of the cells does. `order` tells
    when the file draws it.
    """

    rows: list[list[str]]
    heads: int | None = None
    caption: str = ""


def written(table: Table) -> str:
    """Write a table as Markdown; a caption stands above it, a form is lines."""
    if _is_labelled(table.rows):
        return "\n".join([*([table.caption] * bool(table.caption)), *map(_labelled, table.rows)])
    if _is_numbered(table.rows):
        return "\n".join(" ".join(row) for row in table.rows)
    count = _heads(table.rows) if table.heads is None else table.heads
    heads, body = table.rows[:count], table.rows[count:]
    lines = [_line(_joined(heads)), f"|{'---|' * len(heads[0])}"] if heads else []
    lines += map(_line, body)
    return "\n".join([table.caption, *lines] if table.caption else lines)


def continued(before: Table, table: Table) -> Table | None:
    """Return what a table adds to one at the end of the page before; None for one of its own."""
    if len(table.rows[0]) != len(before.rows[0]) or table.caption:
        return None
    count = _heads(before.rows) if before.heads is None else before.heads
    if table.rows[:count] == before.rows[:count]:
        rest = table.rows[count:]
        return Table(rest, heads=0) if rest else None
    own = _heads(table.rows) if table.heads is None else table.heads
    return None if own else Table(table.rows, heads=0)


def _is_labelled(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether most rows begin with a label and a colon, as a form does."""
    return 2 * sum(row[0].endswith(":") for row in rows) > len(rows)


def _is_numbered(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are a list: 1, 2, 3, each with a text."""
    numbers = [row[0].rstrip(".)") for row in rows]
    return len(rows[0]) == 2 and numbers == [str(number) for number in range(1, len(rows) + 1)]


def _labelled(row: Sequence[str]) -> str:
    """Write the labels of a row with what stands beside them, each pair on a line."""
    cells = [cell for cell in row if cell]
    return "".join(
        f"\n{cell}" if number and cell.endswith(":") else f" {cell}" if number else cell
        for number, cell in enumerate(cells)
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _joined(heads: Sequence[Sequence[str]]) -> list[str]:
    """Join the heads of groups with those below them: "Winter, month"."""
    return [", ".join(dict.fromkeys(filter(None, column))) for column in zip(*heads, strict=True)]


def _heads(rows: Sequence[Sequence[str]]) -> int:
    """Return 1 if the first row names the columns, 0 if it is like the rest."""
    first, rest = rows[0], rows[1:]
    if not rest:
        return 0
    named = [cell for cell in first[1:] if cell]
    if any(len(cell) > _LONG_HEAD or cell.endswith(".") for cell in named):
        return 0
    if not named:
        return 0
    if any(_has_figure(cell) for cell in named):
        return int(_is_of_another_form(rows))
    figures = any(_DIGIT.search(cell) for row in rest for cell in row[1:])
    longest = [max(30, *map(len, column)) for column in zip(*rest, strict=True)]
    short = all(len(cell) <= most for cell, most in zip(first, longest, strict=True))
    upper = all(cell[0].isupper() or cell[0].isdigit() for cell in first if cell)
    return int(figures or (upper and ((short and len(first) > 2) or _is_apart(rows))))


def _has_figure(cell: str) -> bool:
    return bool(_DIGIT.search(_YEAR.sub("", cell)))


def _is_of_another_form(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row is written unlike all below it: routes 1, 2, 3 over times."""
    columns = [column for column in zip(*rows, strict=True) if column[0]][1:]
    forms = [[_NUMBER.sub("9", _WORD.sub("a", cell)) for cell in column] for column in columns]
    return len(rows) > _HEADS and all(
        first not in rest and 2 * rest.count(max(rest, key=rest.count)) > len(rest)
        for first, *rest in forms
    )


def lines_of_heads(rows: Sequence[Sequence[str]]) -> int | None:
    """Return how many lines the heads over figures take where nothing stands before the second."""
    count = 1
    while count < min(_HEADS, len(rows) - 1) and not rows[count][0]:
        if any(map(_has_figure, rows[count])):
            break
        count += 1
    figures = any(_has_figure(cell) for row in rows[count:] for cell in row[1:])
    return count if count > 1 and figures and not any(map(_has_figure, rows[0])) else None


def are_sums(rows: Sequence[Sequence[str]], above: int) -> bool:
    """Tell whether the last row, below a rule, is the sum of amounts that stand above it."""
    return above == len(rows) - 1 and any(
        column[-1]
        and any(column[:-1])
        and all(_is_amount(cell) and _form(cell) == _form(column[-1]) for cell in column if cell)
        for column in list(zip(*rows, strict=True))[1:]
    )


def _is_amount(cell: str) -> bool:
    return _has_figure(cell) and not cell.isdecimal()


def _form(cell: str) -> str:
    return _AMOUNT.sub("9", cell)


def _is_apart(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row of a table of words is shorter than most of the rest."""
    return all(
        len(first) < sum(map(len, rest)) / len(rest)
        for first, *rest in zip(*rows, strict=True)
        if first
    )


def are_rows(lines: Sequence[Sequence[str]]) -> bool:
    """Tell whether lines between two rules are rows: each has a name and the same figures.

    A name that begins in lower case is the end of the one above.
    """
    if len(lines) < 2 or not all(line[0] and not line[0][0].islower() for line in lines):
        return False
    columns = list(zip(*lines, strict=True))
    if any(any(column) and not all(column) for column in columns):
        return False
    figures = [all(map(_FIGURE.fullmatch, column)) for column in columns]
    return sum(figures[1:]) >= (2 if len(lines) == 2 else 1)
