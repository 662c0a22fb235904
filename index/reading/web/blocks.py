"""Walk through a page and yield its blocks: runs of text between two borders, in order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import islice

from lxml.html import HtmlElement

from index.reading.web.block import Block
from index.reading.web.inline import LINE_END
from index.reading.web.lists import BULLET
from index.reading.web.page_frame import frame_of, is_way
from index.reading.web.shown import NOT_SHOWN
from index.reading.web.tables.lines import lines_of, row_line

Marks = dict[HtmlElement, str]
Found = Block | tuple[HtmlElement, str]

_INLINE = frozenset(
    "a abbr acronym area b bdi bdo big cite code data del dfn em font i img input ins kbd label "
    "map mark math meter nobr output picture progress q rp rt ruby s samp small source span strike "
    "strong sub sup time tt u var wbr".split()
)
_SILENT = NOT_SHOWN | {"script", "style", "head"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADING = 12  # words of the head of a part that folds out


def blocks_of(page: HtmlElement, marks: Marks, frame: str = "") -> Iterator[Block]:
    """Yield the blocks of a page or of a part of it in order; `marks` are those of list items.

    Walks without recursion, which would end at 1,000 elements in each other.
    """
    open_walks = [(_walk(page, frame=frame, marks=marks), False)]
    mark = ""  # of an item whose first block is to come
    while open_walks:
        walk, is_item = open_walks[-1]
        found = next(walk, None)
        if found is None:
            open_walks.pop()
            mark = "" if is_item else mark
        elif isinstance(found, Block):
            yield replace(found, mark=mark)
            mark = ""
        else:
            element, frame = found
            own = marks.get(element)
            if own is not None and element.tag == "dt":
                continue  # each of its descriptions tells it
            if own is not None and not (own == BULLET and mark):
                mark = mark + own if mark.endswith(": ") else own  # a term keeps its place
            open_walks.append((_walk(element, frame=frame, marks=marks), own is not None))


def _walk(element: HtmlElement, *, frame: str, marks: Marks) -> Iterator[Found]:
    """Yield what an element holds, in order.

    A block for each run of inline content; each block child, with its frame.
    """
    frame = frame_of(element, frame)
    if element.tag in ("table", "tr") and (rows := _rows(element, frame, marks)):
        yield from rows
        return
    run: list[tuple[str, int]] = [(element.text or "", 0)]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else "script"  # a comment
        if tag not in _SILENT and (_blocky(tag) or _holds_block(child)) and tag != "br":
            yield from _flush(element, run, frame)
            yield child, frame
            run = []
        elif tag not in _SILENT:
            text = child.text_content()
            leads = tag == "a" and is_way(child)
            run.append((text, len(_letters(text)) if leads else _linked(child)))
        run.append((child.tail or "", 0))
    yield from _flush(element, run, frame)


def _rows(element: HtmlElement, frame: str, marks: Marks) -> list[Block]:
    """Return the rows of a table, or the one of a row; none where it only arranges the page."""
    said = partial(_said, marks=marks)
    if element.tag == "tr":
        row = row_line(element, said)
        return [Block(row, _link_share(element), frame)] if row else []
    lines = lines_of(element, said) or []
    return [Block(it.text, _link_share(it.element), frame, joins=it.joins) for it in lines]


def _said(cell: HtmlElement, marks: Marks) -> str:
    """Return the text of a cell of a table as one line."""
    if not len(cell):
        return _spaces(cell.text or "")
    blocks = list(blocks_of(cell, marks))
    items = [block for block in blocks if block.mark]
    texts = (block.text if block.mark == BULLET else block.shown for block in blocks)
    return _spaces(("; " if items else " ").join(texts))


def _flush(element: HtmlElement, run: list[tuple[str, int]], frame: str) -> Iterator[Block]:
    text = "".join(piece for piece, _ in run)
    if element.tag == "pre":
        text = text.replace(LINE_END, "\n").strip("\n")
    else:
        text = "\n".join(filter(None, map(_spaces, text.split(LINE_END))))
    if text.strip():
        linked = [links for _, links in run if links]
        share = sum(linked) / max(1, len(_letters(text)))
        yield Block(_marked(element, text), share, frame, len(linked))


def _marked(element: HtmlElement, text: str) -> str:
    """Write headings the Markdown way, as the other formats have them."""
    around = (element, *islice(element.iterancestors(), 2))
    if heading := next((it.tag for it in around if it.tag in _HEADINGS), ""):
        return f"{'#' * int(heading[1])} {_spaces(text)}"
    if element.tag == "summary" and len(text.split()) <= _HEADING and not text.endswith("."):
        return text if any(map(str.isdigit, text)) else f"#### {_spaces(text)}"
    return text


@cache
def _blocky(tag: str) -> bool:
    return tag not in _INLINE


def _holds_block(element: HtmlElement) -> bool:
    tags = (child.tag for child in element.iterdescendants() if isinstance(child.tag, str))
    return any(tag != "br" and _blocky(tag) for tag in tags)


def _link_share(element: HtmlElement) -> float:
    return _linked(element) / max(1, len(_letters(element.text_content())))


def _linked(element: HtmlElement) -> int:
    ways = filter(is_way, element.iterdescendants("a"))
    return sum(len(_letters(link.text_content())) for link in ways)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _spaces(text: str) -> str:
    return re.sub(r"[ \t\r\n\f\u2028]+", " ", text).strip()
