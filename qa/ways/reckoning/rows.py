"""Rows of a table held against each other, added up, or the farthest of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from index.language.english.comparing import reckoning as words
from index.language.english.comparing.series import BOUNDED
from index.language.english.questions import VERDICTS
from qa.question.comparing.operations import Operation
from qa.question.comparing.reckoned import (
    Reckoning,
    asks_both,
    asks_verdict,
    order_of,
    reckoning_of,
    with_year_before,
)
from qa.text.words import numbers
from qa.types import Evidence, Statement
from qa.ways.reckoning.amounts import Amount, alike, amount_in, multiples, result, rounded
from qa.ways.reckoning.bounded import changes_in, counted_in, told_of_each, told_whether
from qa.ways.reckoning.meant import columns_meant, is_about, place_in, rows_meant
from qa.ways.reckoning.tables import Row, Table, Value, value_of
from qa.writing.comparing.apart import time_apart

_ENDS = (Operation.MOST, Operation.LEAST)
_DOWN = (Operation.LEAST, Operation.FIRST)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is reckoned with: what it is called, what it tells, and its row."""

    name: str
    text: str
    value: Value
    proof: Evidence
    times: int = 1


def reckoned_in(table: Table, question: str, own: str = "") -> Statement | None:
    """Return what a question asks to be reckoned with a table; None where it means none.

    A follow-up names two columns in words of its `own`: one of an earlier question is not another.
    """
    question = with_year_before(question)
    rows = rows_meant(table, question)
    columns = columns_meant(table, question, rows)
    if own and len(columns) == 2 and set(columns_meant(table, own, rows)) != set(columns):
        return None
    if not columns or not is_about(table, BOUNDED.sub(" ", question), rows, columns):
        return None
    if len(columns) == 2 and len(rows) != 1:
        return changes_in(table, question, rows, columns)
    if not rows and (bounded := counted_in(table, question, columns)):
        return bounded
    if not rows and words.THAN_ANOTHER.search(question):
        return None
    each = len(columns) == 1 and words.OF_EACH.search(question) and order_of(question) is None
    if not rows and each and reckoning_of(question) in (None, Reckoning.MEAN):
        return told_of_each(table, columns[0])
    return _of_cells(table, question, rows, columns)


def _of_cells(
    table: Table, question: str, rows: Sequence[Row], columns: Sequence[int]
) -> Statement | None:
    """Return what follows from the cells that are meant."""
    cells = _cells(table, question, rows, columns)
    if len(cells) < 2 or len({(cell.value.unit, cell.value.dated) for cell in cells}) > 1:
        return None
    what = table.names[columns[0]] if len(columns) == 1 else rows[0].name
    told = _told(question, cells, what, whole=not rows)
    if not told:
        return None
    text, short, used = told
    proof = dict.fromkeys(cell.proof for cell in used)
    return Statement(text, (*proof, table.heads), short)


def _cells(table: Table, question: str, rows: Sequence[Row], columns: Sequence[int]) -> list[Cell]:
    """Return the cells that are meant: of several rows, of all, or of two columns of one row."""
    if len(columns) == 1:
        chosen = (
            rows if len(rows) > 1 else [row for row in table.rows if not row.total and not rows]
        )
        found = [(row.name, row.cells[columns[0]], row) for row in chosen]
    elif len(rows) == 1 and len(columns) == 2:
        found = [(table.names[n], rows[0].cells[n], rows[0]) for n in columns]
        found.sort(key=lambda item: place_in(question, item[0]))
    else:
        return []
    told = [(name, text, value_of(text), row) for name, text, row in found]
    if any(value is None for _, _, value, _ in told):
        return []
    times = multiples(question, [row.name for _, _, _, row in told])
    return [
        Cell(name, text, value, row.proof, times.get(row.name, 1))
        for name, text, value, row in told
        if value
    ]


