"""The preposition on which a word of a sentence hangs."""

from qa.checking.grammar.inflection import direction
from qa.checking.grammar.pieces import Piece
from qa.checking.grammar.verbs import is_verb
from qa.text.lexicon import AUXILIARIES, CASES, CONJUNCTIONS, DETERMINERS, FUNCTION, WEAK
from qa.text.numbers.ranges import Quantity

# What parts clauses, and how far apart it puts them.
BORDERS = {",": 2, ";": 4, ":": 3, "(": 3, ")": 3, "—": 3, "–": 3, "|": 4, "…": 4, "!": 6, "?": 6, "\n": 9}


def preposition(pieces: tuple[Piece, ...], at: int) -> str:
    """Return the preposition that a name hangs on, with nothing but articles, names and what he is between: "to the cellist X"."""
    for back in range(at - 1, max(-1, at - 6), -1):
        piece = pieces[back]
        if piece.low in WEAK or piece.low in CASES:
            return "" if _is_fronted(pieces, back, at) else piece.low
        if _is_ordinal(piece):
            continue
        if piece.what is not None or (piece.low in FUNCTION - DETERMINERS) or not piece.text[0].isalnum() or is_verb(pieces, back):
            return ""
    return ""


def _is_ordinal(piece: Piece) -> bool:
    return isinstance(piece.what, Quantity) and piece.what.ordinal


def _is_fronted(pieces: tuple[Piece, ...], back: int, at: int) -> bool:
    """Tell whether a preposition and its noun stand before a subject: "On the coast Stonebeck reached"."""
    noun = any(piece.low not in FUNCTION and not piece.text[0].isupper() for piece in pieces[back + 1 : at])
    after = next((n for n in range(at + 1, len(pieces)) if not pieces[n].text[0].isupper()), None)
    return noun and after is not None and (is_verb(pieces, after) or pieces[after].low in AUXILIARIES)


def case(pieces: tuple[Piece, ...], at: int) -> str:
    """Return the group of the preposition that governs a piece, "" for none or one that says little."""
    for back in range(at - 1, max(-1, at - 7), -1):
        piece = pieces[back]
        if piece.what is not None or piece.text in BORDERS or piece.low in AUXILIARIES or piece.low in CONJUNCTIONS:
            return ""
        if pieces[at].what is not None and piece.text[0].isupper() and piece.low not in FUNCTION:
            return ""  # "By Christmas 350 had come"
        if piece.low in WEAK:
            return _by_way_of(pieces, back) if piece.low == "of" else ""
        if piece.low == "by" and back and is_verb(pieces, back - 1) and not direction(pieces[back - 1].low):
            return "agent"  # by whom it was done, or by how many votes
        if piece.low in CASES:
            return CASES[piece.low]
        if direction(piece.low) and back == at - 1 and pieces[at].what is not None:
            return "by"
        if is_verb(pieces, back):
            return ""
    return ""


def _by_way_of(pieces: tuple[Piece, ...], at: int) -> str:
    """Read "an increase of 5 %" as "by 5 %"."""
    return "by" if at and direction(pieces[at - 1].low) else ""
