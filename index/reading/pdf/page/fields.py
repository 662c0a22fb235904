"""What was typed or ticked into the form of a PDF page, and what was written over it."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from index.cleaning.cleaning import Change
from index.reading.pdf.page.view import Box, View
from index.reading.pdf.page.word import Word

_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_PASSWORD = 1 << 13  # flag of a field that shows dots for letters
_TICKED = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_CHOSEN = (pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_WRITTEN = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_SIGNATURE)
_SIZE = 10.0  # points, of letters that nobody tells the size of
_NOTES = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_STRIKEOUT,
}


def fields_of(
    page: Any, form: Any, view: View, words: Sequence[Word], changes: list[Change]
) -> list[Word]:
    """Return the entries of a form as words, each on the line of its label.

    A ticked box is `[x]`, an empty one `[ ]`. Comments that a page shows as a mark are listed.
    """
    found: list[Word] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            text = _text(annotation, form, changes)
            if text:
                found.append(_beside(_box(annotation, view), text, words, len(words) + index))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _text(annotation: Any, form: Any, changes: list[Change]) -> str:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    unseen = pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN
    if kind == pdfium.FPDF_ANNOT_WIDGET and form and not unseen:
        return _entry(annotation, form, changes)
    if kind not in (pdfium.FPDF_ANNOT_FREETEXT, *_NOTES):
        return ""
    said = _string(lambda *to: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", *to))
    if kind == pdfium.FPDF_ANNOT_FREETEXT and not unseen:
        return said
    if said:
        changes.append(Change("comment: it stands beside the text", said, ""))
    return ""


def _entry(annotation: Any, form: Any, changes: list[Change]) -> str:
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _TICKED:
        return "[x]" if pdfium.FPDFAnnot_IsChecked(form, annotation) else "[ ]"
    value = _string(lambda *to: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, *to))
    if kind in _WRITTEN and pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD:
        changes.append(Change("hidden: a password", "•" * len(value), "")) if value else None
        return ""
    if kind in _CHOSEN:
        return ", ".join(_options(annotation, form)) or value
    return value if kind in _WRITTEN else ""


def _options(annotation: Any, form: Any) -> Iterator[str]:
    for index in range(max(0, pdfium.FPDFAnnot_GetOptionCount(form, annotation))):
        if pdfium.FPDFAnnot_IsOptionSelected(form, annotation, index):
            yield _string(
                lambda *to, at=index: pdfium.FPDFAnnot_GetOptionLabel(form, annotation, at, *to)
            )


def _string(read: Callable[..., int]) -> str:
    """Return a string that PDFium tells in two calls: how long it is, and what it is."""
    size = read(None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    read(buffer, size)
    text = bytes(buffer)[: size - 2].decode("utf-16-le", "surrogatepass")
    return " ".join(text.split())


def _box(annotation: Any, view: View) -> Box:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    return view.box(rect.left, rect.bottom, rect.right, rect.top)


def _beside(box: Box, text: str, words: Sequence[Word], order: int) -> Word:
    """Return an entry as a word, on the base line of the nearest word at its height."""
    left, top, right, bottom = box
    level = [word for word in words if top - 1 <= word.middle[1] <= bottom + 1]
    outside = [word for word in level if word.right <= left + 2 or word.left >= right - 2]
    label = min(
        outside,
        key=lambda word: max(left - word.right, word.left - right),
        default=None,
    )
    order = label.order if label else order
    size = label.size if label else min(_SIZE, bottom - top)
    base = label.base if label else top + size + 1
    return Word(text, left, base - size, right, base + size / 4, base, size, order, field=True)
