"""Read tables as text: CSV, TSV and what else separates cells by one sign."""

import csv
import re
from collections import Counter

from index.cleaning.cleaning import Change
from index.reading.encoded.decoding import decode, encoding_told
from index.reading.extracted import Extracted, UnusableError
from index.reading.further.grids import grid_of, grid_text
from index.unread import Unread

_SIGNS = ("\t", ";", "|")  # before the comma, which is also the point of numbers
_POINT = re.compile(r"(?<=\d),(?=\d)")
_LOOKED_AT = 200  # rows
_PARTED = 0.25  # share of the rows; a sign in fewer is one of sentences
_MOST = 4_000_000  # cells, which take a gigabyte


def read_separated(raw: bytes, sign: str = "") -> Extracted:
    """Read a CSV or TSV file as Markdown tables; raises `UnusableError` for a binary one.

    `sign` parts the cells; without one the text tells it.
    """
    read = decode(raw)
    if "\x00" in read.text:
        raise UnusableError(Unread.BINARY)
    text = read.text.replace("\r\n", "\n").replace("\r", "\n")
    named = text[:6].lower().startswith("sep=") and text[5:6] in ("\n", "")  # Excel's own line
    sign, text = (text[4], text[6:]) if named else (sign or _sign(text), text)
    if (cells := text.count(sign) + text.count("\n")) > _MOST:
        raise UnusableError(Unread.NEEDS_MEMORY, f"a table of {cells:,} cells")
    rows, unclosed = _rows(text, sign)
    bars = sum(cell.count("|") for row in rows for cell in row)
    told = [Change("table", f"{bars} bars | in cells", "¦")] if bars else []
    told += [Change("table: quotes that hold no cell", line, "(read as text)") for line in unclosed]
    written = grid_text(grid_of(rows), headed=True)
    return Extracted(written, changes=(*encoding_told(raw, read), *told))


def _rows(text: str, sign: str) -> tuple[list[list[str]], list[str]]:
    """Return the rows of cells, and the lines whose quotes hold no cell and are a part of it."""
    csv.field_size_limit(max(len(text) + 1, csv.field_size_limit()))
    lines = text.split("\n")
    rows: list[list[str]] = []
    unclosed: list[str] = []
    start = 0
    while start < len(lines):
        left = (f"{lines[i]}\n" for i in range(start, len(lines)))
        reader = csv.reader(left, delimiter=sign, skipinitialspace=True, strict=True)
        taken = 0
        try:
            for row in reader:
                rows.append(row)
                taken = reader.line_num
            break
        except csv.Error:
            line = lines[start + taken]
            rows += csv.reader([line], delimiter=sign, quoting=csv.QUOTE_NONE)
            unclosed.append(line)
            start += taken + 1
    return rows, unclosed


def _sign(text: str) -> str:
    """Return the sign that parts most rows into the same number of cells.

    Commas between digits are the points of numbers where another sign parts the rows as well.
    """
    head = "\n".join(text.split("\n")[:_LOOKED_AT])
    fits = {sign: _fit(head, sign) for sign in _SIGNS}
    best = max(_SIGNS, key=lambda sign: fits[sign])
    comma = _fit(head, ",")
    if fits[best][0] >= comma[0]:
        comma = _fit(_POINT.sub(".", head), ",")
    return "," if comma > fits[best] or fits[best][0] < _PARTED else best


def _fit(head: str, sign: str) -> tuple[float, int]:
    """Return the share of rows with the commonest number of cells, and that number."""
    widths = Counter(len(row) for row in _rows(head, sign)[0] if any(map(str.strip, row)))
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0, 1
    width = max(wide, key=lambda width: (wide[width], width))
    return wide[width] / sum(widths.values()), width
