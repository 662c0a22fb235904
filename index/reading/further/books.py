"""Read a book (.epub): the pages of its spine in their order."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from index.cleaning.cleaning import Change
from index.reading.extracted import (
    Extracted,
    UnusableError,
    iso_date,
    names_of,
    plain_line,
    readable,
)
from index.reading.further.formats import Reader
from index.reading.further.packages import check_package
from index.unread import Unread

_DUBLIN_CORE, _OPF = "{http://purl.org/dc/elements/1.1/}", "{http://www.idpf.org/2007/opf}"
_PAGES = ("application/xhtml+xml", "text/html")
_SHEET = re.compile(rb"""<link\b[^>]*?\bhref\s*=\s*["']([^"']+\.css)["']""", re.I)
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def read_book(raw: bytes, read_page: Reader) -> Extracted:
    """Read a book; raises `UnusableError` for one that is encrypted or damaged."""
    with readable(Unread.DAMAGED_FILE):
        check_package(raw)
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            _check_open(book)
            return _read(book, read_page)


def _check_open(book: zipfile.ZipFile) -> None:
    """Raise `UnusableError` where more than fonts is encrypted."""
    if "META-INF/encryption.xml" in book.namelist():
        methods = _parsed(book.read("META-INF/encryption.xml")).iter("{*}EncryptionMethod")
        if any(method.get("Algorithm") not in _FONTS_ONLY for method in methods):
            raise UnusableError(Unread.PROTECTED)


def _read(book: zipfile.ZipFile, read_page: Reader) -> Extracted:
    container = _parsed(book.read("META-INF/container.xml"))
    place = next(container.iter("{*}rootfile")).get("full-path") or ""
    package = _parsed(book.read(place))
    changes: list[Change] = []
    pages = []
    for name in dict.fromkeys(_spine(package, posixpath.dirname(place), changes)):
        if name in book.namelist():
            try:
                pages.append(read_page(_with_sheets(book, name)))
            except UnusableError as error:  # the other pages are read all the same
                changes.append(Change("unread page", name, error.reason))
        else:
            changes.append(Change("missing page", name, ""))
    return Extracted(
        "\n\n".join(page.text for page in pages if page.text.strip()),
        _said(package, "title"),
        iso_date(_said(package, "date")),
        None,
        (*changes, *(change for page in pages for change in page.changes)),
        frozenset(line for page in pages for line in page.links),
        author=_authors(package),
    )


def _with_sheets(book: zipfile.ZipFile, name: str) -> bytes:
    """Return a page with the style sheets that it links to in itself, where a page is read."""
    page, names = book.read(name), set(book.namelist())
    hrefs = (unquote(found[1].decode("utf-8", "replace")) for found in _SHEET.finditer(page))
    places = (posixpath.normpath(posixpath.join(posixpath.dirname(name), href)) for href in hrefs)
    sheets = b"\n".join(book.read(place) for place in places if place in names)
    own = b"<style>" + sheets.replace(b"<", b"") + b"</style></head>"
    return page.replace(b"</head>", own, 1) if sheets else page


def _spine(package: etree._Element, folder: str, changes: list[Change]) -> Iterator[str]:
    """Yield the names of the pages in reading order, without the table of contents."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for ref in package.iter("{*}itemref"):
        item = items.get(ref.get("idref"))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if "nav" in (item.get("properties") or "").split():
            changes.append(Change("table of contents", name, ""))
        else:
            yield name


def _authors(package: etree._Element) -> str | None:
    """Return whom a book names as its authors, not those who drew or translated it."""
    refined = {
        str(one.get("refines") or "").lstrip("#"): one.text
        for one in package.iter("{*}meta")
        if one.get("property") == "role"
    }
    named = [
        one.text
        for one in package.iter(f"{_DUBLIN_CORE}creator")
        if (one.get(f"{_OPF}role") or refined.get(one.get("id") or "") or "aut") == "aut"
    ]
    return names_of(named)


def _said(package: etree._Element, name: str) -> str | None:
    found = package.find(f".//{_DUBLIN_CORE}{name}")
    return plain_line(found.text) if found is not None else None


def _parsed(raw: bytes) -> etree._Element:
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
