""" "Before", "under", "because" and their like stand before the same things in a draft as in its evidence."""

from collections.abc import Sequence

from qa.checking.claims import Token
from qa.checking.grammar.pieces import Piece
from qa.checking.layout import Layout
from qa.checking.likeness import akin, alike
from qa.text.lexicon import CASES, LINKS
from qa.text.numbers.ranges import Quantity

_LINKED = 4  # words from "before" or "under" to what it is said of
_REACH = 6  # the same in the evidence, where more may stand between


def linked_alike(draft: Layout, evidence: Layout) -> bool:
    """Tell whether "before", "under", "because" and their like stand before the same things in a draft as in its evidence."""
    for at, piece in enumerate(draft.pieces):
        if piece.low not in LINKS or piece.what is not None or (piece.low == "between" and _is_range(draft.pieces[at + 1 :])):
            continue
        linked = _behind(draft, at, _LINKED) or [token for token in draft.tokens if token.at < at][-1:]
        places = [n for n, other in enumerate(evidence.pieces) if other.what is None and _is_link(piece.low, other.low)]
        reached = [other for place in places for other in evidence.tokens if -2 <= other.at - place <= _REACH]
        if not any(alike(token, other) or akin(token, other) for token in linked for other in reached):
            return False
    return True


def _is_range(pieces: Sequence[Piece]) -> bool:
    return bool(pieces) and isinstance(pieces[0].what, Quantity) and pieces[0].what.low != pieces[0].what.high


def _behind(text: Layout, at: int, words: int) -> list[Token]:
    end = next((n for n in range(at + 1, len(text.pieces)) if text.pieces[n].text in ",;:"), len(text.pieces))
    return [token for token in text.tokens if at < token.at <= min(end, at + words)]


def _is_link(one: str, other: str) -> bool:
    return one == other or CASES.get(one, "") == CASES.get(other, "-")
