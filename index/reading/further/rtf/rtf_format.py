"""Read Rich Text (.rtf) with `striprtf`, its tables in Markdown and its notes at the end.

`striprtf` drops notes, heads and foots of pages, and shows hidden text; here they are told apart
before it reads.
"""

import re

from striprtf.striprtf import rtf_to_text

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, UnusableError, plain_line, readable
from index.reading.further.rtf import marks
from index.reading.further.rtf.tables import with_tables
from index.reading.signs.runs import Run, closed, joined
from index.unread import Unread

_TITLE = re.compile(r"\{\\title\s+([^{}]*)\}")
_GROUP = re.compile(
    r"\{(?:\\\*)?\\(footnote|header[lrf]?|footer[lrf]?|annotation|deleted)(?![a-z])"
)
_FONTS = re.compile(r"\{\s*\\fonttbl")
_MARKED = re.compile(f"([{marks.LEVEL}-{marks.STRUCK}])")
_HEIGHTS = {marks.LEVEL: 0, marks.UP: 1, marks.DOWN: -1}
_GONE = {marks.HIDDEN: "hidden", marks.STRUCK: "struck out"}
_HEADING = re.compile(f"[{marks.HEADINGS}]")
_BRACE = re.compile(r"\\[{}\\]|[{}]")


def read_rtf(raw: bytes) -> Extracted:
    """Read a Rich Text file; raises `UnusableError` for one that is none."""
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise UnusableError(Unread.DAMAGED_FILE, "it is no Rich Text")
    with readable(Unread.DAMAGED_FILE):
        return _read(raw.decode("latin-1"))


def _read(written: str) -> Extracted:
    title = _TITLE.search(written)
    body, groups = _apart(written)
    changes: list[Change] = []
    text = _shown(body, changes).strip()
    start, notes, said = _start(written), list[str](), dict[str, None]()
    for kind, group in groups:
        line = _plain(start, group, changes)
        if kind == "footnote":
            notes.append(f"[{len(notes) + 1}] {line}")
        elif kind in ("annotation", "deleted"):
            changes.append(Change("comment" if kind == "annotation" else kind, line, ""))
        elif line:
            said.setdefault(line)
    changes += [Change("running head", line, "(read once)") for line in said]
    if pictures := len(re.findall(r"\\pict\b", body)):
        changes.append(Change("picture", f"{pictures} in the text", ""))
    text = "\n\n".join(filter(None, (text, *notes, *said)))
    given = plain_line(_plain(start, title[1], changes)) if title else None
    return Extracted(text, given, changes=tuple(changes))


def _start(written: str) -> str:
    """Return what a group is read with when it stands alone: the code page and the fonts."""
    page = re.match(r"\{\\rtf.{0,200}?\\ansicpg\d+", written, re.S)
    fonts = _FONTS.search(written)
    table = written[fonts.start() : _end(written, fonts.start())] if fonts else ""
    return f"{page[0]} {table}" if page else f"{{\\rtf1\\ansi {table}"


def _plain(start: str, group: str, changes: list[Change]) -> str:
    return " ".join(_shown(f"{start}{group}}}", changes).split())


def _shown(written: str, changes: list[Change]) -> str:
    """Return the text, raised and lowered as it stands, its rows as tables.

    What is hidden or struck out is listed.
    """
    told = marks.marked(written.replace("{\\*\\fldrslt", "{\\fldrslt"))
    found = rtf_to_text(told.text, errors="replace")  # type: ignore[no-untyped-call]
    first, *rest = _MARKED.split(str(found))
    runs: list[Run | None] = [(first, 0)]
    for mark, text in zip(rest[::2], rest[1::2], strict=True):
        if mark in _HEIGHTS:
            runs.append((text, _HEIGHTS[mark]))
        else:
            runs += [None, (re.sub(f"[^{marks.CELL}{marks.ROW}]", "", text), 0)]
            said = " ".join(text.replace(marks.CELL, " ").replace(marks.ROW, " ").split())
            changes += [Change(_GONE[mark], said, "")] if said else []
    lines = map(_headed, with_tables(joined(closed(runs)), told.rows).split("\n"))
    return "\n".join(lines)


def _headed(line: str) -> str:
    """Write a marked line as a heading of Markdown."""
    found = _HEADING.search(line)
    if not found:
        return line
    said = " ".join(_HEADING.sub("", line).split())
    level = min(6, 1 + marks.HEADINGS.index(found[0]))
    return f"\n{'#' * level} {said}\n" if said else ""


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
            pieces.append(f"{{\\super [{notes}]}}")
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
