"""Read a web page: visible blocks in their order, without menus and frames around the article.

`trafilatura`, the best-measured extractor of main text, says what belongs to the article and finds title, date and
address. It may flatten or drop parts of short pages, so the text itself comes from the page's own blocks: one is
left out only when it is a menu or frame by its element or its links and `trafilatura` does not vouch for it.
Every block left out is listed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement

from index.cleaning import Change
from index.extracted import Extracted, iso_date, plain_line, readable
from index.html_tree import about_page, parse_page

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math q rp rt ruby s samp small span strike strong "
    "sub sup time tt u var wbr".split()
)
_SILENT = frozenset("script style head svg iframe object embed canvas audio video textarea".split())
_FRAME = frozenset("nav footer aside menu dialog button select".split())
_FRAME_ROLES = frozenset("navigation banner contentinfo search complementary menu dialog".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?:\.0*)?(?![\d.])", re.I)
_VOUCHED_LENGTH = 40  # letters; shorter text stands in any article by chance


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of text between two borders of the page: how much of it is links, and whether it stands in a frame."""

    text: str
    link_share: float
    framed: bool


def read_html(raw: bytes) -> Extracted:
    """Read the article of a web page; raises `UnusableError` when that cannot be done to its end."""
    with readable("is a damaged web page"):
        return _read(parse_page(raw))


def _read(page: HtmlElement) -> Extracted:
    changes = [Change("hidden", text, "") for text in _remove_hidden(page)]
    found, article = about_page(page)
    vouched = _letters(article)
    blocks = list(_blocks(page))
    kept = [_belongs(block, vouched) for block in blocks]
    if not any(kept):
        kept = [True] * len(blocks)
    changes += [Change("page frame", block.text, "") for block, keep in zip(blocks, kept, strict=True) if not keep]
    text = "\n\n".join(block.text for block, keep in zip(blocks, kept, strict=True) if keep)
    text = re.sub(r"(\|)\n\n(?=\|)", r"\1\n", text)  # the rows of a table stay together
    if found is None:
        return Extracted(text, changes=tuple(changes))
    return Extracted(text, plain_line(found.title), iso_date(found.date), plain_line(found.url), tuple(changes))


def _remove_hidden(page: HtmlElement) -> Iterator[str]:
    """Take what no reader of the page sees out of it, yielding the text."""
    for element in list(page.iter()):
        if not isinstance(element.tag, str):
            continue
        hidden = (
            element.tag in ("template", "noscript") or element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
        )
        if hidden and element.getparent() is not None:
            text = _spaces(element.text_content())
            element.drop_tree()
            if text:
                yield text


def _belongs(block: _Block, vouched: str) -> bool:
    letters = _letters(block.text)
    if len(letters) >= _VOUCHED_LENGTH and letters in vouched:
        return True
    return not block.framed and (block.link_share <= 0.5 or block.text.startswith("#"))


@cache
def _blocky(tag: str) -> bool:
    return tag not in _INLINE


def _blocks(page: HtmlElement) -> Iterator[_Block]:
    """Yield the blocks of a page in order, without recursion, which would end at 1,000 elements."""
    body = page.find(".//body")
    open_walks = [_walk(page if body is None else body, framed=False)]
    while open_walks:
        found = next(open_walks[-1], None)
        if found is None:
            open_walks.pop()
        elif isinstance(found, _Block):
            yield found
        else:
            open_walks.append(_walk(found[0], framed=found[1]))


def _walk(element: HtmlElement, *, framed: bool) -> Iterator[_Block | tuple[HtmlElement, bool]]:
    """Yield, in order, a block for each run of inline content, and each block child, framed or not."""
    framed = framed or _is_frame(element)
    if element.tag == "tr" and (row := _row(element)):
        yield _Block(row, _link_share([element]), framed)
        return
    run: list[tuple[str, int]] = [(element.text or "", 0)]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else "script"  # a comment
        if tag == "br":
            run.append(("\n", 0))
        elif tag not in _SILENT and (_blocky(tag) or _holds_block(child)):
            yield from _flush(element, run, framed)
            yield child, framed
            run = []
        elif tag not in _SILENT:
            text = child.text_content()
            run.append((text, len(_letters(text)) if tag == "a" else _linked(child)))
        run.append((child.tail or "", 0))
    yield from _flush(element, run, framed)


def _flush(element: HtmlElement, run: list[tuple[str, int]], framed: bool) -> Iterator[_Block]:
    text = "".join(piece for piece, _ in run)
    text = text.strip("\n") if element.tag == "pre" else "\n".join(filter(None, map(_spaces, _lines(run))))
    if text.strip():
        yield _Block(_marked(element, text), sum(links for _, links in run) / max(1, len(_letters(text))), framed)


def _lines(run: list[tuple[str, int]]) -> list[str]:
    """Join a run of inline pieces; only a <br> is a line end, those of the file are white space."""
    return "".join(piece if piece == "\n" else piece.replace("\n", " ") for piece, _ in run).split("\n")


def _marked(element: HtmlElement, text: str) -> str:
    """Write headings and list items the Markdown way, as the other formats have them."""
    if re.fullmatch("h[1-6]", str(element.tag)):
        return f"{'#' * int(element.tag[1])} {_spaces(text)}"
    return f"- {text}" if element.tag in ("li", "dd") else text


def _row(element: HtmlElement) -> str | None:
    """Write a table row as one line; None for a table that only arranges the page."""
    cells = [cell for cell in element if cell.tag in ("td", "th")]
    if len(cells) < 2 or any(cell.find(".//table") is not None or len(cell.findall(".//p")) > 1 for cell in cells):
        return None
    texts = [_spaces(cell.text_content()) for cell in cells]
    return f"| {' | '.join(texts)} |" if any(texts) else None


def _is_frame(element: HtmlElement) -> bool:
    if element.tag == "header":
        return not any(parent.tag in ("article", "main") for parent in element.iterancestors()) and element.find(".//h1") is None
    return element.tag in _FRAME or element.get("role") in _FRAME_ROLES


def _holds_block(element: HtmlElement) -> bool:
    return any(isinstance(child.tag, str) and child.tag != "br" and _blocky(child.tag) for child in element.iterdescendants())


def _link_share(elements: list[HtmlElement]) -> float:
    letters = sum(len(_letters(element.text_content())) for element in elements)
    return sum(map(_linked, elements)) / max(1, letters)


def _linked(element: HtmlElement) -> int:
    return sum(len(_letters(link.text_content())) for link in element.iterdescendants("a"))


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _spaces(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip()
