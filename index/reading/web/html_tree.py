"""Parse a web page to its end, or say that it cannot be; read what it says of itself."""

import copy
import json
from collections.abc import Iterator
from contextlib import suppress

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fromstring
from trafilatura.settings import Document
from trafilatura.utils import decode_file, is_dubious_html, repair_faulty_html

from index.reading.extracted import UnusableError, names_of
from index.unread import Unread

_NAMED = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_ARTICLES = ("Article", "BlogPosting", "WebPage", "Report", "HowTo", "Recipe")
_DEPTH = 6


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


def author_of(page: HtmlElement) -> str | None:
    """Return whom a page names as its author, in `<meta>` or JSON-LD; None for nobody."""
    said = [
        meta.get("content")
        for meta in page.iter("meta")
        if str(meta.get("name") or meta.get("property") or "").lower() in _NAMED
    ]
    return names_of(said) or names_of(_in_json(page))


def _in_json(page: HtmlElement) -> Iterator[object]:
    for script in page.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            told = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from _authors(told, 0)


def _authors(told: object, depth: int) -> Iterator[object]:
    """Yield the authors of the articles that a piece of JSON-LD speaks of."""
    if depth > _DEPTH:
        return
    if isinstance(told, list):
        for one in told:
            yield from _authors(one, depth + 1)
    elif isinstance(told, dict):
        if str(told.get("@type") or "").endswith(_ARTICLES):
            named = told.get("author")
            for one in named if isinstance(named, list) else [named]:
                yield one.get("name") if isinstance(one, dict) else one
        else:
            yield from _authors(told.get("@graph"), depth + 1)