def _told(
    question: str, cells: Sequence[Cell], what: str, *, whole: bool
) -> tuple[str, str, Sequence[Cell]] | None:
    """Return the sentence, the figure or name in it that answers, and the cells it follows from.

    `what` they tell: the head of their column, or the name of their row.
    """
    if went := told_whether(question, what, [(cell.name, cell.text) for cell in cells]):
        return went, went.partition(".")[0], cells
    if asks_both(question) and len(cells) > 2:
        ends = [_ordered(question, end, cells, what, whole=True) for end in _ENDS]
        found = [end[0].rstrip(".") for end in ends if end]
        return (f"{'; '.join(found)}.", "", cells) if len(found) == len(ends) else None
    reckoning, order = reckoning_of(question), order_of(question)
    amounts = [amount_in(cell.text) for cell in cells]
    if reckoning and not (whole and order and reckoning is not Reckoning.SUM):
        if reckoning is Reckoning.DIFFERENCE and cells[0].value.dated and len(cells) == 2:
            told = time_apart([cell.text for cell in cells])
            return (told, "", cells) if told else None
        known = [amount for amount in amounts if amount]
        if cells[0].value.dated or len(known) < len(cells) or not alike(known):
            return None
        return _with_result(question, reckoning, cells, known)
    if order is None or any(cell.times > 1 for cell in cells):
        return None
    if order in (Operation.FIRST, Operation.LAST) and not cells[0].value.dated:
        return None
    return _ordered(question, order, cells, what, whole=whole)


def _with_result(
    question: str, reckoning: Reckoning, cells: Sequence[Cell], amounts: Sequence[Amount]
) -> tuple[str, str, Sequence[Cell]] | None:
    values = [amount.value * cell.times for amount, cell in zip(amounts, cells, strict=True)]
    parts = [
        f"{f'{cell.times} × ' if cell.times > 1 else ''}{cell.name} {cell.text}" for cell in cells
    ]
    if reckoning in (Reckoning.SUM, Reckoning.MEAN):
        told = Decimal(sum(values))
        shape, joined = words.SUM_OF, " + ".join(parts)
        if reckoning is Reckoning.MEAN:
            told, shape = rounded(told / len(values)), words.MEAN_OF
            joined = f"({joined}) ÷ {len(values)}"
        shown = result(told, amounts)
        return shape.format(value=shown, parts=joined), shown, cells
    if len(cells) != 2 or min(values) < 0:
        return None
    most, least = sorted((0, 1), key=lambda n: -values[n])
    if reckoning is Reckoning.TIMES and values[least]:
        shown = f"{rounded(values[most] / values[least]):f}"
        joined = f"{parts[most]} ÷ {parts[least]}"
        return words.TIMES_OF.format(value=shown, parts=joined), shown, cells
    if reckoning is not Reckoning.DIFFERENCE:
        return None
    shown = result(values[most] - values[least], amounts)
    joined = f"{parts[most]} − {parts[least]}"
    return words.DIFFERENCE_OF.format(value=shown, parts=joined), shown, cells


def _asks_verdict(question: str, cells: Sequence[Cell]) -> bool:
    """Tell whether a question asks if its first side has more, and no more than that."""
    one, two = (place_in(question, cell.name) for cell in cells)
    named = numbers(" ".join(cell.name for cell in cells))
    return asks_verdict(question) and 0 <= one < two and numbers(question) <= named


def _ordered(
    question: str, order: Operation, cells: Sequence[Cell], what: str, *, whole: bool
) -> tuple[str, str, Sequence[Cell]] | None:
    """Return which cell is the farthest, before the other or among all."""
    down = order in _DOWN
    ranked = sorted(cells, key=lambda cell: cell.value.number if down else -cell.value.number)
    first, second = ranked[:2]
    alike_ = first.value.number == second.value.number
    if whole or len(cells) > 2:
        if alike_:
            return None
        value = f"{what} {first.text}".strip()
        most = words.UNDER if down else words.OVER
        told = words.FARTHEST.format(which=first.name, value=value, most=most)
        return told, first.name, cells
    holds = not alike_ and first is cells[0]
    said = f"{VERDICTS[holds]}. " if _asks_verdict(question, cells) else ""
    if alike_:
        told = words.ALIKE.format(one=cells[0].name, two=cells[1].name, value=first.text)
        return f"{said}{told}", "", cells
    value = f"{what} {first.text}".strip()
    told = words.AGAINST_OF.format(
        which=first.name, value=value, other=second.text, name=second.name
    )
    return f"{said}{told}", said.strip(" .") or first.name, cells
