"""Bring the parts of an .odt file into the form that they are read in."""

import io
import zipfile

from lxml import etree

from index.reading.extracted import UnusableError
from index.reading.further.odt.running_text import local, text_ns
from index.reading.further.packages import check_package
from index.unread import Unread

_MANIFEST = "META-INF/manifest.xml"
_PARTS = ("content.xml", "styles.xml", "meta.xml")
_OBJECT = "/content.xml"  # of a formula, chart or sheet that the text shows
Parts = dict[str, etree._Element]

_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SHAPES = frozenset(
    "rect ellipse circle line polyline polygon regular-polygon path connector caption "
    "measure".split()
)


def opened(raw: bytes) -> tuple[Parts, Parts]:
    """Return the parts of a file and its objects; raises `UnusableError` for an encrypted one."""
    names = check_package(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        manifest = packed.read(_MANIFEST) if _MANIFEST in names else b""
        if b"encryption-data" in manifest:
            raise UnusableError(Unread.PROTECTED)
        parts = {name: _prepared(_parsed(packed.read(name))) for name in names if name in _PARTS}
        objects = {
            name.removesuffix(_OBJECT): _parsed(packed.read(name))
            for name in names
            if name.endswith(_OBJECT)
        }
    return parts, objects


def _parsed(raw: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(raw, parser)


def _prepared(part: etree._Element) -> etree._Element:
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
