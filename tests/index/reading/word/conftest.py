"""Word files whose parts are written as programs other than `python-docx` write them."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from index.reading.extracted import Extracted
from index.reading.word.docx_format import read_docx

SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
RELATIONS = {
    "footnotes": RELATIONSHIP_TYPE.FOOTNOTES,
    "endnotes": RELATIONSHIP_TYPE.ENDNOTES,
    "comments": RELATIONSHIP_TYPE.COMMENTS,
}
ReadBody = Callable[..., Extracted]


@pytest.fixture
def read_body() -> ReadBody:
    """Read a Word file with this XML as its body.

    `numbering` and `styles` are what is added to those parts, `notes` the parts of notes.
    """

    def read_body(body: str, *, numbering: str = "", styles: str = "", **notes: str) -> Extracted:
        document = docx.Document()
        end = document.element.body.sectPr
        for node in parse_xml(f"<w:body {SPACES}>{body}</w:body>"):
            end.addprevious(node)
        if numbering:
            root = document.part.numbering_part.element
            for node in list(root):
                root.remove(node)
            root.extend(parse_xml(f"<w:numbering {SPACES}>{numbering}</w:numbering>"))
        if styles:
            document.styles.element.extend(parse_xml(f"<w:styles {SPACES}>{styles}</w:styles>"))
        for name, xml in notes.items():
            kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
            blob = f"<w:{name} {SPACES}>{xml}</w:{name}>".encode()
            part = Part(PackURI(f"/word/{name}.xml"), kind, blob, document.part.package)
            document.part.relate_to(part, RELATIONS[name])
        file = io.BytesIO()
        document.save(file)
        return read_docx(file.getvalue())

    return read_body
