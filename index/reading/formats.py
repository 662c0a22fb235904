"""Which reader reads which format."""

from dataclasses import replace
from functools import partial

from index.cleaning.cleaning import Change
from index.reading.encoded.markup import in_utf_8
from index.reading.extracted import Extracted
from index.reading.further.formats import FURTHER, Reader, further_reader
from index.reading.kinds import kind_of
from index.reading.text_format import read_text

_WEB = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown", ".mdown")
PLAIN = (".txt", *_MARKDOWN)  # whose lines a quote is found in
_KNOWN = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".jsonl")  # best, so named first
SUFFIXES = tuple(dict.fromkeys((*_KNOWN, *_MARKDOWN, *_WEB, *FURTHER)))
_OF_TAGS = (*_WEB, *_MARKDOWN, ".eml")  # which a page of tags may begin, too
OTHER_KIND = "kind of file: it begins as one of another kind than its name says"
MARKUP = (*_WEB, ".pdf", ".docx", *FURTHER)


def reader_of(suffix: str) -> Reader:
    """Return the reader of a format; a file that begins as one of another is read as that.

    Its library, up to half a second to import, is loaded when first needed.
    """
    return partial(_as_it_begins, suffix, _reader_of(suffix))


def _as_it_begins(suffix: str, reader: Reader, raw: bytes) -> Extracted:
    """Read a file by its reader, or by that of the kind that it begins as."""
    if not raw.strip():
        return Extracted("")
    kind = kind_of(raw)
    if not kind or kind == suffix or (kind == ".html" and suffix in _OF_TAGS):
        return reader(raw)
    read = _reader_of(kind)(raw)
    change = Change(OTHER_KIND, f"a {suffix} by its name", f"read as {kind}")
    return replace(read, changes=(change, *read.changes))


def _reader_of(suffix: str) -> Reader:
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
    return reader
