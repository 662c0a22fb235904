"""What a PDF page has beside its text: ruled lines, filled grounds, pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from index.reading.pdf.page.view import Box, View

_MOST = 20_000  # pieces of a drawing that are looked at; more is a map or a plan, not a table
_DEPTH = 8  # of drawings in drawings
_THIN = 2.5  # points; a ruled line is no thicker
_SHORT = 4.0  # points; shorter is a mark, not a line
_SMALLEST_DOT, _LARGEST_DOT = 1.5, 8.0  # points
_DARK = 240  # of 255; a ground with a colour below it shows white letters
_STRAIGHT = (pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_LINETO)

Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Drawing:
    """The lines of a page, level and upright, as boxes without width; its grounds and pictures.

    `dots` are as small as the marks of lists.
    """

    level: list[Box] = field(default_factory=list)
    upright: list[Box] = field(default_factory=list)
    grounds: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)

    def line(self, box: Box) -> None:
        """Take in a box if it is so thin that it is a line."""
        left, top, right, bottom = box
        if bottom - top <= _THIN and right - left >= _SHORT:
            self.level.append((left, (top + bottom) / 2, right, (top + bottom) / 2))
        elif right - left <= _THIN and bottom - top >= _SHORT:
            self.upright.append(((left + right) / 2, top, (left + right) / 2, bottom))

    def frame(self, box: Box) -> None:
        """Take in the four sides of a box; a thin one is a line."""
        left, top, right, bottom = box
        if bottom - top <= _THIN or right - left <= _THIN:
            self.line(box)
            return
        for y in (top, bottom):
            self.line((left, y, right, y))
        for x in (left, right):
            self.line((x, top, x, bottom))


def drawing_of(page: Any, view: View) -> Drawing:
    """Return the lines, grounds and pictures of a page."""
    drawing = Drawing()
    count = pdfium.FPDFPage_CountObjects(page)
    items = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    for number, (item, matrix) in enumerate(_inside(items, _AS_IT_IS, 0)):
        if number > _MOST:
            return Drawing(pictures=drawing.pictures)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(drawing, item, matrix, view)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            drawing.pictures.append(_bounds(item, matrix, view))
    return drawing


def _inside(items: Iterator[Any], matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """Yield what is drawn, also in drawings that a page takes in, with where that puts it."""
    for item in items:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            if kind != pdfium.FPDF_PAGEOBJ_TEXT:
                yield item, matrix
        elif depth < _DEPTH:
            count = pdfium.FPDFFormObj_CountObjects(item)
            parts = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(count))
            yield from _inside(parts, _times(_matrix(item), matrix), depth + 1)


def _take_path(drawing: Drawing, item: Any, matrix: Matrix, view: View) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    dark = bool(fill.value) and _is_dark(item)
    if not dark and not stroke.value:
        return  # it only cuts out, or is white on white
    box = _bounds(item, matrix, view)
    drawing.dots += [box] if _is_dot(box) else []
    drawing.grounds += [box] if dark else []
    count = pdfium.FPDFPath_CountSegments(item)
    if count <= 2:
        drawing.line(box)
    elif fill.value and count <= 6:
        drawing.frame(box)
    elif count < _MOST:
        _take_segments(drawing, item, _times(_matrix(item), matrix), view)


def _is_dot(box: Box) -> bool:
    left, top, right, bottom = box
    wide, high = sorted((right - left, bottom - top))
    return wide >= _SMALLEST_DOT and high <= min(_LARGEST_DOT, 1.3 * wide)


def _take_segments(drawing: Drawing, item: Any, matrix: Matrix, view: View) -> None:
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = view.point(*_moved(x.value, y.value, matrix))
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            drawing.line(_between(last, point))
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and kind in _STRAIGHT:
            drawing.line(_between(point, first))


def _between(one: tuple[float, float], other: tuple[float, float]) -> Box:
    (x0, y0), (x1, y1) = one, other
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _is_dark(item: Any) -> bool:
    colours = [ctypes.c_uint() for _ in range(4)]
    told = pdfium.FPDFPageObj_GetFillColor(item, *colours)
    *rgb, alpha = (colour.value for colour in colours)
    return not told or (min(rgb) < _DARK and alpha > 0)


def _bounds(item: Any, matrix: Matrix, view: View) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *sides)
    left, bottom, right, top = (side.value for side in sides)
    corners = [_moved(x, y, matrix) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return view.box(min(xs), min(ys), max(xs), max(ys))


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    k, l, m, n, o, p = outer  # noqa: E741
    return (
        a * k + b * m, a * l + b * n,
        c * k + d * m, c * l + d * n,
        e * k + f * m + o, e * l + f * n + p,
    )  # fmt: skip


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
