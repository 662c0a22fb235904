"""PDF files drawn word by word, so that a test says where each stands and in which order."""

import io
from collections.abc import Callable, Iterable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from index.reading.extracted import Extracted
from index.reading.pdf.pdf_format import read_pdf

Draw = Callable[[Canvas], object]
ReadDrawn = Callable[..., Extracted]

MILL = (
    "The Corley mill was built in 1790 by two brothers from the valley. Its wheel turned until "
    "the flood of 1928, when the dam gave way and the pond ran dry. The ruin was bought by the "
    "parish for 900 pounds."
)
FORGE = (
    "The Haddon forge began work in 1835. It made horseshoes and garden gates, and employed "
    "twenty smiths at its best. The forge closed in 1962 after a fire in the coal store."
)
LIFT = (
    "The Orme lift carried coal from the pit to the wharf. It was drawn by a steam engine and "
    "broke down in 1911. The county paid 12,000 pounds for a new one, which was electric."
)


@pytest.fixture
def drawn() -> ReadDrawn:
    """Draw pages and read them, each from a fresh state."""

    def drawn(*pages: Draw) -> Extracted:
        file = io.BytesIO()
        canvas = Canvas(file, pagesize=A4)
        for page in pages:
            canvas.setFont("Helvetica", 10)
            page(canvas)
            canvas.showPage()
        canvas.save()
        return read_pdf(file.getvalue())

    return drawn


def lines(text: str, width: float = 470) -> list[str]:
    """Break a text as a writer does: a line ends where the next word does not fit (in points)."""
    return list(simpleSplit(text, "Helvetica", 10, width))


def put(
    canvas: Canvas, texts: Iterable[str], x: float = 60, y: float = 780, step: float = 13
) -> float:
    """Draw lines below each other; return where the next one would stand."""
    for text in texts:
        canvas.drawString(x, y, text)
        y -= step
    return y


def put_rows(
    canvas: Canvas, rows: Iterable[Iterable[str]], places: Iterable[float], y: float = 700
) -> float:
    """Draw the cells of rows, row by row, at places across the page."""
    across = list(places)
    for row in rows:
        for place, cell in zip(across, row, strict=True):
            canvas.drawString(place, y, cell)
        y -= 16
    return y
