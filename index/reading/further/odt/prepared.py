"""Bring the parts of an .odt file into the form that they are read in."""

from lxml import etree

from index.reading.further.odt.running_text import local, text_ns

_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SHAPES = frozenset(
    "rect ellipse circle line polyline polygon regular-polygon path connector caption "
    "measure".split()
)


def prepared(part: etree._Element) -> etree._Element:
    """Return a part in which shapes are of one name, and readings and notes keep apart.

    The reading of a character (ruby) follows it in brackets.
    """
    for element in list(part.iter(f"{_DRAW}*")):
        if local(element) in _SHAPES:
            element.tag = f"{_DRAW}custom-shape"
    for reading in part.iter(text_ns("ruby-text")):
        if "".join(reading.itertext()).strip():
            _bracket(reading)
    for body in part.iter(text_ns("note-body")):
        for paragraph in body.iter(text_ns("p"), text_ns("h")):
            paragraph.tail = f" {paragraph.tail or ''}"
    return part


def _bracket(element: etree._Element) -> None:
    element.text = f" ({element.text or ''}"
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''})"
    else:
        element.text += ")"
