"""How a piece of text on a PDF page is set, which all its letters have in common."""

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from index.reading.pdf.page.view import View

_INVISIBLE_MODE = 3
_WHITE = 250  # of 255, in all three colours


@dataclass(frozen=True, slots=True)
class Style:
    """What all letters of a piece of text have in common."""

    bold: bool
    turned: int
    unseen: bool
    white: bool
    rise: float  # from the bottom of a letter's box up to its base line
    font: int
    points: float  # the size of the font as the page shows it


Fonts = dict[int, bool]  # whether a font is bold by its name


def style_of(text_page: Any, view: View, index: int, bottom: float, fonts: Fonts) -> Style:
    """Return how the piece that a letter belongs to is set; `bottom` is that of the letter.

    `fonts` keeps what is known of the fonts of the page.
    """
    angle = pdfium.FPDFText_GetCharAngle(text_page, index)  # radians, to the right
    degrees = -round(math.degrees(max(angle, 0.0))) - 90 * view.quarters
    item = pdfium.FPDFText_GetTextObject(text_page, index)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item) if item else 0
    colours = [ctypes.c_uint() for _ in range(4)]
    told = pdfium.FPDFText_GetFillColor(text_page, index, *colours)
    *rgb, alpha = (colour.value for colour in colours)
    font, points = _font(text_page, index, item)
    if font not in fonts:
        fonts[font] = _is_named_bold(text_page, index)
    return Style(
        pdfium.FPDFText_GetFontWeight(text_page, index) >= 600 or fonts[font],
        degrees % 360,
        mode == _INVISIBLE_MODE or bool(told and alpha == 0),
        bool(told) and min(rgb) >= _WHITE,
        bottom - origin_of(text_page, view, index)[1],
        font,
        points,
    )


def origin_of(text_page: Any, view: View, index: int) -> tuple[float, float]:
    """Return where on its base line a letter begins."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    return view.point(x.value, y.value)


def _font(text_page: Any, index: int, item: Any) -> tuple[int, float]:
    """Return the font of a letter, and its size as the page shows it."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    points = pdfium.FPDFText_GetFontSize(text_page, index)
    font = pdfium.FPDFTextObj_GetFont(item) if item else None
    name = ctypes.cast(font, ctypes.c_void_p).value if font else 0
    return name or 0, points * math.hypot(matrix.c, matrix.d) or 1.0


def _is_named_bold(text_page: Any, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, 128, flags)
    return b"bold" in name.value.lower()
