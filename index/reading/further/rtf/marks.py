"""Put marks into Rich Text where `striprtf` would lose how the text is set: looks, cells, headings.

The marks are characters of private use, which it leaves where they are.
"""

import re
from dataclasses import dataclass, field, replace

LEVEL, UP, DOWN, HIDDEN, STRUCK = "\ue100", "\ue101", "\ue102", "\ue103", "\ue104"
CELL, ROW = "\ue105", "\ue106"  # each at the end of one
HEADINGS = "".join(chr(0xE110 + level) for level in range(9))  # at the end of a heading
_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\[^a-z]|[{}]", re.I | re.S)
_HEIGHTS = {"super": 1, "up": 1, "sub": -1, "dn": -1, "nosupersub": 0}
_STRIKES = ("strike", "striked")
_SIGNS = {1: UP, 0: LEVEL, -1: DOWN}


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a cell in a row; whether it is merged with the one above or to its left."""

    at: int
    above: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """How the text is set that follows; what the row is that it stands in."""

    height: int = 0
    hidden: bool = False
    struck: bool = False
    in_table: bool = False
    outline: int = -1
    edges: tuple[Edge, ...] = ()
    merged: tuple[str, ...] = ()

    @property
    def look(self) -> str:
        """Return the mark of its look."""
        return HIDDEN if self.hidden else STRUCK if self.struck else _SIGNS[self.height]


@dataclass(slots=True)
class Marked:
    """Rich Text with marks, and the edges of the cells of each row."""

    pieces: list[str] = field(default_factory=list)
    rows: list[tuple[Edge, ...]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return it as one text."""
        return "".join(self.pieces)


def marked(written: str) -> Marked:
    """Put a mark before each piece of another look, at the ends of cells, rows and headings."""
    found = Marked()
    state, open_groups = _State(), list[_State]()
    place = skipped = 0
    for token in _TOKEN.finditer(written):
        if token.start() < skipped:
            continue
        before, word = state, token[1]
        if word == "bin":
            skipped = token.end() + int(token[2] or 0)
        state = _next(state, token, open_groups)
        instead = _instead(before, word, found.rows)
        if instead is not None:
            found.pieces += written[place : token.start()], instead
            place = token.end()
        elif state.look != before.look:
            found.pieces += written[place : token.end()], state.look
            place = token.end()
    found.pieces.append(written[place:])
    return found


def _instead(state: _State, word: str | None, rows: list[tuple[Edge, ...]]) -> str | None:
    """Return what is written in place of a control word, None where it stays."""
    if word == "row":
        rows.append(state.edges)
        return f"{ROW}\\par "
    if word in ("par", "line") and state.in_table:
        return " "
    if word == "par" and 0 <= state.outline < len(HEADINGS):
        return f"{HEADINGS[state.outline]}\\par "
    return {"cell": CELL, "nestcell": " ", "nestrow": " "}.get(word or "")


def _next(state: _State, token: re.Match[str], open_groups: list[_State]) -> _State:
    """Return how text is set after a token; a group ends with what was before it."""
    if token[0] == "{":
        open_groups.append(state)
    elif token[0] == "}":
        return open_groups.pop() if open_groups else state
    elif token[1]:
        return _after(state, token[1], token[2])
    return state


def _after(state: _State, word: str, number: str | None) -> _State:
    """Return how text is set after a control word."""
    on = number is None or int(number) != 0
    if word == "plain":
        return replace(state, height=0, hidden=False, struck=False)
    if word == "pard":
        return replace(state, in_table=False, outline=-1)
    if word in _HEIGHTS:
        return replace(state, height=_HEIGHTS[word] * on)
    if word == "v":
        return replace(state, hidden=on)
    if word in _STRIKES:
        return replace(state, struck=on)
    if word == "intbl":
        return replace(state, in_table=on)
    if word == "outlinelevel":
        return replace(state, outline=int(number or 0))
    return _after_cell(state, word, number)


def _after_cell(state: _State, word: str, number: str | None) -> _State:
    """Return what is known of a row after a control word that tells of its cells."""
    if word == "trowd":
        return replace(state, edges=(), merged=())
    if word in ("clmrg", "clvmrg"):
        return replace(state, merged=(*state.merged, word))
    if word == "cellx":
        edge = Edge(int(number or 0), "clvmrg" in state.merged, "clmrg" in state.merged)
        return replace(state, edges=(*state.edges, edge), merged=())
    return state
