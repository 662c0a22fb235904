"""Which reader reads which format."""

from index.reading.encoded.markup import in_utf_8
from index.reading.extracted import Extracted
from index.reading.further.formats import FURTHER, Reader, further_reader
from index.reading.text_format import read_text

_WEB = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown", ".mdown")
PLAIN = (".txt", *_MARKDOWN)  # whose lines a quote is found in
_KNOWN = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".jsonl")  # best, so named first
SUFFIXES = tuple(dict.fromkeys((*_KNOWN, *_MARKDOWN, *_WEB, *FURTHER)))
MARKUP = (*_WEB, ".pdf", ".docx", *FURTHER)


def reader_of(suffix: str) -> Reader:
    """Return the reader of a format.

    Its library, up to half a second to import, is loaded when first needed.
    """
    reader: Reader
    if suffix in _WEB:
        from index.reading.web.html_format import read_html

        reader = in_utf_8(read_html)
    elif suffix in _MARKDOWN:
        from index.reading.markup.markdown import read_markdown as reader
    elif suffix == ".pdf":
        from index.reading.pdf.pdf_format import read_pdf as reader
    elif suffix == ".docx":
        from index.reading.word.docx_format import read_docx as reader
    elif suffix in FURTHER:
        reader = further_reader(suffix, reader_of(".html"))
    else:
        reader = read_text
    return lambda raw: reader(raw) if raw.strip() else Extracted("")
