"""Write an article as a web page, and as a book or mail, which are made of such pages."""

import io
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from html import escape

from eval.bench.made.files import plain
from eval.bench.made.files.pieces import (
    Article,
    Heading,
    Items,
    Look,
    Paragraph,
    Piece,
    Run,
    Table,
    parts,
)

_LOOKS = {
    Look.PLAIN: "{}",
    Look.BOLD: "<b>{}</b>",
    Look.RAISED: "<sup>{}</sup>",
    Look.LOWERED: "<sub>{}</sub>",
    Look.STRUCK: "<del>{}</del>",
    Look.HIDDEN: '<span style="display: none">{}</span>',
}
_XHTML = '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="in/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book</dc:title></metadata><manifest>'
    "{}</manifest><spine>{}</spine></package>"
)


def page(article: Article, charset: str = "utf-8") -> str:
    """Write a web page that says its encoding."""
    return f'<!doctype html>\n<html><head><meta charset="{charset}"></head>{_body(article)}</html>'


def xhtml(article: Article) -> str:
    """Write a web page as XML."""
    return f"{_XHTML}<head><title></title></head>{_body(article)}</html>"


def book(article: Article) -> bytes:
    """Write a book with a chapter for each heading of the first level."""
    chapters = parts(article, deepest=1)
    names = [f"c{n}.xhtml" for n in range(len(chapters))]
    items = (f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in names)
    package = _PACKAGE.format("".join(items), "".join(f'<itemref idref="{n}"/>' for n in names))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/epub+zip")
        packed.writestr("META-INF/container.xml", _CONTAINER)
        packed.writestr("in/book.opf", package)
        for name, pieces in zip(names, chapters, strict=True):
            packed.writestr(f"in/{name}", xhtml(Article(name, tuple(pieces))))
    return file.getvalue()


def mail(article: Article, charset: str = "utf-8", *, rich: bool = True) -> bytes:
    """Write a mail: a page, or plain text alone."""
    message = EmailMessage()
    message["From"], message["To"] = "Ida <ida@example.org>", "Otto <otto@example.org>"
    if rich:
        message.set_content(page(article, charset), subtype="html", charset=charset)
    else:
        message.set_content(plain.text(article), charset=charset)
    return bytes(message)


def _body(article: Article) -> str:
    notes: list[str] = []
    blocks = [_block(piece, notes) for piece in article.pieces]
    foot = [f'<p id="n{n}"><sup>{n}</sup> {note}</p>' for n, note in enumerate(notes, 1)]
    return f"<body>{''.join([*blocks, *foot])}</body>"


def _block(piece: Piece, notes: list[str]) -> str:
    if isinstance(piece, Heading):
        return f"<h{piece.level}>{escape(piece.text)}</h{piece.level}>"
    if isinstance(piece, Paragraph):
        return f"<p>{''.join(_inline(run, notes) for run in piece.runs)}</p>"
    if isinstance(piece, Items):
        return _list(list(piece.items), "ol" if piece.numbered else "ul")
    return f"<table>{''.join(_rows(piece))}</table>"


def _inline(run: Run, notes: list[str]) -> str:
    if run.look is not Look.NOTE:
        return _LOOKS[run.look].format(escape(run.text))
    notes.append(escape(run.text))
    return f'<a href="#n{len(notes)}"><sup>{len(notes)}</sup></a>'


def _list(items: list[tuple[int, str]], tag: str) -> str:
    """Write a list, with the lists in its items."""
    written, depth = "", min(deep for deep, _ in items)
    while items:
        said = escape(items.pop(0)[1])
        inner = []
        while items and items[0][0] > depth:
            inner.append(items.pop(0))
        written += f"<li>{said}{_list(inner, tag) if inner else ''}</li>"
    return f"<{tag}>{written}</{tag}>"


def _rows(table: Table) -> Iterator[str]:
    for y, row in enumerate(table.rows):
        tag = "th" if y < table.heads else "td"
        cells = ""
        for x, text in enumerate(row):
            if text is not None:
                down, across = table.spans(y, x)
                spans = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
                cells += f"<{tag}{spans}>{escape(text)}</{tag}>"
        yield f"<tr>{cells}</tr>"
