"""Two cells of one row that a question holds against each other."""

from collections.abc import Sequence

from qa.question.forms import Asked
from qa.question.kinds import Kind
from qa.text.rows import cells_of, is_row
from qa.types import Evidence, Statement
from qa.writing.comparing.arithmetic import computed
from qa.writing.comparing.operands import groups, operands
from qa.writing.tables import NAMED, named_columns


def reckoned(asked: Asked, question: str, row: Evidence, heads: Evidence | None) -> list[Statement]:
    """Return what a comparison asks to be reckoned with two cells of a row; empty for nothing."""
    if asked.kind is not Kind.COMPARISON:
        return []
    cells = compared_cells(question, row.text, heads.text if heads else "")
    result = computed(asked.operation, cells, compares=True)
    return [Statement(result, (row,))] if result else []


def compared_cells(question: str, row: str, heads: str = "") -> list[str]:
    """Return the two cells of a row that measure or count one thing, if they are the only two.

    Where a question names columns they are of these; one that names a single column compares none.
    """
    if not is_row(row):
        return []
    cells = cells_of(row)
    named = _named(question, cells_of(heads), cells) if heads else []
    if len(named) == 1:
        return []
    chosen = [cells[n] for n in named] or cells[1:]
    single = {cell: operands(cell) for cell in chosen}
    alike = groups([found[0] for found in single.values() if len(found) == 1])
    pairs = [{item.written for item in group} for group in alike if len(group) == 2]
    if len(pairs) != 1:
        return []
    return [cell for cell, found in single.items() if {item.written for item in found} <= pairs[0]]


def _named(question: str, names: Sequence[str], cells: Sequence[str]) -> list[int]:
    if len(names) != len(cells):
        return []
    return [n for n, share in enumerate(named_columns(question, names)) if share >= NAMED]
