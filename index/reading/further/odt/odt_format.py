"""Read a text of LibreOffice and others (.odt): headings, paragraphs, lists, tables and notes.

What heads and foots of pages say is read once. Deleted text, comments and hidden text are listed.
"""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from index.cleaning.cleaning import Change
from index.cleaning.furniture import has_figure
from index.reading.extracted import Extracted, UnusableError, iso_date, plain_line, readable
from index.reading.further.grids import Cell, table_text
from index.reading.further.odt.running_text import PAGE, Inline, heights, local, text_ns
from index.reading.further.packages import check_package
from index.unread import Unread

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST = 1000  # repetitions of a cell or row; more are the blank rest of a sheet


def read_odt(raw: bytes) -> Extracted:
    """Read a text; raises `UnusableError` for one that is encrypted or damaged."""
    with readable(Unread.DAMAGED_FILE):
        names = check_package(raw)
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            manifest = packed.read("META-INF/manifest.xml") if _MANIFEST in names else b""
            if b"encryption-data" in manifest:
                raise UnusableError(Unread.PROTECTED)
            parts = {name: _parsed(packed.read(name)) for name in names if name in _PARTS}
        return _Odt(parts).read()


_MANIFEST = "META-INF/manifest.xml"
_HOLDERS = ("section", "index-body", "index-title", "text-box", "frame", "g", "custom-shape")
_INDEXES = ("table-of-content", "alphabetical-index", "illustration-index", "table-index")
_PARTS = ("content.xml", "styles.xml", "meta.xml")


