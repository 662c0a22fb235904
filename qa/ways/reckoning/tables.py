"""Tables of an article as rows with a name each, and the values of their cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from index.dates import Date, dates
from index.language.english.listing.items import TOTAL
from index.types import Article
from qa.evidence.blocks import Block, blocks
from qa.text.numbers.quantities import readings
from qa.text.rows import cells_of, is_row
from qa.types import Evidence
from qa.ways.catalogue.articles import evidence_at

_LETTERS = 3  # of a cell that names something
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MINUTES = {"duration-day": 1440, "duration-hour": 60, "duration-minute": 1}


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell tells: a number and its unit, or a date as a number that orders it."""

    number: Decimal
    unit: frozenset[str] = frozenset()
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what names it, its cells, and the line that proves it. `total`: it sums up others."""

    name: str
    cells: Sequence[str]
    proof: Evidence
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table under the names of its columns; `named` is the column of their names."""

    article: Article
    block: Block
    heads: Evidence
    names: Sequence[str]
    rows: Sequence[Row]
    named: int

    @property
    def around(self) -> str:
        """Return what names the table: titles and heads."""
        return f"{self.article.title} {self.block.name} {self.block.lead} {self.heads.text}"


def tables_of(article: Article) -> Iterator[Table]:
    """Yield the tables of an article that have a row of heads and as many cells in each row."""
    for block in blocks(article.text):
        if not block.heads:
            continue
        heads = _line(article, block.heads)
        names = cells_of(heads.text)
        lines = [_line(article, span) for span in block.items]
        cells = [cells_of(line.text) if is_row(line.text) else () for line in lines]
        if any(len(row) != len(names) for row in cells):
            continue
        named = _naming(cells)
        rows = [
            Row(row[named], row, line, bool(TOTAL.match(row[named])))
            for row, line in zip(cells, lines, strict=True)
        ]
        yield Table(article, block, heads, names, rows, named)


def value_of(cell: str) -> Value | None:
    """Return what a cell tells, None where that is no one number, date or length of time."""
    if _YEAR.fullmatch(cell.strip()):
        return Value(Decimal(cell.strip()) * 10_000, dated=True)
    times = [item.what for item in dates(cell)]
    if times:
        day = times[0]
        if len(times) > 1 or not isinstance(day, Date) or not day.year or day.unsure or day.last:
            return None
        return Value(Decimal(day.year * 10_000 + day.month * 100 + day.day), dated=True)
    told = readings(cell)
    found = [reading.quantity for reading in told]
    if any(one.low != one.high or one.ordinal for one in found):
        return None
    if len(found) == 1:
        [one] = told
        if len(_WORD.findall(cell[: one.start] + " " + cell[one.end :])) > 1:
            return None  # "10 or later"
        return Value(found[0].low, found[0].unit | ({found[0].per} - {""}))
    known = [unit & _MINUTES.keys() for unit in (one.unit for one in found)]
    if found and all(len(unit) == 1 for unit in known):
        parts = (one.low * _MINUTES[next(iter(u))] for one, u in zip(found, known, strict=True))
        return Value(Decimal(sum(parts)), frozenset({"duration-minute"}))
    return None


def _line(article: Article, span: tuple[int, int]) -> Evidence:
    text = article.text[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    return evidence_at(article, start, span[0] + len(text.rstrip()))


def _naming(rows: Sequence[Sequence[str]]) -> int:
    """Return the column that names the rows: the first with words, the first where none has."""
    for column in range(len(rows[0]) if rows else 0):
        if all(sum(map(str.isalpha, row[column])) >= _LETTERS for row in rows):
            return column
        if all(_YEAR.fullmatch(row[column]) for row in rows):
            return column
    return 0
