"""Parse a web page to its end, or say that it cannot be."""

import copy
from contextlib import suppress

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fromstring
from trafilatura.settings import Document
from trafilatura.utils import decode_file, is_dubious_html, repair_faulty_html

from index.extracted import UnusableError

# `trafilatura` is asked about pages as deep as libxml2 reads unless it is told otherwise: its time
# grows with the square of the depth (34 s for tables 1,900 deep), and its recursion ends at 1,000.
_ADVISED_DEPTH = 256


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
        raise UnusableError("is not a web page") from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        # libxml2 stops there and raises nothing.
        raise UnusableError("is nested too deeply to be read")
    if is_dubious_html(beginning) and len(page) < 2:
        raise UnusableError("is not a web page")
    return page


def about_page(page: HtmlElement) -> tuple[Document | None, str]:
    """Return what `trafilatura` says of a page: title, date, address; and the article in it, or "".

    It only advises: a page that it fails over is read all the same.
    """
    about, article = None, ""
    with suppress(Exception):
        about = trafilatura.extract_metadata(copy.deepcopy(page), extensive=False)
    if _depth(page) <= _ADVISED_DEPTH:
        with suppress(Exception):
            found = trafilatura.extract(copy.deepcopy(page), favor_recall=True, include_comments=False)
            article = found or ""
    return about, article


def _depth(page: HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
