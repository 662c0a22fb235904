"""Read Rich Text (.rtf) with `striprtf`, its tables in Markdown and its notes at the end.

`striprtf` drops notes, heads and foots of pages, and shows hidden text; here they are told apart
before it reads.
"""

import re

from striprtf.striprtf import rtf_to_text

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, UnusableError, plain_line, readable
from index.reading.further.grids import grid_of, table_text
from index.unread import Unread

_ROWS = re.compile(r"(?:^[^\n]*\|[ \t]*(?:\n|\Z))+", re.M)
_TITLE = re.compile(r"\{\\title\s+([^{}]*)\}")
_GROUP = re.compile(
    r"\{(?:\\\*)?\\(footnote|header[lrf]?|footer[lrf]?|annotation|deleted)(?![a-z])"
)
_HIDDEN = re.compile(r"\\v1?(?![a-z0-9-]) ?((?:[^{}\\]|\\(?!v0|plain)[^{}])*)(?:\\v0 ?)?")
_BRACE = re.compile(r"\\[{}\\]|[{}]")


def read_rtf(raw: bytes) -> Extracted:
    """Read a Rich Text file; raises `UnusableError` for one that is none."""
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise UnusableError(Unread.DAMAGED_FILE, "it is no Rich Text")
    with readable(Unread.DAMAGED_FILE):
        return _read(raw.decode("latin-1"))


def _read(written: str) -> Extracted:
    page = re.match(r"\{\\rtf.{0,200}?\\ansicpg\d+", written, re.S)
    start = f"{page[0]} " if page else "{\\rtf1\\ansi "
    title = _TITLE.search(written)
    body, groups = _apart(written)
    changes: list[Change] = []

    def hide(found: re.Match[str]) -> str:
        """List hidden text and leave it out."""
        if text := _plain(start, found[1]):
            changes.append(Change("hidden", text, ""))
        return ""

    body = _HIDDEN.sub(hide, body)
    notes, said = list[str](), dict[str, None]()
    for kind, group in groups:
        text = _plain(start, group)
        if kind == "footnote":
            notes.append(f"[{len(notes) + 1}] {text}")
        elif kind in ("annotation", "deleted"):
            changes.append(Change("comment" if kind == "annotation" else kind, text, ""))
        elif text:
            said.setdefault(text)
    changes += [Change("running head", line, "(read once)") for line in said]
    if pictures := len(re.findall(r"\\pict\b", body)):
        changes.append(Change("picture", f"{pictures} in the text", ""))
    text = _tables(_shown(body)).strip()
    text = "\n\n".join(filter(None, (text, *notes, *said)))
    given = plain_line(_plain(start, title[1])) if title else None
    return Extracted(text, given, changes=tuple(changes))


def _plain(start: str, group: str) -> str:
    return " ".join(_shown(f"{start}{group}}}").split())


def _shown(written: str) -> str:
    return str(rtf_to_text(written, errors="replace"))  # type: ignore[no-untyped-call]


def _apart(written: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a text without its notes, heads and foots, and these by kind."""
    groups: list[tuple[str, str]] = []
    pieces, place, notes = [], 0, 0
    while found := _GROUP.search(written, place):
        end = _end(written, found.start())
        kind = found[1]
        groups.append((kind, written[found.end() : end - 1].replace("\\chftn", "")))
        pieces.append(written[place : found.start()])
        if kind == "footnote":
            notes += 1
            pieces.append(f"[{notes}]")
        place = end
    return "".join(pieces).replace("\\chftn", "") + written[place:], groups


def _end(written: str, start: int) -> int:
    """Return where the group that starts with a brace ends."""
    depth = 0
    for brace in _BRACE.finditer(written, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return brace.end()
    return len(written)


def _tables(text: str) -> str:
    """Write rows, whose cells each end with a bar, as Markdown tables."""

    def table(found: re.Match[str]) -> str:
        rows = [line.rstrip().removesuffix("|").split("|") for line in found[0].splitlines()]
        return f"\n{table_text(grid_of(rows), int(len(rows) > 1))}\n\n"

    return _ROWS.sub(table, text)
