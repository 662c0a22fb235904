"""Write an article as a PDF, with `reportlab`: on pages with a head and foot, in columns."""

import io
from collections.abc import Iterator
from html import escape
from typing import Any

from eval.bench.made.files.pieces import Article, Heading, Items, Look, Paragraph, Piece, Run, Table

_SET = {
    Look.PLAIN: "{}",
    Look.BOLD: "<b>{}</b>",
    Look.RAISED: "<super>{}</super>",
    Look.LOWERED: "<sub>{}</sub>",
    Look.STRUCK: "<strike>{}</strike>",
}
_GAP = 24  # points between columns


def pdf(article: Article, columns: int = 1) -> bytes:
    """Write a PDF."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    def edges(canvas: Any, document: Any) -> None:
        """Draw the head and foot of a page."""
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, A4[1] - 40, article.head)
        canvas.drawString(72, 40, article.foot)

    wide = (A4[0] - 144 - _GAP * (columns - 1)) / columns
    frames = [
        Frame(72 + n * (wide + _GAP), 72, wide, A4[1] - 144, 0, 0, 0, 0) for n in range(columns)
    ]
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=A4)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=edges)])
    document.build([flowable for piece in article.pieces for flowable in _flowables(piece)])
    return file.getvalue()


def _flowables(piece: Piece) -> Iterator[Any]:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph as Printed
    from reportlab.platypus import Table as PrintedTable

    styles = getSampleStyleSheet()
    if isinstance(piece, Heading):
        yield Printed(escape(piece.text), styles[f"Heading{piece.level}"])
    elif isinstance(piece, Paragraph):
        yield Printed("".join(map(_inline, piece.runs)), styles["BodyText"])
    elif isinstance(piece, Items):
        for n, (depth, text) in enumerate(piece.items, 1):
            mark = f"{n}." if piece.numbered else "•"
            style = styles["BodyText"].clone("item", leftIndent=18 * (depth + 1))
            style.bulletIndent = 18 * depth
            yield Printed(escape(text), style, bulletText=mark)
    else:
        texts = [[text or "" for text in row] for row in piece.rows]
        yield PrintedTable(texts, style=list(_ruled(piece)), spaceBefore=12, spaceAfter=12)


def _inline(run: Run) -> str:
    return _SET[run.look].format(escape(run.text))


def _ruled(table: Table) -> Iterator[tuple[object, ...]]:
    yield "GRID", (0, 0), (-1, -1), 0.5, "black"
    for y, row in enumerate(table.rows):
        for x, text in enumerate(row):
            down, across = table.spans(y, x) if text is not None else (1, 1)
            if down * across > 1:
                yield "SPAN", (x, y), (x + across - 1, y + down - 1)
