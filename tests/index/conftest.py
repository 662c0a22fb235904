"""Files of every format, made by the libraries that people's tools use."""

import io
import json
from collections.abc import Callable, Sequence
from html import escape

import docx
import fpdf
import pytest


def as_text(paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join(paragraphs).encode()


def as_html(paragraphs: Sequence[str]) -> bytes:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"<html><head><title>x</title></head><body><nav><a href='/'>Home</a></nav><main>{body}</main></body></html>".encode()


def as_pdf(paragraphs: Sequence[str]) -> bytes:
    pdf = fpdf.FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    for paragraph in paragraphs:
        pdf.multi_cell(0, 8, paragraph)
        pdf.ln(8)
    return bytes(pdf.output())


def as_docx(paragraphs: Sequence[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_jsonl(paragraphs: Sequence[str]) -> bytes:
    return json.dumps({"text": "\n\n".join(paragraphs)}).encode()


FORMATS: dict[str, Callable[[Sequence[str]], bytes]] = {
    ".txt": as_text,
    ".md": as_text,
    ".html": as_html,
    ".pdf": as_pdf,
    ".docx": as_docx,
    ".jsonl": as_jsonl,
}


@pytest.fixture(params=list(FORMATS))
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def written() -> Callable[[str, Sequence[str]], bytes]:
    """Write paragraphs as a file of a format, given its suffix."""
    return lambda suffix, paragraphs: FORMATS[suffix](paragraphs)
