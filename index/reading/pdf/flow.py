"""The text of a PDF: lines become paragraphs, also over the ends of columns and pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from index.cleaning.cleaning import Change
from index.reading.pdf.hyphens import Hyphens
from index.reading.pdf.layout.regions import Part
from index.reading.pdf.layout.table import Table, continued, written
from index.reading.pdf.lines import Line, Page, goes_on, is_apart, lines_of
from index.types import Pages


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together, each with its page; `apart`: more than a line end is before.

    Or a table, whose lines stay lines.
    """

    lines: list[tuple[int, str]]
    apart: bool
    table: Table | None = None


def text_of_pages(pages: Sequence[Page], hyphens: Hyphens) -> tuple[str, Pages]:
    """Return the text of pages, and where in it each page begins or goes on.

    A note at the foot of a page stands below the paragraph that goes on over it.
    """
    starts: list[tuple[int, int]] = []
    pieces: list[str] = []
    length = 0
    for paragraph in _paragraphs(pages, hyphens):
        mark = "" if not pieces else "\n\n" if paragraph.apart else "\n"
        length += len(mark)
        text = ""
        for page, line in paragraph.lines:
            joined = f"{text}\n{line}" if paragraph.table else hyphens.joined(text, line)
            text = joined if text else line
            if not starts or starts[-1][1] != page + 1:
                starts.append((length + len(text) - len(line), page + 1))
        pieces += [mark, text]
        length += len(text)
    return "".join(pieces), tuple(sorted([*starts, *_textless(starts, len(pages), length)]))


def _textless(
    starts: Sequence[tuple[int, int]], pages: int, length: int
) -> Iterator[tuple[int, int]]:
    """Yield the pages without text: they begin where the next one does, or at the end."""
    place, written = length, {number: start for start, number in reversed(starts)}
    for number in range(pages, 0, -1):
        place = written.get(number, place)
        if number not in written:
            yield place, number


def _paragraphs(pages: Sequence[Page], hyphens: Hyphens) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    waiting: list[_Paragraph] = []
    last: Line | None = None
    for number, items in enumerate(lines_of(pages)):
        for first, item in zip([True, *[False] * len(items)], items, strict=False):
            if isinstance(item, Table):
                whole = _with_whole_cells(item, hyphens)
                before = found[-1].table if found and first else None
                more = continued(before, whole) if before else None
                if more is not None:
                    found[-1].lines.append((number, written(more)))
                    hyphens.changes += _repeated(whole, more)
                else:
                    text = [(number, written(whole))]
                    found += [*waiting, _Paragraph(text, apart=True, table=whole)]
                    waiting = []
                last = None
                continue
            if last is not None and goes_on(last, item):
                (found[-1]).lines.append((number, item.row.text))
            else:
                found += waiting
                waiting = []
                apart = last is None or is_apart(last, item)
                found.append(_Paragraph([(number, item.row.text)], apart))
            last = item
        waiting += _notes(number, pages[number].notes, hyphens)
    return [*found, *waiting]


def _with_whole_cells(table: Table, hyphens: Hyphens) -> Table:
    """Return a table, the lines of each cell joined."""
    rows = [[reduce(hyphens.joined, cell.split("\n")) for cell in row] for row in table.rows]
    return replace(table, rows=rows)


def _repeated(table: Table, more: Table) -> Iterator[Change]:
    """List the heads that a table has again on its next page."""
    for row in table.rows[: len(table.rows) - len(more.rows)]:
        yield Change("running head: the table has it on the page before", " | ".join(row), "")


def _notes(number: int, notes: Sequence[Part], hyphens: Hyphens) -> Iterator[_Paragraph]:
    """Yield the notes of a page, each from its number on."""
    apart = True
    for part in notes:
        if isinstance(part, Table):
            yield _Paragraph([(number, written(_with_whole_cells(part, hyphens)))], apart=True)
            continue
        held: list[tuple[int, str]] = []
        for row in part.rows:
            if held and not row.text[:1].isalpha():
                yield _Paragraph(held, apart)
                held, apart = [], False
            held.append((number, row.text))
        yield _Paragraph(held, apart)
