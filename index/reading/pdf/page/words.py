"""The words of a PDF page with their places, as `pypdfium2` tells them.

Places are in points from the upper left corner of the page as it is shown.
"""

import ctypes
import math
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from index.reading.pdf.page.view import Box, View
from index.reading.pdf.page.word import LOOSE, Word, upright

_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")  # U+FFFE: PDFium's hyphen at the end of a line
_INVISIBLE_MODE = 3
_SIDES = struct.Struct("4f")  # of a box of PDFium, which are slower to ask for one by one
_WHITE = 250  # of 255, in all three colours
# Called for each word: with bare addresses they take half the time.
_OBJECT = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)


@dataclass(frozen=True, slots=True)
class _Style:
    """What all letters of a piece of text have in common."""

    bold: bool
    turned: int
    unseen: bool
    white: bool
    rise: float  # from the bottom of a letter's box up to its base line

    @property
    def plain(self) -> bool:
        """Tell whether it is neither turned nor hidden."""
        return not (self.turned or self.unseen or self.white)


@dataclass(slots=True)
class _Reader:
    """Read the letters of one page; the boxes that PDFium fills in are made once."""

    text_page: Any
    view: View
    address: int | None
    styles: dict[int, _Style] = field(default_factory=dict)
    rect: Any = field(default_factory=pdfium.FS_RECTF)
    place: int = 0  # the address of `rect`
    x: Any = field(default_factory=ctypes.c_double)
    y: Any = field(default_factory=ctypes.c_double)

    def __post_init__(self) -> None:
        """Take the address of the box."""
        self.place = ctypes.addressof(self.rect)

    def object_of(self, index: int) -> int:
        """Return the address of the piece of text that a letter belongs to, 0 for none."""
        return _OBJECT(self.address, index) or 0

    def word(self, text: str, first: int, last: int, order: int, piece: int) -> Word:
        """Make a word of the letters from `first` to `last`, which are of one piece of text."""
        style = self.styles.get(piece) if piece else None
        if style is None:
            style = self.styles[piece] = self._style(first)
        left, top, right, bottom = self._box(first)
        if last > first:
            ending = self._box(last)
            right = max(right, ending[2])
            if style.turned:
                left, top = min(left, ending[0]), min(top, ending[1])
                bottom = max(bottom, ending[3])
        size = (bottom - top) / LOOSE
        word = Word(text, left, top, right, bottom, bottom - style.rise, size, order, style.bold)
        if not style.plain:
            word.unseen, word.white, word.turned = style.unseen, style.white, style.turned
        return upright(word, self._origin(first)) if style.turned else word

    def _box(self, index: int) -> Box:
        _BOX(self.address, index, self.place)
        left, top, right, bottom = _SIDES.unpack(self.rect)
        return self.view.box(left, bottom, right, top)

    def _origin(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.text_page, index, self.x, self.y)
        return self.view.point(self.x.value, self.y.value)

    def _style(self, index: int) -> _Style:
        angle = pdfium.FPDFText_GetCharAngle(self.text_page, index)  # radians, to the right
        degrees = -round(math.degrees(max(angle, 0.0))) - 90 * self.view.quarters
        item = pdfium.FPDFText_GetTextObject(self.text_page, index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item) if item else 0
        colours = [ctypes.c_uint() for _ in range(4)]
        told = pdfium.FPDFText_GetFillColor(self.text_page, index, *colours)
        *rgb, alpha = (colour.value for colour in colours)
        return _Style(
            pdfium.FPDFText_GetFontWeight(self.text_page, index) >= 600 or self._named_bold(index),
            degrees % 360,
            mode == _INVISIBLE_MODE or bool(told and alpha == 0),
            bool(told) and min(rgb) >= _WHITE,
            self._box(index)[3] - self._origin(index)[1],
        )

    def _named_bold(self, index: int) -> bool:
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self.text_page, index, name, 128, flags)
        return b"bold" in name.value.lower()


def words_of(text_page: Any, view: View) -> list[Word]:
    """Return the words of a page in the order in which the file draws them.

    A word of several sizes comes in pieces. PDFium gives the letters of ligatures, so that they are
    found as they are typed.
    """
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return []
    reader = _Reader(text_page, view, ctypes.cast(text_page, ctypes.c_void_p).value)
    return list(_words(reader, _letters(text_page, count)))


def _letters(text_page: Any, count: int) -> str:
    """Return the letters of a page, one for each index."""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


def _words(reader: _Reader, text: str) -> Iterator[Word]:
    last = 0
    for order, match in enumerate(_WORD.finditer(text)):
        start, end = match.span()
        # The letters of a piece stand together: between two of one piece there is no other.
        before, last = last, reader.object_of(end - 1)
        if end - start == 1 or 0 != last == before or last == reader.object_of(start):
            yield reader.word(_written(match.group()), start, end - 1, order, last)
            continue
        for first, last in _pieces(reader, start, end):
            letters = _written(text[first : last + 1])
            word = reader.word(letters, first, last, order, reader.object_of(first))
            word.glued = first > start
            yield word


def _pieces(reader: _Reader, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the letters of a word that are of one piece of text each."""
    first = start
    for index in range(start + 1, end + 1):
        if index == end or reader.object_of(index) != reader.object_of(first):
            yield first, index - 1
            first = index


def _written(text: str) -> str:
    return text.replace("\ufffe", "-")
