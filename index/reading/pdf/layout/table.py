"""A table as Markdown: heads, a rule below them, one line a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?")
_DIGIT = re.compile(r"\d")


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
    """Write a table as Markdown; a caption stands above it."""
    count = _heads(table.rows) if table.heads is None else table.heads
    heads, body = table.rows[:count], table.rows[count:]
    lines = [_line(_joined(heads)), f"|{'---|' * len(heads[0])}"] if heads else []
    lines += map(_line, body)
    return "\n".join([table.caption, *lines] if table.caption else lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _joined(heads: Sequence[Sequence[str]]) -> list[str]:
    """Join the heads of groups with those below them: "Winter, month"."""
    return [", ".join(dict.fromkeys(cell for cell in column if cell)) for column in zip(*heads)]


def _heads(rows: Sequence[Sequence[str]]) -> int:
    """Return 1 if the first row names the columns, as it has no figures, 0 if it is like the rest."""
    first, rest = rows[0], rows[1:]
    if not rest or any(cell.endswith(":") for cell in first[:1]):
        return 0
    named = [cell for cell in first[1:] if cell]
    if not named or any(_DIGIT.search(_YEAR.sub("", cell)) for cell in named):
        return 0
    figures = any(_DIGIT.search(cell) for row in rest for cell in row[1:])
    short = all(
        len(cell) <= max(30, *(len(row[at]) for row in rest)) for at, cell in enumerate(first)
    )
    return int(figures or (short and len(first) > 2) or _is_apart(rows))


def _is_apart(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row of a table of words is shorter than most of the rest."""
    return all(
        2 * len(first) < sum(map(len, rest)) / len(rest) + len(first)
        for first, *rest in zip(*rows)
        if first
    )
