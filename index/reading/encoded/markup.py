"""Bring web pages and XML files into UTF-8, from the encoding that they declare or have."""

import re
from collections.abc import Callable
from dataclasses import replace

from index.cleaning.cleaning import Change
from index.reading.encoded.decoding import UTF_8, decode, encoding_told
from index.reading.extracted import Extracted

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)|<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.I,
)
_HEAD = 4096  # bytes in which a page declares its encoding


def in_utf_8(reader: Callable[[bytes], Extracted]) -> Callable[[bytes], Extracted]:
    """Let a reader of markup see UTF-8 alone."""

    def read(raw: bytes) -> Extracted:
        """Read a page, and tell what was assumed of its encoding."""
        written, told = markup_in_utf_8(raw)
        page = reader(written)
        return replace(page, changes=(*told, *page.changes))

    return read


def declared_in(raw: bytes) -> str:
    """Return the encoding that a web page or XML file says it has, or ""."""
    found = _DECLARED.search(raw[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else ""


def markup_in_utf_8(raw: bytes) -> tuple[bytes, tuple[Change, ...]]:
    """Return a web page or XML file in UTF-8, as its declaration then says, with what was assumed.

    Nothing is assumed where the page declares its encoding and its bytes agree.
    """
    declared = declared_in(raw)
    read = decode(raw, declared)
    if read.encoding == UTF_8 and not read.doubt:
        return raw, ()
    written = read.text.encode("utf-8", "replace")
    head = _DECLARED.sub(_says_utf_8, written[:_HEAD])
    return head + written[_HEAD:], () if declared and not read.doubt else encoding_told(raw, read)


def _says_utf_8(found: re.Match[bytes]) -> bytes:
    group = 1 if found[1] else 2
    start, end = (place - found.start() for place in found.span(group))
    return found[0][:start] + b"utf-8" + found[0][end:]
