"""Tell the kind of a file by how it begins, where its name may say another."""

import io
import re
import zipfile

_BLANK = b"\xef\xbb\xbf \t\r\n"
_BEGINNINGS = (
    (re.compile(rb"%PDF-\d"), ".pdf"),
    (re.compile(rb"\{\\rtf\d?\\"), ".rtf"),
    (re.compile(rb"<!doctype\s+html|<html[\s>]", re.I), ".html"),
)
_PARTS = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "ppt/presentation.xml": ".pptx"}
_NAMED = {b"application/epub+zip": ".epub", b"application/vnd.oasis.opendocument.text": ".odt"}
_LONGEST = 100  # bytes of a name


def kind_of(raw: bytes) -> str:
    """Return the usual ending of the name of a file, "" where its beginning does not tell it."""
    if raw.startswith(b"PK\x03\x04"):
        return _of_package(raw)
    beginning = raw[:1024].lstrip(_BLANK)
    return next((kind for told, kind in _BEGINNINGS if told.match(beginning)), "")


def _of_package(raw: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            names = packed.namelist()
            if "mimetype" in names and packed.getinfo("mimetype").file_size < _LONGEST:
                return _NAMED.get(packed.read("mimetype").strip(), "")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError):
        return ""
    return next((kind for part, kind in _PARTS.items() if part in names), "")
