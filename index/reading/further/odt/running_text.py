"""The running text of a paragraph of an .odt file."""

import re
from collections.abc import Iterable

from lxml import etree

from index.cleaning.cleaning import Change
from index.reading.signs.raised import note_mark
from index.reading.signs.runs import Run, joined

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_POSITION = re.compile(r"\s*(?:(?P<word>super|sub)\b|(?P<up>[+-]?\d+(?:\.\d+)?)%)")
_MARKS = {"tab": "\t", "line-break": "\n", "soft-page-break": ""}
PAGE = "\ue000"  # stands for the number of a page
_UNSEEN = {"annotation": "comment", "hidden-text": "hidden", "hidden-paragraph": "hidden"}


def text_ns(name: str) -> str:
    """Return a name of the namespace of text."""
    return f"{_TEXT}{name}"


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def heights(parts: Iterable[etree._Element]) -> dict[str, int]:
    """Return the styles of text that is raised (1) or lowered (-1), by their names."""
    styles = [one for part in parts for one in part.iter(f"{_STYLE}style")]
    texts = {
        one.get(f"{_STYLE}name", ""): one for one in styles if one.get(f"{_STYLE}family") == "text"
    }
    return {name: height for name in texts if (height := _height(name, texts))}


def _height(name: str, styles: dict[str, etree._Element], depth: int = 20) -> int:
    """Return the height that a style has or takes from its parent."""
    style = styles.get(name)
    if style is None or not depth:
        return 0
    for properties in style.iter(f"{_STYLE}text-properties"):
        if found := _POSITION.match(properties.get(f"{_STYLE}text-position", "")):
            up = float(found["up"] or {"super": 1, "sub": -1}[found["word"]])
            return (up > 0) - (up < 0)
    return _height(style.get(f"{_STYLE}parent-style-name", ""), styles, depth - 1)


class Inline:
    """Reads paragraphs; gathers their notes and what is not shown of them.

    `heights` tells the styles of raised and lowered text.
    """

    def __init__(self, heights: dict[str, int]) -> None:
        self.counts_pages = False  # in heads and foots, where a field that counts pages is no text
        self.heights = heights
        self.notes: list[str] = []
        self.changes: list[Change] = []

    def read(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """Return the text of a paragraph and the frames that are anchored in it."""
        runs: list[Run] = []
        boxes: list[etree._Element] = []
        self._take_all(paragraph, 0, runs, boxes)
        return joined(runs), boxes

    def _take_all(
        self, element: etree._Element, height: int, runs: list[Run], boxes: list[etree._Element]
    ) -> None:
        runs.append((element.text or "", height))
        for child in element:
            self._take(child, height, runs, boxes)
            runs.append((child.tail or "", height))

    def _take(
        self, child: etree._Element, height: int, runs: list[Run], boxes: list[etree._Element]
    ) -> None:
        kind = local(child)
        if (mark := self._sign(child, kind)) is not None:
            runs.append((mark, height))
        elif kind == "note":
            if mark := self._note(child):
                before = "".join(text for text, _ in runs[-5:])
                runs.append((note_mark(mark, before, child.tail or ""), 0))
        elif kind in _UNSEEN:
            told = " ".join("".join(child.itertext()).split())
            self.changes.append(Change(_UNSEEN[kind], told, ""))
        elif kind in ("frame", "custom-shape", "text-box"):
            boxes.append(child)
        elif kind not in ("annotation-end", ""):
            own = self.heights.get(child.get(text_ns("style-name"), ""), height)
            self._take_all(child, own, runs, boxes)

    def _sign(self, child: etree._Element, kind: str) -> str | None:
        """Return what an element that holds no text stands for."""
        if kind == "s":
            return " " * min(100, int(child.get(text_ns("c")) or 1))
        if kind in ("page-number", "page-count") and self.counts_pages:
            return PAGE
        return _MARKS.get(kind)

    def _note(self, note: etree._Element) -> str:
        """Keep a note for the end of the text, and return the mark that leads to it."""
        citation, body = note.find(text_ns("note-citation")), note.find(text_ns("note-body"))
        mark = f"[{''.join(citation.itertext()).strip()}]" if citation is not None else ""
        texts = [self.read(part)[0] for part in body] if body is not None else []
        self.notes.append(f"{mark} {' '.join(' '.join(texts).split())}")
        return mark
