"""Draw a page of a PDF as a picture.

PDFium knows no threads, cannot be stopped, and a file may bring it down. So it draws in a process
of its own (`python -m index.reading.pdf.picture`), which can be ended: neither a build that reads a
PDF nor a server waits for it.
"""

import io
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from index.problems import Problem
from index.reading.pdf.page.view import view_of
from index.reading.pdf.page.words import words_of
from index.reading.pdf.quoted import quote_boxes
from index.types import WellspringError

_SCALE = 2.0  # pixels a point, 144 to the inch: small print can be read
_LONGEST = 2000  # pixels of the longer side, whatever the size of the page
_QUALITY = 80  # of WebP; below it letters get a halo
_MARK = (255, 236, 120)
_SECONDS = 20
_BYTES = 2_000_000_000  # of memory; a page may hold a picture that unpacks to more
_PACKAGES = Path(__file__).parents[3]  # the folder of the package `index`


class Drawn(NamedTuple):
    """A page as a picture in WebP, and where its first mark begins: 0 at the top, 1 at the foot."""

    picture: bytes
    mark: float | None


def page_picture(raw: bytes, number: int, quote: str = "", seconds: float = _SECONDS) -> Drawn:
    """Draw a page of a PDF, the words of a quote marked.

    Raises `WellspringError` where that fails or takes too long.
    """
    path = os.pathsep.join(filter(None, [str(_PACKAGES), os.environ.get("PYTHONPATH")]))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "index.reading.pdf.picture"],
            input=json.dumps([number, quote]).encode() + b"\n" + raw,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": path},
            timeout=seconds,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise WellspringError(
            Problem.PAGE_NOT_DRAWN,
            f"Page {number} could not be drawn within {seconds:g} seconds. "
            "Open the file itself, or try again later.",
        ) from error
    mark, _, picture = done.stdout.partition(b"\n")
    return Drawn(picture, json.loads(mark))


def drawn(raw: bytes, number: int, quote: str) -> tuple[Image.Image, float | None]:
    """Draw a page as it is shown, with the words of a quote marked, and tell where they begin."""
    document = pypdfium2.PdfDocument(raw)
    document.init_forms()
    page = document[number - 1]
    scale = min(_SCALE, _LONGEST / max(page.get_size()))
    picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    if not quote:
        return picture, None
    text_page = page.get_textpage()
    words = words_of(text_page.raw, view_of(page))
    marks = Image.new("RGB", picture.size, "white")
    boxes = quote_boxes([word for word in words if not word.turned], quote)
    for box in boxes:
        ImageDraw.Draw(marks).rectangle([scale * side for side in box], fill=_MARK)
    mark = round(scale * boxes[0][1] / picture.height, 3) if boxes else None
    return ImageChops.multiply(picture, marks), mark


def _bound_memory() -> None:
    with suppress(ImportError, OSError, ValueError):  # not on every system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))


def main() -> None:
    """Draw the page that the first line of the input asks for, of the PDF behind it."""
    _bound_memory()
    number, quote = json.loads(sys.stdin.buffer.readline())
    file = io.BytesIO()
    picture, mark = drawn(sys.stdin.buffer.read(), number, quote)
    picture.save(file, "WEBP", quality=_QUALITY)
    sys.stdout.buffer.write(json.dumps(mark).encode() + b"\n" + file.getvalue())


if __name__ == "__main__":
    main()
