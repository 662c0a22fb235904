"""How a piece of text on a PDF page is set, which all its letters have in common."""

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from index.reading.pdf.page.view import View

_INVISIBLE_MODE = 3
_HEAVY = 600
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


class Looks:
    """Tell how the letters of a page are set; what PDFium fills in is made once."""

    def __init__(self, text_page: Any, view: View) -> None:
        self._page = text_page
        self._view = view
        self._bold: dict[int, bool] = {}  # of a font
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._colours = [ctypes.c_uint() for _ in range(4)]

    def style(self, index: int, bottom: float) -> Style:
        """Return how the piece that a letter belongs to is set; `bottom` is that of the letter."""
        angle = pdfium.FPDFText_GetCharAngle(self._page, index)  # radians, to the right
        degrees = -round(math.degrees(max(angle, 0.0))) - 90 * self._view.quarters
        item = pdfium.FPDFText_GetTextObject(self._page, index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item) if item else 0
        told = pdfium.FPDFText_GetFillColor(self._page, index, *self._colours)
        red, green, blue, alpha = [colour.value for colour in self._colours]
        font = self._font(item)
        if font not in self._bold:
            self._bold[font] = self._is_bold(index)
        return Style(
            self._bold[font],
            degrees % 360,
            mode == _INVISIBLE_MODE or bool(told and alpha == 0),
            bool(told) and min(red, green, blue) >= _WHITE,
            bottom - self.origin(index)[1],
            font,
            self._points(index),
        )

    def origin(self, index: int) -> tuple[float, float]:
        """Return where on its base line a letter begins."""
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._view.point(self._x.value, self._y.value)

    def _font(self, item: Any) -> int:
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        return (ctypes.cast(font, ctypes.c_void_p).value if font else 0) or 0

    def _points(self, index: int) -> float:
        """Return the size of the font of a letter as the page shows it."""
        matrix = self._matrix
        told = pdfium.FPDFText_GetMatrix(self._page, index, matrix)
        points = pdfium.FPDFText_GetFontSize(self._page, index)
        return (points * math.hypot(matrix.c, matrix.d) if told else 0.0) or 1.0

    def _is_bold(self, index: int) -> bool:
        """Tell whether a font is bold, by its weight or its name."""
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._page, index, name, 128, flags)
        heavy = pdfium.FPDFText_GetFontWeight(self._page, index) >= _HEAVY
        return heavy or b"bold" in name.value.lower()
