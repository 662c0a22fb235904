"""Rows of a table that a bound holds for, and how cells change from one column to another."""

import operator
from collections.abc import Sequence
from decimal import Decimal

from index.language.english.comparing import reckoning as words
from index.language.english.comparing.series import BOUNDED
from index.language.english.comparing.whether import WENT
from index.language.english.questions import VERDICTS
from qa.question.comparing.operations import Operation
from qa.question.comparing.reckoned import change_of, order_of
from qa.text.words import years
from qa.types import Statement
from qa.ways.reckoning.amounts import Amount, amount_in, result
from qa.ways.reckoning.tables import Row, Table
from qa.writing.comparing.bounds import HOLDS

_HOLDS = {**HOLDS, "exact": operator.eq}


def counted_in(table: Table, question: str, columns: Sequence[int]) -> Statement | None:
    """Return how many rows keep to the bound that a question names, and which.

    None where it names none, or a cell does not compare with it.
    """
    bound = BOUNDED.search(question)
    if len(columns) != 1 or not bound or not bound["number"]:
        return None
    name = next(name for name in _HOLDS if bound[name])
    limit = amount_in(question[bound.start("number") :]) or amount_in(bound["number"])
    rows = [row for row in table.rows if not row.total]
    amounts = [amount_in(row.cells[columns[0]]) for row in rows]
    if limit is None or any(one is None for one in amounts):
        return None
    known = [one for one in amounts if one]
    if any(limit.measure and one.measure != limit.measure for one in known):
        return None
    kept = [
        row for row, one in zip(rows, known, strict=True) if _HOLDS[name](one.value, limit.value)
    ]
    told = ", ".join(f"{row.name} {row.cells[columns[0]]}" for row in kept)
    shape = words.COUNTED if kept else words.NONE_OF
    text = shape.format(number=len(kept), total=len(rows), names=told)
    proof = (row.proof for row in (kept or rows))
    return Statement(text, (*proof, table.heads), str(len(kept)) if kept else "")


def changes_in(
    table: Table, question: str, rows: Sequence[Row], columns: Sequence[int]
) -> Statement | None:
    """Return which of two rows, or of all, changed more or at all from one column to another."""
    order = order_of(question)
    if order not in (Operation.MOST, Operation.LEAST):
        return None
    first, last = columns
    chosen = rows or [row for row in table.rows if not row.total]
    pairs = [(amount_in(row.cells[first]), amount_in(row.cells[last])) for row in chosen]
    known = [(one, two) for one, two in pairs if one and two and one.measure == two.measure]
    if len(known) < len(chosen) or len(chosen) == 1:
        return None
    changes = [two.value - one.value for one, two in known]
    if len(rows) == 2:
        return _more(table, rows, columns, changes, [pair[0] for pair in known])
    if rows or not words.THAN_ANOTHER.search(question):
        return None
    sign = 1 if order is Operation.MOST else -1
    kept = [n for n, change in enumerate(changes) if change * sign > 0]
    if not kept or len(kept) == len(chosen):
        return None
    found = [chosen[n] for n in kept]
    told = "; ".join(
        words.AGAINST_OF.format(
            which=row.name, value=row.cells[last], other=row.cells[first], name=table.names[first]
        ).rstrip(".")
        for row in found
    )
    names = ", ".join(row.name for row in found)
    return Statement(f"{told}.", (*(row.proof for row in found), table.heads), names)


def told_of_each(table: Table, column: int) -> Statement | None:
    """Return the cell of each row in a column; None where one is empty."""
    rows = [row for row in table.rows if not row.total]
    if len(rows) < 2 or not all(row.cells[column] for row in rows):
        return None
    told = "; ".join(f"{row.name}: {row.cells[column]}" for row in rows)
    return Statement(f"{told}.", (*(row.proof for row in rows), table.heads))


def _more(
    table: Table,
    rows: Sequence[Row],
    columns: Sequence[int],
    changes: Sequence[Decimal],
    amounts: Sequence[Amount],
) -> Statement | None:
    """Return both changes, the greater one first; None where one is none or falls."""
    if min(changes) < 0 or changes[0] == changes[1]:
        return None
    told = [
        words.CHANGE.format(
            name=rows[n].name,
            change=result(changes[n], [amounts[n]]),
            first=rows[n].cells[columns[0]],
            last=rows[n].cells[columns[1]],
        )
        for n in sorted((0, 1), key=lambda n: -changes[n])
    ]
    best = rows[0] if changes[0] > changes[1] else rows[1]
    proof = (rows[0].proof, rows[1].proof, table.heads)
    return Statement(f"{told[0]}; {told[1]}.", proof, best.name)


def told_whether(question: str, what: str, cells: Sequence[tuple[str, str]]) -> str:
    """Return whether something rose or fell as a question asks, of two (name, cell) with years.

    "" where they do not tell it.
    """
    asked = change_of(question)
    if not asked or len(cells) != 2 or any(len(years(name)) != 1 for name, _ in cells):
        return ""
    (start, first), (end, last) = sorted((min(years(name)), text) for name, text in cells)
    was, became = (amount_in(text) for text in (first, last))
    if not was or not became or was.measure != became.measure:
        return ""
    verdict = VERDICTS[(became.value - was.value) * asked > 0]
    return WENT.format(verdict=verdict, what=what, first=first, last=last, start=start, end=end)