def _parsed(raw: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(raw, parser)


class _Odt:
    """One text being read: its parts, the notes met so far, and what is left out."""

    def __init__(self, parts: dict[str, etree._Element]) -> None:
        self.parts = parts
        self.inline = Inline(heights(parts.values()))
        self.numbered = {
            (
                style.get(text_ns("name")) or style.get(_style_name()) or "",
                level.get(text_ns("level")),
            )
            for part in parts.values()
            for style in part.iter(text_ns("list-style"))
            for level in style.iter(text_ns("list-level-style-number"))
            if level.get(_number_format())
        }

    def read(self) -> Extracted:
        """Return the text with its notes, heads and foots."""
        body = next(self.parts["content.xml"].iter("{*}text"))
        blocks = list(self._blocks(body))
        said = {line.lstrip("#- ").strip() for block in blocks for line in block.split("\n")}
        heads, foots = self._running("header", said), self._running("footer", said)
        changes = [*self.inline.changes]
        changes += [Change("running head", line, "(read once)") for line in (*heads, *foots)]
        meta = self.parts.get("meta.xml")
        text = "\n\n".join([*blocks[:1], *heads, *blocks[1:], *self.inline.notes, *foots])
        title = _meta(meta, "title")
        return Extracted(text, title, iso_date(_meta(meta, "creation-date")), None, tuple(changes))

    def _running(self, kind: str, said: set[str]) -> list[str]:
        styles = self.parts.get("styles.xml")
        if styles is None:
            return []
        self.inline.counts_pages = True
        found = [
            line
            for part in styles.iter(f"{{*}}{kind}", f"{{*}}{kind}-first", f"{{*}}{kind}-left")
            for block in self._blocks(part)
            for line in block.split("\n")
            if line.strip()
        ]
        self.inline.counts_pages = False
        lines = [self._without_page(line) for line in dict.fromkeys(found)]
        return [line for line in dict.fromkeys(lines) if line and line.strip() not in said]

    def _without_page(self, line: str) -> str:
        """Take the number of a page out of a line; one that says no more goes with it."""
        if PAGE not in line:
            return line
        left = line.replace(PAGE, "").strip()
        left = "" if len(re.findall(r"[^\W\d_]+", left)) <= 2 and not has_figure(left) else left
        seen = line.replace(PAGE, "1")
        self.inline.changes.append(Change("page number: a field that counts pages", seen, left))
        return left

    def _blocks(self, element: etree._Element) -> Iterator[str]:
        """Yield the blocks of an element in order."""
        for child in element:
            kind = local(child)
            if kind in ("h", "p"):
                level = int(child.get(text_ns("outline-level")) or 1)
                yield from self._paragraph(child, f"{'#' * min(6, level)} " if kind == "h" else "")
            elif kind == "list":
                yield "\n".join(self._items(child, child.get(text_ns("style-name")) or "", 1))
            elif kind == "table":
                yield self._table(child)
            elif kind in _HOLDERS:
                yield from self._blocks(child)
            else:
                self._leave_out(child, kind)

    def _leave_out(self, element: etree._Element, kind: str) -> None:
        """List text that was deleted, and contents, which repeat the headings."""
        if kind == "tracked-changes":
            pieces, rule = list(element.iter(text_ns("deletion"))), "deleted"
        else:
            pieces, rule = [element] if kind in _INDEXES else [], "table of contents"
        told = (" ".join("".join(piece.itertext()).split()) for piece in pieces)
        self.inline.changes += [Change(rule, text, "") for text in told if text]

    def _paragraph(self, element: etree._Element, mark: str = "") -> Iterator[str]:
        text, boxes = self.inline.read(element)
        if text.strip():
            yield mark + (" ".join(text.split()) if mark else text.strip())
        for box in boxes:
            yield from self._blocks(box)

    def _items(self, element: etree._Element, style: str, level: int) -> Iterator[str]:
        """Yield the lines of a list, those of lists within it indented, numbered as shown."""
        counted = (style, str(level)) in self.numbered
        for number, item in enumerate(element, 1):
            mark = f"{number}. " if counted else "- "
            pad = "  " * (level - 1)
            for child in item:
                if local(child) == "list":
                    inner = child.get(text_ns("style-name")) or style
                    yield from self._items(child, inner, level + 1)
                else:
                    for text in self._paragraph(child):
                        head = pad + ("" if local(item) == "list-header" else mark)
                        yield head + text
                        mark = "  "

    def _table(self, table: etree._Element) -> str:
        grid: list[list[Cell]] = []
        open_cells: dict[tuple[int, int], Cell] = {}
        rows = list(table.iter(f"{_TABLE}table-row"))
        heads = sum(local(row.getparent()) == "table-header-rows" for row in rows)
        for row in (row for row in rows if next(row.iterancestors(f"{_TABLE}table")) is table):
            for _ in range(_times(row, "number-rows-repeated")):
                grid.append(self._row(row, len(grid), open_cells))
        width = max(map(len, grid), default=0)
        for y, cells in enumerate(grid):
            cells += [Cell("", (y, x)) for x in range(len(cells), width)]
        while grid and not any(cell.text.strip() for cell in grid[-1]):
            grid.pop()
        return table_text(grid, heads or int(len(grid) > 1))

    def _row(
        self, row: etree._Element, y: int, open_cells: dict[tuple[int, int], Cell]
    ) -> list[Cell]:
        cells: list[Cell] = []
        for element in row:
            if local(element) not in ("table-cell", "covered-table-cell"):
                continue
            text = " ".join(self._blocks(element))
            for _ in range(_times(element, "number-columns-repeated")):
                x = len(cells)
                cell = open_cells.pop((y, x), Cell(text, (y, x)))
                cells.append(cell)
                for down in range(_times(element, "number-rows-spanned")):
                    for right in range(_times(element, "number-columns-spanned")):
                        if (down, right) != (0, 0):
                            open_cells[y + down, x + right] = cell
        return cells


def _times(element: etree._Element, name: str) -> int:
    return min(_MOST, int(element.get(f"{_TABLE}{name}") or 1))


def _style_name() -> str:
    return "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name"


def _number_format() -> str:
    return "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}num-format"


def _meta(meta: etree._Element | None, name: str) -> str | None:
    found = meta.find(f".//{{*}}{name}") if meta is not None else None
    return plain_line(found.text) if found is not None else None
