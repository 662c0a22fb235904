"""Rows of tables as a text writes them: with bars, as Markdown does, or in aligned columns."""

import re
from collections.abc import Sequence

from index.sentences import is_aligned

_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")


def is_row(text: str) -> bool:
    """Tell whether a line is a row of a table.

    It has bars, as Markdown writes it, or columns aligned by spaces.
    """
    return has_bars(text) or is_aligned(text)


def is_rule(line: str) -> bool:
    """Tell whether a line only parts the heads of a table from its rows."""
    return bool(_RULE.fullmatch(line.strip()))


def is_heads(passage: str, start: int, end: int) -> bool:
    """Tell whether a range of a passage is the top row of a table.

    That row names the columns and says nothing by itself.
    """
    start = passage.rfind("\n", 0, start) + 1  # of a row that is set in: an empty first cell
    text, below = passage[start:end], passage[end + 1 :].split("\n", 1)[0]
    if has_bars(text):
        return is_rule(text.split("\n")[-1])
    above = passage[: max(0, start - 1)].rsplit("\n", 1)[-1]
    is_first = is_aligned(text) and is_aligned(below) and not is_aligned(above)
    if not is_first or len(cells_of(text)) != len(cells_of(below)):
        return False
    return start > 0 or _figures(text) < _figures(below)  # a passage may begin within a table


def cells_of(row: str) -> Sequence[str]:
    """Return the cells of a row of a table."""
    cells = row.strip().strip("|").split("|") if has_bars(row) else re.split(" {2,}", row.rstrip())
    return [cell.strip() for cell in cells]


def has_bars(text: str) -> bool:
    """Tell whether a row has bars between its cells."""
    return text.lstrip().startswith("|") and text.count("|") >= 2


def _figures(row: str) -> int:
    return sum(any(char.isdigit() for char in cell) for cell in cells_of(row))
