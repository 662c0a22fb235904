"""Read a web page: visible blocks in their order, without the menus and links around the article.

`trafilatura` finds title, date and address. The text comes from the page's own blocks, and
`page_frame` says which of them are no text of the article. Every block left out is listed.
"""

import re
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, iso_date, plain_line, readable
from index.reading.html_tree import about_page, parse_page
from index.reading.page_frame import Block, dead_blocks, frame_of, is_way
from index.unread import Unread

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math q rp rt "
    "ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_MEDIA = frozenset("svg iframe object embed canvas audio video textarea".split())
_SILENT = _MEDIA | {"script", "style", "head"}
_UNSHOWN = _MEDIA | {"template", "noscript"}  # their text stands for what is shown
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?:\.0*)?(?![\d.])",
    re.I,
)


def read_html(raw: bytes) -> Extracted:
    """Read the article of a web page.

    Raises `UnusableError` when that cannot be done to its end.
    """
    with readable(Unread.DAMAGED_PAGE):
        return _read(parse_page(raw))


def _read(page: HtmlElement) -> Extracted:
    changes = [Change("hidden", text, "") for text in _remove_hidden(page)]
    about = about_page(page)
    blocks = list(_blocks(page))
    dead = dead_blocks(blocks)
    changes += [Change(rule, blocks[i].text, "") for i, rule in sorted(dead.items())]
    kept = [block for i, block in enumerate(blocks) if i not in dead]
    text = "\n\n".join(block.text for block in kept)
    text = re.sub(r"(\|)\n\n(?=\|)", r"\1\n", text)  # the rows of a table stay together
    links = frozenset(block.text for block in kept if block.is_way)
    if about is None:
        return Extracted(text, changes=tuple(changes), links=links)
    said = plain_line(about.title), iso_date(about.date), plain_line(about.url)
    return Extracted(text, *said, tuple(changes), links)


def _remove_hidden(page: HtmlElement) -> Iterator[str]:
    """Take what no reader of the page sees out of it, yielding the text."""
    for element in list(page.iter()):
        if isinstance(element.tag, str) and _is_hidden(element) and element.getparent() is not None:
            text = _spaces(element.text_content())
            element.drop_tree()
            if text:
                yield text


def _is_hidden(element: HtmlElement) -> bool:
    marked = element.tag in _UNSHOWN or element.get("hidden") is not None
    return marked or bool(_HIDDEN.search(element.get("style", "")))


@cache
def _blocky(tag: str) -> bool:
    return tag not in _INLINE


def _blocks(page: HtmlElement) -> Iterator[Block]:
    """Yield the blocks of a page in order.

    Walks without recursion, which would end at 1,000 elements in each other.
    """
    body = page.find(".//body")
    open_walks = [_walk(page if body is None else body, frame="")]
    while open_walks:
        found = next(open_walks[-1], None)
        if found is None:
            open_walks.pop()
        elif isinstance(found, Block):
            yield found
        else:
            open_walks.append(_walk(found[0], frame=found[1]))


def _walk(element: HtmlElement, *, frame: str) -> Iterator[Block | tuple[HtmlElement, str]]:
    """Yield what an element holds, in order.

    A block for each run of inline content; each block child, with its frame.
    """
    frame = frame_of(element, frame)
    if element.tag == "tr" and (row := _row(element)):
        yield Block(row, _link_share([element]), frame)
        return
    run: list[tuple[str, int]] = [(element.text or "", 0)]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else "script"  # a comment
        if tag == "br":
            run.append(("\n", 0))
        elif tag not in _SILENT and (_blocky(tag) or _holds_block(child)):
            yield from _flush(element, run, frame)
            yield child, frame
            run = []
        elif tag not in _SILENT:
            text = child.text_content()
            leads = tag == "a" and is_way(child)
            run.append((text, len(_letters(text)) if leads else _linked(child)))
        run.append((child.tail or "", 0))
    yield from _flush(element, run, frame)


def _flush(element: HtmlElement, run: list[tuple[str, int]], frame: str) -> Iterator[Block]:
    if element.tag == "pre":
        text = "".join(piece for piece, _ in run).strip("\n")
    else:
        text = "\n".join(filter(None, map(_spaces, _lines(run))))
    if text.strip():
        linked = [links for _, links in run if links]
        share = sum(linked) / max(1, len(_letters(text)))
        yield Block(_marked(element, text), share, frame, len(linked))


def _lines(run: list[tuple[str, int]]) -> list[str]:
    """Join a run of inline pieces; only a <br> is a line end, those of the file are white space."""
    pieces = (piece if piece == "\n" else piece.replace("\n", " ") for piece, _ in run)
    return "".join(pieces).split("\n")


def _marked(element: HtmlElement, text: str) -> str:
    """Write headings and list items the Markdown way, as the other formats have them."""
    if re.fullmatch("h[1-6]", str(element.tag)):
        return f"{'#' * int(element.tag[1])} {_spaces(text)}"
    return f"- {text}" if element.tag in ("li", "dd") else text


def _row(element: HtmlElement) -> str | None:
    """Write a table row as one line; None for a table that only arranges the page."""
    cells = [cell for cell in element if cell.tag in ("td", "th")]
    if len(cells) < 2 or any(map(_is_arranged, cells)):
        return None
    texts = [_spaces(cell.text_content()) for cell in cells]
    return f"| {' | '.join(texts)} |" if any(texts) else None


def _is_arranged(cell: HtmlElement) -> bool:
    """Tell whether a cell holds a part of the page, not a fact."""
    return cell.find(".//table") is not None or len(cell.findall(".//p")) > 1


def _holds_block(element: HtmlElement) -> bool:
    tags = (child.tag for child in element.iterdescendants() if isinstance(child.tag, str))
    return any(tag != "br" and _blocky(tag) for tag in tags)


def _link_share(elements: list[HtmlElement]) -> float:
    letters = sum(len(_letters(element.text_content())) for element in elements)
    return sum(map(_linked, elements)) / max(1, letters)


def _linked(element: HtmlElement) -> int:
    ways = filter(is_way, element.iterdescendants("a"))
    return sum(len(_letters(link.text_content())) for link in ways)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _spaces(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip()
