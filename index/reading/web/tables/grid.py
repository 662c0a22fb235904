"""Tell what stands in each place of a table, and a table from one that arranges the page."""

from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from index.reading.web.tables.heads import Cell, Row

Said = Callable[[HtmlElement], str]
BAR = "¦"  # in place of a bar in a cell, which would border it
_MOST_COLUMNS = 100
_MOST_PLACES = 200_000
_ARRANGES = ("table", "h1", "h2", "h3", "section", "article", "nav", "form", "header", "footer")


def is_arranged(cell: HtmlElement) -> bool:
    """Tell whether a cell holds a part of the page, not a fact."""
    return any(cell.find(f".//{tag}") is not None for tag in _ARRANGES) or _is_prose(cell)


def _is_prose(cell: HtmlElement) -> bool:
    return len(cell.findall(".//p")) > 1


def cells_of(row: HtmlElement) -> list[HtmlElement]:
    """Return the cells of a row, as the page has them."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def rows_of(table: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Return the rows of a table, with the part of it that they stand in, as they are shown."""
    found = [(child, "tbody") for child in table if child.tag == "tr"]
    for part in table:
        if part.tag in ("thead", "tbody", "tfoot"):
            found += [(row, part.tag) for row in part if row.tag == "tr"]
    return sorted(found, key=lambda it: ("thead", "tbody", "tfoot").index(it[1]))


def arranges(table: HtmlElement, rows: Sequence[HtmlElement]) -> bool:
    """Tell whether a table only arranges the page."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return True
    cells = [cell for row in rows for cell in cells_of(row)]
    if max((len(cells_of(row)) for row in rows), default=0) < 2:
        return True
    if table.find("caption") is not None or any(cell.tag == "th" for cell in cells):
        return False
    return any(map(is_arranged, cells))


def grid_of(parts: Sequence[tuple[HtmlElement, str]], said: Said) -> list[list[Cell]] | None:
    """Return the cells in each place of a table; None for one that is too large to spread."""
    lengths = [0] * len(parts)  # rows of the same part from each row on
    for n in reversed(range(len(parts))):
        goes_on = n + 1 < len(parts) and parts[n + 1][1] == parts[n][1]
        lengths[n] = 1 + (lengths[n + 1] if goes_on else 0)
    places: dict[tuple[int, int], Cell] = {}
    for n, (row, _) in enumerate(parts):
        column = 0
        for element in cells_of(row):
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


def without_empty(rows: list[tuple[Row, bool]]) -> list[tuple[Row, bool]]:
    """Leave out the columns without any text, which only part others."""
    kept = [x for x in range(len(rows[0][0])) if any(row[x].text for row, _ in rows)]
    return [([row[x] for x in kept], head) for row, head in rows]
