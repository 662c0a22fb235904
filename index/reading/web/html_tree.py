"""Parse a web page to its end, or say that it cannot be."""

import copy
from contextlib import suppress

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fromstring
from trafilatura.settings import Document
from trafilatura.utils import decode_file, is_dubious_html, repair_faulty_html

from index.reading.extracted import UnusableError
from index.unread import Unread


def parse_page(raw: bytes) -> HtmlElement:
    """Return the tree of a page; raises `UnusableError` for none, or one that is not read whole."""
    text = decode_file(raw)
    beginning = text[:50].lower()
    parser = HTMLParser(
        huge_tree=True,  # 2,048 elements in each other instead of 256, texts over 10 MB
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    whole = repair_faulty_html(text, beginning).encode("utf-8", "replace")
    try:
        page = fromstring(whole, parser=parser)
    except etree.ParserError as error:  # nothing is left of it
        raise UnusableError(Unread.NO_PAGE) from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        # libxml2 stops there and raises nothing.
        raise UnusableError(Unread.TOO_DEEP)
    if is_dubious_html(beginning) and len(page) < 2:
        raise UnusableError(Unread.NO_PAGE)
    return page


def about_page(page: HtmlElement) -> Document | None:
    """Return what `trafilatura` says of a page: title, date, address.

    It only advises: a page that it fails over is read all the same.
    """
    with suppress(Exception):
        return trafilatura.extract_metadata(copy.deepcopy(page), extensive=False)
    return None
