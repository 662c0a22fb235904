"""Read Rich Text (.rtf) with `striprtf`, its tables in Markdown and its notes at the end.

`striprtf` drops notes, heads and foots of pages, and shows hidden text; here they are told apart
before it reads.
"""

import re

from striprtf.striprtf import rtf_to_text

from index.cleaning.cleaning import Change
from index.reading.extracted import Extracted, UnusableError, plain_line, readable
from index.reading.further.grids import grid_of, table_text
from index.reading.signs.runs import joined
from index.unread import Unread

_ROWS = re.compile(r"(?:^[^\n]*\|[ \t]*(?:\n|\Z))+", re.M)
_TITLE = re.compile(r"\{\\title\s+([^{}]*)\}")
_GROUP = re.compile(
    r"\{(?:\\\*)?\\(footnote|header[lrf]?|footer[lrf]?|annotation|deleted)(?![a-z])"
)
_FONTS = re.compile(r"\{\s*\\fonttbl")
_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\[^a-z]|[{}]", re.I | re.S)
_LEVEL, _UP, _DOWN, _GONE = "\ue100", "\ue101", "\ue102", "\ue103"  # what follows a mark is so
_MARKED = re.compile(f"([{_LEVEL}-{_GONE}])")
_HEIGHTS = {_LEVEL: 0, _UP: 1, _DOWN: -1}
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
    text = _tables(_shown(body, changes)).strip()
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
    """Return the text, raised and lowered as it stands; what is hidden is listed."""
    found = rtf_to_text(_marked(written), errors="replace")  # type: ignore[no-untyped-call]
    first, *rest = _MARKED.split(str(found))
    runs = [(first, 0)]
    for mark, text in zip(rest[::2], rest[1::2], strict=True):
        if mark != _GONE:
            runs.append((text, _HEIGHTS[mark]))
        elif told := " ".join(text.split()):
            changes.append(Change("hidden", told, ""))
    return joined(runs)


def _marked(written: str) -> str:
    """Put a mark before each piece of text that is raised, lowered or hidden, and one after it."""
    pieces: list[str] = []
    state, open_groups = (0, False), list[tuple[int, bool]]()
    place = skipped = 0
    for token in _TOKEN.finditer(written):
        if token.start() < skipped:
            continue
        before = state
        if token[1] == "bin":
            skipped = token.end() + int(token[2] or 0)
        elif token[0] == "{":
            open_groups.append(state)
        elif token[0] == "}":
            state = open_groups.pop() if open_groups else state
        elif token[1]:
            state = _state(state, token[1], token[2])
        if state != before:
            height, hidden = state
            mark = _GONE if hidden else {1: _UP, -1: _DOWN}.get(height, _LEVEL)
            pieces += written[place : token.end()], mark
            place = token.end()
    return "".join(pieces) + written[place:]


def _state(state: tuple[int, bool], word: str, number: str | None) -> tuple[int, bool]:
    """Return the height of the text after a control word, and whether it is hidden."""
    on = number is None or int(number) != 0
    if word == "plain":
        return 0, False
    if word == "v":
        return state[0], on
    heights = {"super": 1, "up": 1, "sub": -1, "dn": -1, "nosupersub": 0}
    return (heights[word] * on if word in heights else state[0]), state[1]


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
        """Return the rows that were found as one table."""
        rows = [line.rstrip().removesuffix("|").split("|") for line in found[0].splitlines()]
        return f"\n{table_text(grid_of(rows), int(len(rows) > 1))}\n\n"

    return _ROWS.sub(table, text)
