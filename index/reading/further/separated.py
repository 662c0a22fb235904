"""Read tables as text: CSV, TSV and what else separates cells by one sign."""

import csv
from collections import Counter

from index.cleaning.cleaning import Change
from index.reading.encodings import decode, encoding_told
from index.reading.extracted import Extracted, UnusableError
from index.reading.further.grids import grid_of, grid_text
from index.unread import Unread

_SIGNS = (",", ";", "\t", "|")
_LOOKED_AT = 200  # rows
_LONGEST = 10_000_000  # characters of a cell


def read_separated(raw: bytes) -> Extracted:
    """Read a CSV or TSV file as Markdown tables; raises `UnusableError` for a binary one."""
    read = decode(raw)
    if "\x00" in read.text:
        raise UnusableError(Unread.BINARY)
    text = read.text.replace("\r\n", "\n").replace("\r", "\n")
    named = text[:6].lower().startswith("sep=") and text[5:6] in ("\n", "")  # Excel's own line
    sign, text = (text[4], text[6:]) if named else (_sign(text), text)
    rows = _rows(text, sign)
    bars = sum(cell.count("|") for row in rows for cell in row)
    told = (Change("table", f"{bars} bars | in cells", "¦"),) if bars else ()
    written = grid_text(grid_of(rows), headed=True)
    return Extracted(written, changes=(*encoding_told(raw, read), *told))


def _rows(text: str, sign: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST)
    lines = (f"{line}\n" for line in text.split("\n"))
    return list(csv.reader(lines, delimiter=sign, skipinitialspace=True))


def _sign(text: str) -> str:
    """Return the sign that parts most rows into the same number of cells."""
    head = "\n".join(text.split("\n")[:_LOOKED_AT])
    return max(_SIGNS, key=lambda sign: _fit(head, sign))


def _fit(head: str, sign: str) -> tuple[float, int]:
    """Return the share of rows with the commonest number of cells, and that number."""
    widths = Counter(len(row) for row in _rows(head, sign) if any(map(str.strip, row)))
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0, 1
    width = max(wide, key=lambda width: (wide[width], width))
    return wide[width] / sum(widths.values()), width
