"""Read a web page: visible blocks in their order, without the menus and links around the article.

`trafilatura` finds title, date and address. The text comes from the page's own blocks, and
`page_frame` says which of them are no text of the article. Every block left out is listed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, iso_date, plain_line, readable
from index.reading.web.block import Block
from index.reading.web.blocks import blocks_of
from index.reading.web.entries import write_entries
from index.reading.web.formulas import write_formulas
from index.reading.web.html_tree import about_page, author_of, parse_page
from index.reading.web.inline import write_inline
from index.reading.web.lists import marks_of_items
from index.reading.web.page_frame import dead_blocks
from index.reading.web.pictures import write_pictures
from index.reading.web.shown import take_out
from index.reading.web.styles import apply_sheets
from index.reading.web.tables.grid import BAR
from index.reading.web.tables.roles import name_tables
from index.unread import Unread

_BARRED = "table: a bar in a cell, which would part it"


def read_html(raw: bytes) -> Extracted:
    """Read the article of a web page.

    Raises `UnusableError` when that cannot be done to its end.
    """
    with readable(Unread.DAMAGED_PAGE):
        return _read(parse_page(raw))


def _read(page: HtmlElement) -> Extracted:
    apply_sheets(page)
    name_tables(page)
    changes = take_out(page)
    about, author = about_page(page), author_of(page)
    changes += _written_out(page)
    body = page.find(".//body")
    blocks = list(blocks_of(page if body is None else body, marks_of_items(page)))
    dead = dead_blocks(blocks)
    changes += [Change(rule, blocks[i].shown, "") for i, rule in sorted(dead.items())]
    kept = [block for i, block in enumerate(blocks) if i not in dead]
    changes += _barred(kept)
    links = frozenset(block.shown for block in kept if block.is_way)
    if about is None:
        return Extracted(_text(kept), changes=tuple(changes), links=links, author=author)
    said = plain_line(about.title), iso_date(about.date), plain_line(about.url)
    return Extracted(_text(kept), *said, tuple(changes), links, author=author)


def _written_out(page: HtmlElement) -> list[Change]:
    """Write into the text what only the look of a page says; return what is left out."""
    write_formulas(page)
    changes = write_inline(page)
    write_pictures(page)
    write_entries(page)
    return changes


def _barred(blocks: Sequence[Block]) -> Iterator[Change]:
    for block in blocks:
        if BAR in block.text and block.text.startswith("|"):
            yield Change(_BARRED, block.text.replace(BAR, "|"), block.text)


def _text(blocks: Sequence[Block]) -> str:
    """Join blocks, the rows of a table without an empty line between them."""
    if not blocks:
        return ""
    borders = ["\n" if below.joins else "\n\n" for _, below in pairwise(blocks)]
    shown = (block.shown for block in blocks)
    return "".join(map("".join, zip(["", *borders], shown, strict=True)))
