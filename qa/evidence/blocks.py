"""Lists and tables of a text: runs of lines that are items of one thing, and what names them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.building.passages import heading_over, headings
from index.language.english.listing.items import AGENDA, ENTRY
from index.sentences import Span
from qa.text.rows import is_heads, is_row, is_rule

_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"\s*(?:[-*•‣▪◦●○■·–]\s+(?!\d+\s*$)|(?:\d{1,3}|[a-z])[.)]\s+)\S")
_NUMBERED = re.compile(r"(?:#+ )?\d{1,2}[.)] [^\n]{2,68}[^.:;,]")
_ENTRIES = 3  # of a chronicle, or of an agenda, at least
_TITLE = re.compile(r"[^.!?]{3,90}:?")  # a line that names what stands below it


@dataclass(frozen=True, slots=True)
class Block:
    """The ranges of the items of a list or of the rows of a table, in order.

    `name` is the heading over it, `lead` the line before it, `heads` the range of the row that
    names its columns; empty where there is none.
    """

    items: tuple[Span, ...]
    name: str
    lead: str
    heads: Span | None = None


def blocks(text: str) -> list[Block]:
    """Return the lists and tables of a text that have at least two items, in order."""
    over = headings(text)
    lines = _lines(text)
    found = []
    for first, last in _runs(text, lines):
        items, heads = _without_heads(text, lines[first:last])
        if len(items) > 1:
            lead = text[slice(*lines[first - 1])].strip() if first else ""
            name = heading_over(over, items[0][0]) or _title_above(text, lines[:first])
            found.append(Block(tuple(items), name, lead, heads))
    return [*found, *_entries(text, lines), *_numbered(text, lines)]


def _entries(text: str, lines: Sequence[Span]) -> list[Block]:
    """Return the entries of a chronicle, each a line that begins with its date."""
    items = tuple(span for span in lines if ENTRY.match(text[slice(*span)]))
    return [Block(items, text[slice(*lines[0])].strip(), "")] if len(items) >= _ENTRIES else []


def _numbered(text: str, lines: Sequence[Span]) -> list[Block]:
    """Return the headings of a text that are numbered from 1, as those of minutes: its agenda."""
    heads = [span for span in lines if _NUMBERED.fullmatch(text[slice(*span)].strip())]
    told = [int(text[slice(*span)].lstrip(" #").split(".")[0].split(")")[0]) for span in heads]
    apart = any(text[one[1] : two[0]].strip() for one, two in pairwise(heads))
    if len(heads) < _ENTRIES or not apart or told != list(range(1, len(heads) + 1)):
        return []
    return [Block(tuple(heads), "", AGENDA)]


def _lines(text: str) -> list[Span]:
    """Return the ranges of the lines that are not empty; set in below an item, one goes on."""
    lines: list[Span] = []
    for found in _LINE.finditer(text):
        line = found.group()
        if not line.strip():
            continue
        if lines and line.startswith("  ") and not _kind(line):
            start, end = lines[-1]
            if _kind(text[start:end]) == "item" and end == found.start() - 1:
                lines[-1] = start, found.end()
                continue
        lines.append(found.span())
    return lines


def _runs(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Yield the runs of lines (first, last + 1) that are all items, or all rows."""
    kinds = [_kind(text[start:end]) for start, end in lines]
    borders = [n for n, (one, two) in enumerate(pairwise(kinds), 1) if one != two]
    for first, last in pairwise([0, *borders, len(lines)]):
        if kinds[first:last] and kinds[first]:
            yield first, last


def _kind(line: str) -> str:
    if is_row(line):
        return "row"
    return "item" if _ITEM.match(line) else ""


def _without_heads(text: str, lines: Sequence[Span]) -> tuple[list[Span], Span | None]:
    """Return the items among lines, and the row of a table that names its columns."""
    body = [span for span in lines if not is_rule(text[slice(*span)])]
    headed = len(body) < len(lines) or is_heads(text, *lines[0])
    return (body[1:], body[0]) if headed else (body, None)


def _title_above(text: str, lines: Sequence[Span]) -> str:
    """Return the line right above that is short and no sentence, "" for none."""
    line = text[slice(*lines[-1])].strip() if lines else ""
    return line if _TITLE.fullmatch(line) else ""
