"""The running text of a paragraph of an .odt file."""

from collections.abc import Iterable

from lxml import etree

from index.cleaning.cleaning import Change
from index.reading.signs.raised import lowered, note_mark, raised

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MARKS = {"tab": "\t", "line-break": "\n", "soft-page-break": ""}
PAGE = "\ue000"  # stands for the number of a page
_UNSEEN = {"annotation": "comment", "hidden-text": "hidden", "hidden-paragraph": "hidden"}


def text_ns(name: str) -> str:
    """Return a name of the namespace of text."""
    return f"{_TEXT}{name}"


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _positions(part: etree._Element) -> Iterable[tuple[str, str]]:
    """Yield the styles of raised and lowered text with "super" or "sub"."""
    for style in part.iter(f"{_STYLE}style"):
        for told in style.iter(f"{_STYLE}text-properties"):
            move = (told.get(f"{_STYLE}text-position") or "").partition(" ")[0]
            if move.endswith("%") and move != "0%":
                move = "sub" if move.startswith("-") else "super"
            if move in ("super", "sub"):
                yield style.get(f"{_STYLE}name") or "", move


class Inline:
    """Reads paragraphs; gathers their notes and what is not shown of them."""

    def __init__(self, parts: Iterable[etree._Element] = ()) -> None:
        self._moved = dict(pair for part in parts for pair in _positions(part))
        self.counts_pages = False  # in heads and foots, where a field that counts pages is no text
        self.notes: list[str] = []
        self.changes: list[Change] = []

    def read(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """Return the text of a paragraph and the frames that are anchored in it."""
        pieces: list[str] = [paragraph.text or ""]
        boxes: list[etree._Element] = []
        for child in paragraph:
            self._take(child, pieces, boxes)
            pieces.append(child.tail or "")
        return "".join(pieces), boxes

    def _fitted(self, child: etree._Element, text: str, before: str) -> str:
        move = self._moved.get(child.get(text_ns("style-name")) or "")
        if move == "super":
            return raised(text, before, child.tail or "")
        return lowered(text, before) if move == "sub" else text

    def _take(self, child: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        kind = local(child)
        if kind == "s":
            pieces.append(" " * min(100, int(child.get(text_ns("c")) or 1)))
        elif kind in _MARKS:
            pieces.append(_MARKS[kind])
        elif kind in ("page-number", "page-count") and self.counts_pages:
            pieces.append(PAGE)
        elif kind == "note":
            mark = self._note(child)
            pieces.append(note_mark(mark, "".join(pieces), child.tail or "") if mark else "")
        elif kind in _UNSEEN:
            told = " ".join("".join(child.itertext()).split())
            self.changes.append(Change(_UNSEEN[kind], told, ""))
        elif kind in ("frame", "custom-shape", "text-box"):
            boxes.append(child)
        elif kind not in ("annotation-end", ""):
            text, inner = self.read(child)
            pieces.append(self._fitted(child, text, "".join(pieces)))
            boxes.extend(inner)

    def _note(self, note: etree._Element) -> str:
        """Keep a note for the end of the text, and return the mark that leads to it."""
        citation, body = note.find(text_ns("note-citation")), note.find(text_ns("note-body"))
        mark = f"[{''.join(citation.itertext()).strip()}]" if citation is not None else ""
        texts = [self.read(part)[0] for part in body] if body is not None else []
        self.notes.append(f"{mark} {' '.join(' '.join(texts).split())}")
        return mark
