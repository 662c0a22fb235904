import io
import time

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from index.problems import Problem
from index.reading.pdf.picture import drawn, page_picture
from index.types import WellspringError
from tests.index.conftest import as_pages
from tests.index.reading.pdf.conftest import FORGE, MILL

RAW = as_pages([MILL, FORGE])
QUOTE = "The forge closed in 1962 after a fire in the coal store."


def yellow(picture: Image.Image) -> int:
    """Count the pixels that are marked."""
    red, _, blue = (np.asarray(colour) for colour in picture.split())
    return int(np.count_nonzero((red > 240) & (blue < 160)))


def test_a_page_is_drawn_with_the_words_of_a_quote_marked() -> None:
    (plain, none), (marked, mark) = drawn(RAW, 2, ""), drawn(RAW, 2, QUOTE)
    assert none is None
    assert mark
    top = round(marked.height * mark)
    assert yellow(marked.crop((0, 0, marked.width, top))) == 0
    assert yellow(marked.crop((0, top, marked.width, top + 20))) > 1000
    assert plain.size == marked.size == (1191, 1684)
    assert yellow(plain) == 0
    assert yellow(marked) > 5000
    assert yellow(drawn(RAW, 1, QUOTE)[0]) == 0


def test_a_picture_comes_as_webp_from_a_process_of_its_own() -> None:
    raw, mark = page_picture(RAW, 2, QUOTE)
    assert mark == drawn(RAW, 2, QUOTE)[1]
    picture = Image.open(io.BytesIO(raw))
    assert (picture.format, picture.size) == ("WEBP", (1191, 1684))
    assert len(raw) < 100_000
    assert yellow(picture.convert("RGB")) > 5000


@pytest.mark.parametrize("size", ["[0 0 14400 14400]", "[0 0 14400 3]"])
def test_a_picture_is_bounded_whatever_the_size_of_the_page(size: str) -> None:
    raw = RAW.replace(b"/MediaBox [0 0 595.28 841.89]", f"/MediaBox {size}".encode())
    assert raw != RAW
    assert max(drawn(raw, 1, "")[0].size) == 2000


@pytest.mark.parametrize(("raw", "number"), [(b"%PDF-1.7 rubbish", 1), (RAW, 3), (b"", 1)])
def test_what_cannot_be_drawn_is_an_error_and_not_the_end(raw: bytes, number: int) -> None:
    with pytest.raises(WellspringError, match=f"Page {number} could not be drawn") as refused:
        page_picture(raw, number)
    assert refused.value.code is Problem.PAGE_NOT_DRAWN


def test_a_page_that_takes_too_long_is_given_up() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    for depth in range(10):
        canvas.beginForm(f"form{depth}")
        for _ in range(10):  # each draws ten of the one before: 10,000,000,000 words
            canvas.doForm(f"form{depth - 1}") if depth else canvas.drawString(50, 50, "Again")
        canvas.endForm()
    canvas.doForm("form9")
    canvas.save()
    began = time.monotonic()
    with pytest.raises(WellspringError, match="within 3 seconds"):
        page_picture(file.getvalue(), 1, seconds=3)
    assert 3 <= time.monotonic() - began < 60
