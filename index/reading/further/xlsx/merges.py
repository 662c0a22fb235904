"""Cut the merged cells of a spreadsheet to what it holds, before `openpyxl` fills each of them.

Who merges all of a sheet merges 17 billion cells, of which a few hold or lie beside anything.
"""

import io
import re
import zipfile
from collections.abc import Iterator

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

from index.reading.extracted import UnusableError
from index.unread import Unread

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']([A-Z]+\d+:[A-Z]+\d+)[\"']")
_USED = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]+)(\d+)[\"']")
_MOST = 1_000_000  # merged cells, a second


def with_cut_merges(raw: bytes) -> bytes:
    """Return a workbook whose merged cells end where its cells do.

    One with few is returned as it is. Raises `UnusableError` where even so there are too many.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        sheets = {name: packed.read(name) for name in packed.namelist() if _is_sheet(name)}
        if sum(map(_merged, sheets.values())) <= _MOST:
            return raw
        cut = {name: _cut(sheet) for name, sheet in sheets.items()}
        if (left := sum(map(_merged, cut.values()))) > _MOST:
            raise UnusableError(Unread.NEEDS_MEMORY, f"{left:,} merged cells")
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as written:
            for name in packed.namelist():
                written.writestr(name, cut[name] if name in cut else packed.read(name))
        return file.getvalue()


def _is_sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/") and name.endswith(".xml")


def _merged(sheet: bytes) -> int:
    """Return how many cells are merged."""
    return sum(
        (right - left + 1) * (bottom - top + 1) for left, top, right, bottom in _ranges(sheet)
    )


def _ranges(sheet: bytes) -> Iterator[tuple[int, int, int, int]]:
    for found in _MERGED.finditer(sheet):
        yield range_boundaries(found[1].decode())


def _cut(sheet: bytes) -> bytes:
    """Let no merged cell reach further than the last row and column that hold a cell."""
    places = _USED.findall(sheet)
    last_row = max((int(row) for _, row in places), default=1)
    last_column = max(
        (column_index_from_string(column.decode()) for column in {name for name, _ in places}),
        default=1,
    )

    def cut(found: re.Match[bytes]) -> bytes:
        """Return the element of a merged cell with its range cut."""
        left, top, right, bottom = range_boundaries(found[1].decode())
        right, bottom = max(left, min(right, last_column)), max(top, min(bottom, last_row))
        told = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
        return found[0].replace(found[1], told.encode())

    return _MERGED.sub(cut, sheet)
