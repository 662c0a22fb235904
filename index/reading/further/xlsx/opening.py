"""Open a workbook with `openpyxl`, also one whose drawings are damaged."""

import io
import zipfile

import openpyxl
from openpyxl.workbook import Workbook

_DRAWN = b'/relationships/drawing"'


def opened(raw: bytes, *, data_only: bool = False, rich_text: bool = False) -> Workbook:
    """Return a workbook; one whose drawings cannot be read without them."""
    try:
        return openpyxl.load_workbook(io.BytesIO(raw), data_only=data_only, rich_text=rich_text)
    except Exception:  # as many kinds as there are parsers
        if (rest := _without_drawings(raw)) is None:
            raise
        return openpyxl.load_workbook(io.BytesIO(rest), data_only=data_only, rich_text=rich_text)


def _without_drawings(raw: bytes) -> bytes | None:
    """Return a workbook whose sheets name no drawing; None for one without any."""
    file, found = io.BytesIO(), False
    with zipfile.ZipFile(io.BytesIO(raw)) as packed, zipfile.ZipFile(file, "w") as written:
        for name in packed.namelist():
            part = packed.read(name)
            if name.startswith("xl/worksheets/_rels/") and _DRAWN in part:
                part, found = part.replace(_DRAWN, b'/relationships/unread"'), True
            written.writestr(name, part)
    return file.getvalue() if found else None
