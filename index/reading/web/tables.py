"""Write the tables of a page as Markdown: heads with a rule below them, a line for each row.

A cell over several rows or columns stands in each of them, heads in several rows are joined, and a
line over all columns names the rows below it. What has no heads and two columns is a list of facts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from index.reading.web.heads import Cell, Row, is_full, looks_like_heads, names_columns, own

Said = Callable[[HtmlElement], str]
BAR = "¦"  # in place of a bar in a cell, which would border it
_MOST_COLUMNS = 100
_MOST_PLACES = 200_000
_ARRANGES = ("table", "h1", "h2", "h3", "section", "article", "nav", "form", "header", "footer")
_NOTE = 8  # words: a longer line over all columns is none that names rows


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table with the element that it is from; `joins`: it goes on with the table."""

    text: str
    element: HtmlElement
    joins: bool = False


def lines_of(table: HtmlElement, said: Said) -> list[Line] | None:
    """Return the lines of a table; None for one that only arranges the page."""
    parts = _rows(table)
    if _arranges(table, [row for row, _ in parts]):
        return None
    grid = _grid(parts, said)
    if grid is None or not any(own(row) for row in grid):
        return None
    captions = (caption for caption in table if caption.tag == "caption")
    told = [Line(text, it) for it in captions if (text := said(it))]
    heads = [part == "thead" for _, part in parts]
    body = _without_empty([(row, head) for row, head in zip(grid, heads, strict=True) if own(row)])
    return [*told, *_lines(body)]


def row_line(element: HtmlElement, said: Said) -> str | None:
    """Return a row of a table that arranges the page as one line; None if the row does, too."""
    cells = _cells(element)
    if len(cells) < 2 or any(map(is_arranged, cells)):
        return None
    texts = list(map(said, cells))
    return _joined(texts) if any(texts) else None


def is_arranged(cell: HtmlElement) -> bool:
    """Tell whether a cell holds a part of the page, not a fact."""
    return any(cell.find(f".//{tag}") is not None for tag in _ARRANGES) or _is_prose(cell)


def _is_prose(cell: HtmlElement) -> bool:
    return len(cell.findall(".//p")) > 1


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _rows(table: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Return the rows of a table, with the part of it that they stand in, as they are shown."""
    found = [(child, "tbody") for child in table if child.tag == "tr"]
    for part in table:
        if part.tag in ("thead", "tbody", "tfoot"):
            found += [(row, part.tag) for row in part if row.tag == "tr"]
    return sorted(found, key=lambda it: ("thead", "tbody", "tfoot").index(it[1]))


def _arranges(table: HtmlElement, rows: Sequence[HtmlElement]) -> bool:
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return True
    cells = [cell for row in rows for cell in _cells(row)]
    if max((len(_cells(row)) for row in rows), default=0) < 2:
        return True
    if table.find("caption") is not None or any(cell.tag == "th" for cell in cells):
        return False
    return any(map(is_arranged, cells))


def _grid(parts: Sequence[tuple[HtmlElement, str]], said: Said) -> list[list[Cell]] | None:
    """Return the cells in each place of a table; None for one that is too large to spread."""
    lengths = [0] * len(parts)  # rows of the same part from each row on
    for n in reversed(range(len(parts))):
        goes_on = n + 1 < len(parts) and parts[n + 1][1] == parts[n][1]
        lengths[n] = 1 + (lengths[n + 1] if goes_on else 0)
    places: dict[tuple[int, int], Cell] = {}
    for n, (row, _) in enumerate(parts):
        column = 0
        for element in _cells(row):
            while (n, column) in places:
                column += 1
            width = min(_span(element, "colspan") or 1, _MOST_COLUMNS)
            height = min(_span(element, "rowspan") or lengths[n], lengths[n])
            if len(places) + width * height > _MOST_PLACES:
                return None
            text = said(element).replace("|", BAR)
            cell = Cell(text, element, width, (n, column))
            covered = ((n + y, column + x) for y in range(height) for x in range(width))
            places.update((place, cell) for place in covered if place not in places)
    width = 1 + max((column for _, column in places), default=-1)
    if width * len(parts) > _MOST_PLACES:
        return None
    return [
        [places.get((n, x)) or Cell("", row, 1, (n, x)) for x in range(width)]
        for n, (row, _) in enumerate(parts)
    ]


def _span(cell: HtmlElement, name: str) -> int:
    written = (cell.get(name) or "1").strip()
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 7 else 1


def _without_empty(rows: list[tuple[Row, bool]]) -> list[tuple[Row, bool]]:
    """Leave out the columns without any text, which only part others."""
    kept = [x for x in range(len(rows[0][0])) if any(row[x].text for row, _ in rows)]
    return [([row[x] for x in kept], head) for row, head in rows]


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
