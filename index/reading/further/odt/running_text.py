"""The running text of a paragraph of an .odt file."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from lxml import etree

from index.cleaning.cleaning import Change
from index.reading.further.odt.looks import HIDDEN, PLAIN, Look, Looks
from index.reading.signs.raised import note_mark
from index.reading.signs.runs import closed, joined

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_MARKS = {"tab": "\t", "line-break": "\n", "soft-page-break": ""}
PAGE = "\ue000"  # stands for the number of a page
_UNSEEN = {"annotation": "comment", "hidden-text": HIDDEN, "hidden-paragraph": HIDDEN}
_Set = tuple[str, Look]  # a text and how it is set


def text_ns(name: str) -> str:
    """Return a name of the namespace of text."""
    return f"{_TEXT}{name}"


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def object_names(frame: etree._Element) -> Iterator[str]:
    """Yield the names of the objects that a frame shows: formulas, charts, sheets."""
    for shown in frame.iterfind(f"{_DRAW}object"):
        yield (shown.get(_HREF) or "").removeprefix("./").rstrip("/")


class Inline:
    """Reads paragraphs; gathers their notes and what is not shown of them.

    `looks` are the styles of text, `formulas` those that are objects of their own, by their names.
    """

    def __init__(self, looks: Looks, formulas: Mapping[str, str]) -> None:
        self.counts_pages = False  # in heads and foots, where a field that counts pages is no text
        self.looks = looks
        self.formulas = formulas
        self.notes: list[str] = []
        self.changes: list[Change] = []

    def read(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """Return the text of a paragraph and the frames that are anchored in it."""
        runs: list[_Set] = []
        boxes: list[etree._Element] = []
        look = self.looks.paragraph(paragraph.get(text_ns("style-name")))
        self._take_all(paragraph, (0, look[1]), runs, boxes)
        for gone, group in groupby(runs, lambda run: run[1][1]):
            told = " ".join("".join(text for text, _ in group).split())
            self.changes += [Change(gone, told, "")] if gone and told else []
        shown = (None if gone else (text, height) for text, (height, gone) in runs)
        return joined(closed(shown)), boxes

    def _take_all(
        self, element: etree._Element, look: Look, runs: list[_Set], boxes: list[etree._Element]
    ) -> None:
        runs.append((element.text or "", look))
        for child in element:
            self._take(child, look, runs, boxes)
            runs.append((child.tail or "", look))

    def _take(
        self, child: etree._Element, look: Look, runs: list[_Set], boxes: list[etree._Element]
    ) -> None:
        kind = local(child)
        if (mark := self._sign(child, kind)) is not None:
            runs.append((mark, look))
        elif kind == "note":
            if mark := self._note(child):
                before = "".join(text for text, _ in runs[-5:])
                runs.append((note_mark(mark, before, child.tail or ""), PLAIN))
        elif kind in _UNSEEN:
            told = " ".join("".join(child.itertext()).split())
            self.changes.append(Change(_UNSEEN[kind], told, ""))
        elif kind in ("frame", "custom-shape", "text-box"):
            boxes.append(child)
        elif kind not in ("annotation-end", ""):
            own = self.looks.text(child.get(text_ns("style-name")), look)
            self._take_all(child, own, runs, boxes)

    def _sign(self, child: etree._Element, kind: str) -> str | None:
        """Return what an element that holds no text stands for."""
        if kind == "s":
            return " " * min(100, int(child.get(text_ns("c")) or 1))
        if kind in ("page-number", "page-count") and self.counts_pages:
            return PAGE
        if kind == "frame":
            return next(filter(None, map(self.formulas.get, object_names(child))), None)
        return _MARKS.get(kind)

    def _note(self, note: etree._Element) -> str:
        """Keep a note for the end of the text, and return the mark that leads to it."""
        citation, body = note.find(text_ns("note-citation")), note.find(text_ns("note-body"))
        mark = f"[{''.join(citation.itertext()).strip()}]" if citation is not None else ""
        texts = [self.read(part)[0] for part in body] if body is not None else []
        self.notes.append(f"{mark} {' '.join(' '.join(texts).split())}")
        return mark
