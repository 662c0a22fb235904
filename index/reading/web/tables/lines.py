"""Write the tables of a page as Markdown: heads with a rule below them, a line for each row.

A cell over several rows or columns stands in each of them, heads in several rows are joined, and a
line over all columns names the rows below it. What has no heads and two columns is a list of facts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from index.reading.web.tables.grid import (
    Said,
    arranges,
    cells_of,
    grid_of,
    is_arranged,
    rows_of,
    without_empty,
)
from index.reading.web.tables.heads import Cell, Row, is_full, looks_like_heads, names_columns, own

_NOTE = 8  # words: a longer line over all columns is none that names rows


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table with the element that it is from; `joins`: it goes on with the table."""

    text: str
    element: HtmlElement
    joins: bool = False


def lines_of(table: HtmlElement, said: Said) -> list[Line] | None:
    """Return the lines of a table; None for one that only arranges the page."""
    parts = rows_of(table)
    if arranges(table, [row for row, _ in parts]):
        return None
    grid = grid_of(parts, said)
    if grid is None or not any(own(row) for row in grid):
        return None
    captions = (caption for caption in table if caption.tag == "caption")
    told = [Line(text, it) for it in captions if (text := said(it))]
    heads = [part == "thead" for _, part in parts]
    body = without_empty([(row, head) for row, head in zip(grid, heads, strict=True) if own(row)])
    return [*told, *_lines(body)]


def row_line(element: HtmlElement, said: Said) -> str | None:
    """Return a row of a table that arranges the page as one line; None if the row does, too."""
    cells = cells_of(element)
    if len(cells) < 2 or any(map(is_arranged, cells)):
        return None
    texts = list(map(said, cells))
    return _joined(texts) if any(texts) else None


def _lines(rows: Sequence[tuple[Row, bool]]) -> Iterator[Line]:
    """Yield the lines of a table, of each part of it that has heads of its own."""
    heads: list[Row] = []
    body: list[Row] = []
    for row, in_head in rows:
        if names_columns(row, in_head=in_head) and not is_full(row):
            if body:
                yield from _part(heads, body)
                heads, body = [], []
            heads.append(row)
        elif is_full(row) and not heads and not body:
            yield Line(row[0].text, row[0].element)
        else:
            body.append(row)
    yield from _part(heads, body)


def _part(heads: list[Row], body: list[Row]) -> Iterator[Line]:
    notes: list[Row] = []
    while body and is_full(body[-1]):
        notes.insert(0, body.pop())
    if not heads and looks_like_heads([row for row in body if not is_full(row)]):
        heads, body = body[:1], body[1:]
    named = list(_named(body))
    if not heads and _are_facts([row for row, _ in named]):
        yield from (Line(_fact(own(row), group), _tr(row)) for row, group in named)
    else:
        yield from _table(heads, named)
    yield from (Line(row[0].text, row[0].element) for row in notes)


def _table(heads: Sequence[Row], named: Sequence[tuple[Row, str]]) -> Iterator[Line]:
    if heads:
        columns = zip(*heads, strict=True)
        names = [", ".join(dict.fromkeys(it.text for it in own(column))) for column in columns]
        yield Line(f"{_joined(names)}\n|{'---|' * len(names)}", _tr(heads[0]))
    joins = bool(heads)
    for row, group in named:
        first, *others = (cell.text for cell in row)
        if is_full(row):
            others = [""] * len(others)
        yield Line(_joined([", ".join(filter(None, (group, first))), *others]), _tr(row), joins)
        joins = True


def _named(body: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Yield the rows with the line over all columns that names them, where there is one."""
    group = ""
    for row in body:
        words = row[0].text
        names = row[0].element.tag == "th" or len(words.split()) <= _NOTE
        if is_full(row) and names and not words.endswith("."):
            group = words.rstrip(":")
        else:
            yield row, "" if is_full(row) else group


def _are_facts(rows: Sequence[Row]) -> bool:
    """Tell whether rows are facts, each with its name before it."""
    plain = [row for row in rows if not is_full(row)]
    named = all(row[0].element.tag == "th" or row[0].text.endswith(":") for row in plain)
    return bool(plain) and len(plain[0]) == 2 and named


def _fact(cells: Sequence[Cell], group: str) -> str:
    name, *values = (cell.text for cell in cells)
    name = ", ".join(filter(None, (group, name.rstrip(":"))))
    return f"{name}: {' '.join(values)}" if values else name


def _tr(row: Row) -> HtmlElement:
    """Return the element of a row, by a cell that begins in it."""
    last = max(row, key=lambda cell: cell.place[0]).element
    return last if last.tag == "tr" else last.getparent()


def _joined(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"
