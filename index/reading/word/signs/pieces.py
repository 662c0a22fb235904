"""Write the runs of a paragraph in a line: raised and lowered text, marks, what is taken out."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from index.reading.signs.raised import lowered, note_mark, raised
from index.reading.word.names import TAKEN_AWAY


class Piece(NamedTuple):
    """A run of text: `raised` is 1 above the line, -1 below; `taken` is why it is left out.

    `apart`: it is a mark or an equation, which is never glued to a figure.
    """

    text: str
    raised: int = 0
    taken: str = ""
    apart: str = ""


def in_line(pieces: Sequence[Piece]) -> str:
    """Return the text of a run of pieces, without those that are taken out."""
    groups = [_joined(same) for _, same in groupby(pieces, lambda it: it[1:])]
    text, cut = "", ""
    for at, piece in enumerate(groups):
        if piece.taken:
            cut = cut or ("revision" if piece.taken in TAKEN_AWAY.values() else "cut")
            continue
        after = next((it.text for it in groups[at + 1 :] if not it.taken and it.text), "")
        text += _fitted(piece, text, after, cut)
        cut = "" if piece.text else cut
    return text.strip("\n")


def taken_out(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """Yield why each run of pieces is taken out, with its text."""
    for reason, same in groupby(pieces, lambda it: it.taken):
        text = "".join(piece.text for piece in same).strip()
        if reason and text:
            yield reason, text


def _joined(pieces: Iterator[Piece]) -> Piece:
    first, *rest = pieces
    between = " " if first.apart == "equation" else ""
    return first._replace(text=between.join([first.text, *(piece.text for piece in rest)]))


def _fitted(piece: Piece, before: str, after: str, cut: str) -> str:
    text = piece.text
    if piece.apart == "mark":
        return note_mark(text, before, after)
    if piece.raised:
        return raised(text, before, after) if piece.raised > 0 else lowered(text, before)
    if cut and (not before or before[-1].isspace()):
        text = text.lstrip(" ")  # one space is left where there were two around what is gone
    glued = before[-1:].isalnum() and text[:1].isalnum()
    lead = " " if glued and (cut == "cut" or piece.apart) else ""
    tail = " " if piece.apart and text[-1:].isalnum() and after[:1].isalnum() else ""
    return f"{lead}{text}{tail}"
