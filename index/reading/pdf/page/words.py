"""The words of a PDF page with their places, as `pypdfium2` tells them.

Places are in points from the upper left corner of the page as it is shown.
"""

import ctypes
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from index.reading.pdf.page.style import Looks, Style
from index.reading.pdf.page.view import Box, View
from index.reading.pdf.page.word import LOOSE, Word, is_leftward, upright

_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")  # U+FFFE: PDFium's hyphen at the end of a line
_SIDES = struct.Struct("4f")  # of a box of PDFium, which are slower to ask for one by one
_LOOSE = 1.1  # of the size of letters; so wide are no letters of one word
_WIDE = 1.5  # of the narrowest gap of a word; a wider one parts two words
_APART = 2  # of the size; so far apart are no letters of a word
_UNEVEN = 0.98  # of the height of its font; a word is no lower
# Called for each word: with bare addresses they take half the time.
_OBJECT = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)


@dataclass(slots=True)
class _Reader:
    """Read the letters of one page; the boxes that PDFium fills in are made once."""

    view: View
    looks: Looks
    address: int | None
    styles: dict[int, Style] = field(default_factory=dict)
    words: list[tuple[Word, Style]] = field(default_factory=list)
    rect: Any = field(default_factory=pdfium.FS_RECTF)
    place: int = 0  # the address of `rect`

    def __post_init__(self) -> None:
        """Take the address of the box."""
        self.place = ctypes.addressof(self.rect)

    def object_of(self, index: int) -> int:
        """Return the address of the piece of text that a letter belongs to, 0 for none."""
        return _OBJECT(self.address, index) or 0

    def word(self, text: str, first: int, last: int, order: int, piece: int) -> Word:
        """Make a word of the letters from `first` to `last`, which are of one piece of text."""
        left, top, right, bottom = self._box(first)
        style = self.styles.get(piece) if piece else None
        if style is None:
            style = self.looks.style(first, bottom)
            self.styles[piece] = style
        if last > first:
            ending = self._box(last)
            if left < ending[0] and not text.isascii() and is_leftward(text):
                text = text[::-1]  # it is drawn from its end
            left, right = min(left, ending[0]), max(right, ending[2])
            if style.turned:
                top, bottom = min(top, ending[1]), max(bottom, ending[3])
        size = (bottom - top) / LOOSE
        word = Word(text, left, top, right, bottom, bottom - style.rise, size, order, style.bold)
        if style.unseen or style.white:
            word.unseen, word.white = style.unseen, style.white
        if style.turned:
            word.turned = style.turned
            return upright(word, self.looks.origin(first))
        self.words.append((word, style))
        return word

    def apart(self, text: str, start: int, end: int, word: Word) -> Iterator[Word]:
        """Yield the words in what PDFium takes for one word, though wide gaps are in it."""
        first, places = start, range(start + 1, end)
        gaps = {at: self._box(at)[0] - self._box(at - 1)[2] for at in places}
        wide = max(word.size, min(_APART * word.size, _WIDE * min(gaps.values(), default=0.0)))
        for index in range(start + 1, end + 1):
            if index == end or gaps[index] > wide:
                piece = self.object_of(first)
                yield self.word(_written(text[first:index]), first, index - 1, word.order, piece)
                first = index

    def even_out(self) -> None:
        """Give words of one font and size the same height.

        Fonts that do not tell theirs have boxes as high as each letter.
        """
        tall: dict[int, float] = {}  # of a font, a height for each point of its size
        for word, style in self.words:
            tall[style.font] = max(tall.get(style.font, 0.0), word.size / style.points)
        for word, style in self.words:
            full = tall[style.font] * style.points
            if word.size < _UNEVEN * full:
                word.size = full

    def _box(self, index: int) -> Box:
        _BOX(self.address, index, self.place)
        left, top, right, bottom = _SIDES.unpack(self.rect)
        return self.view.box(left, bottom, right, top)


def words_of(text_page: Any, view: View) -> list[Word]:
    """Return the words of a page in the order in which the file draws them.

    A word of several sizes comes in pieces. PDFium gives the letters of ligatures, so that they are
    found as they are typed.
    """
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return []
    address = ctypes.cast(text_page, ctypes.c_void_p).value
    reader = _Reader(view, Looks(text_page, view), address)
    words = list(_words(reader, _letters(text_page, count)))
    reader.even_out()
    return words


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
            word = reader.word(_written(match.group()), start, end - 1, order, last)
            loose = word.right - word.left > _LOOSE * word.size * (end - start)
            yield from reader.apart(text, start, end, word) if loose else (word,)
            continue
        pieces = [
            reader.word(_written(text[a : b + 1]), a, b, order, reader.object_of(a))
            for a, b in _pieces(reader, start, end)
        ]
        leftward = is_leftward(pieces[0].text) and is_leftward(pieces[-1].text)
        from_end = leftward and pieces[0].left < pieces[-1].left  # it is drawn so
        for piece in pieces[:-1] if from_end else pieces[1:]:
            piece.glued = True
        yield from pieces


def _pieces(reader: _Reader, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the letters of a word that are of one piece of text each."""
    first = start
    for index in range(start + 1, end + 1):
        if index == end or reader.object_of(index) != reader.object_of(first):
            yield first, index - 1
            first = index


def _written(text: str) -> str:
    return text.replace("\ufffe", "-")
