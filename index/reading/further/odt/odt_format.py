"""Read a text of LibreOffice and others (.odt): headings, paragraphs, lists, tables and notes.

What heads and foots of pages say is read once. Deleted text, comments and hidden text are listed.
"""

import re
from collections.abc import Iterator

from lxml import etree

from index.cleaning.cleaning import Change
from index.cleaning.furniture import has_figure
from index.reading.extracted import Extracted, iso_date, plain_line, readable
from index.reading.further.odt.lists import Numbers
from index.reading.further.odt.looks import Looks
from index.reading.further.odt.prepared import opened
from index.reading.further.odt.running_text import PAGE, Inline, local, object_names, text_ns
from index.reading.further.odt.tables import Tables
from index.reading.web.formulas import formula_text
from index.unread import Unread


def read_odt(raw: bytes) -> Extracted:
    """Read a text; raises `UnusableError` for one that is encrypted or damaged."""
    with readable(Unread.DAMAGED_FILE):
        return _Odt(*opened(raw)).read()


_HOLDERS = frozenset(
    "section index-body index-title text-box frame g custom-shape bibliography a".split()
)
_SHOWN_OTHERWISE = ("", "number")  # comments of XML, and the marks of items
_SHOWN = (None, "true")
_INDEXES = (
    *("table-of-content", "alphabetical-index", "illustration-index", "table-index"),
    *("user-index", "object-index"),
)


class _Odt:
    """One text being read: its parts, the notes met so far, and what is left out."""

    def __init__(
        self, parts: dict[str, etree._Element], objects: dict[str, etree._Element]
    ) -> None:
        self.parts = parts
        self.objects = objects
        formulas = {
            name: formula_text(one) for name, one in objects.items() if local(one) == "math"
        }
        self.looks = Looks(parts.values())
        self.inline = Inline(self.looks, formulas)
        self.numbers = Numbers(parts.values())
        self.tables = Tables(self._blocks, self.inline.changes)

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
            yield from self._block(child)

    def _block(self, child: etree._Element) -> Iterator[str]:
        kind = local(child)
        if kind in ("h", "p"):
            yield from self._paragraph(child, "#" * self._level(child, kind))
        elif kind == "list":
            yield "\n".join(self._items(child, child.get(text_ns("style-name")) or "", 1))
        elif kind == "numbered-paragraph":
            yield from self._numbered(child)
        elif kind == "table":
            yield self.tables.read(child)
        elif kind == "object":
            yield from self._of_object(child)
        elif kind in _HOLDERS and child.get(text_ns("display")) in _SHOWN:
            yield from self._blocks(child)
        else:
            self._leave_out(child, kind)

    def _level(self, child: etree._Element, kind: str) -> int:
        """Return the level of a heading, 1 for the title of the text, 0 for a paragraph."""
        if kind == "h":
            return min(6, int(child.get(text_ns("outline-level")) or 1))
        return int(self.looks.is_title(child.get(text_ns("style-name"))))

    def _of_object(self, shown: etree._Element) -> Iterator[str]:
        """Yield the tables of a sheet or chart that a frame shows; other objects are listed."""
        frame = shown.getparent()
        names = [name for name in object_names(frame) if name in self.objects]
        tables = [table for name in names for table in self.objects[name].iter("{*}table")]
        yield from filter(str.strip, map(self.tables.read, tables))
        if not tables:
            self.inline.changes += [Change("object", name, "") for name in object_names(frame)]

    def _leave_out(self, element: etree._Element, kind: str) -> None:
        """List text that was deleted or is hidden, contents, and what else is not read."""
        if kind == "tracked-changes":
            pieces, rule = list(element.iter(text_ns("deletion"))), "deleted"
        elif kind in _SHOWN_OTHERWISE:
            return
        elif kind in _INDEXES:
            pieces, rule = [element], "table of contents"
        else:
            pieces, rule = [element], "hidden" if kind in _HOLDERS else f"unread part: {kind}"
        told = (" ".join("".join(piece.itertext()).split()) for piece in pieces)
        self.inline.changes += [Change(rule, text, "") for text in told if text]

    def _paragraph(self, element: etree._Element, mark: str = "") -> Iterator[str]:
        text, boxes = self.inline.read(element)
        if text.strip():
            yield f"{mark} {' '.join(text.split())}" if mark else text.strip()
        for box in boxes:
            yield from self._blocks(box)

    def _items(self, element: etree._Element, style: str, level: int) -> Iterator[str]:
        """Yield the lines of a list, those of lists within it indented, numbered as shown."""
        pad = "  " * (level - 1)
        self.numbers.begin(element, style, level)
        for item in element:
            kind = local(item)
            mark = ""
            if kind != "list-header":
                inner = next(iter(item), None)
                blank = inner is not None and local(inner) == "list"  # only holds a list within
                mark = "" if blank else self.numbers.mark(item, style, level)
            yield from self._item(item, style, level, pad, mark)
        self.numbers.end(element, style, level)

    def _item(
        self, item: etree._Element, style: str, level: int, pad: str, mark: str
    ) -> Iterator[str]:
        for child in item:
            if local(child) == "list":
                inner = child.get(text_ns("style-name")) or style
                yield from self._items(child, inner, level + 1)
            else:
                for text in self._of_item(child):
                    yield pad + mark + text
                    mark = "  " if mark else ""

    def _of_item(self, child: etree._Element) -> Iterator[str]:
        return self._paragraph(child) if local(child) in ("p", "h") else self._block(child)

    def _numbered(self, element: etree._Element) -> Iterator[str]:
        """Yield a paragraph that is an item of a list by its own word."""
        style, level = (
            element.get(text_ns("style-name")) or "",
            int(element.get(text_ns("level")) or 1),
        )
        mark = self.numbers.mark(element, style, level)
        yield "\n".join(self._item(element, style, level, "  " * (level - 1), mark))


def _meta(meta: etree._Element | None, name: str) -> str | None:
    found = meta.find(f".//{{*}}{name}") if meta is not None else None
    return plain_line(found.text) if found is not None else None
