"""Read a sentence as a row of tokens: words with their lemmas, names, quantities, dates, and the borders between clauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from qa.checking.grammar.inflection import analyses, bare, lemmas
from qa.checking.grammar.pieces import Piece, pieces_of
from qa.checking.grammar.prepositions import BORDERS, case, preposition
from qa.checking.grammar.verbs import is_verb
from qa.text.lexicon import CONJUNCTIONS, FUNCTION
from qa.text.numbers.dates import Date
from qa.text.numbers.quantities import BOUNDS
from qa.text.numbers.ranges import Quantity


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name, a quantity, a date or a time (minutes) of a text.

    `place` grows by one for each content token and by more at borders of clauses: what is near belongs together.
    `case` is the group of the preposition before it, `clause` the number of its clause.
    """

    text: str
    kind: str  # word, name, number, date, time
    forms: frozenset[str]  # lower-case lemmas of a word, by which it is recognised
    what: Any = None
    place: int = 0
    clause: int = 0
    case: str = ""
    at: int = 0  # in the row of all pieces
    owner: bool = False  # has a possessive ending
    run: int = 0  # of neighbouring names
    label: bool = False  # a number that is a name: section 12, Kestrel 4.2
    before: str = ""  # the preposition right before it, articles and other names left out


def recognised(tokens: tuple[Token, ...], *others: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens of a sentence; its first word is a name where others have it as one."""
    if not tokens or tokens[0].kind != "word" or not tokens[0].text[0].isupper():
        return tokens
    form = frozenset({bare(tokens[0].text.lower())})
    named = any(token.kind == "name" and token.forms == form for known in others for token in known)
    return (replace(tokens[0], kind="name", forms=form), *tokens[1:]) if named else tokens


@lru_cache(maxsize=512)
def read(text: str) -> tuple[tuple[Token, ...], tuple[Piece, ...]]:
    """Return the content tokens of a text, and all its pieces."""
    pieces = tuple(pieces_of(text))
    return tuple(_tokens(pieces)), pieces


def _tokens(pieces: tuple[Piece, ...]) -> Iterator[Token]:
    place = clause = run = 0
    joined_by = _appositions(pieces)
    last_name = -9
    for at, piece in enumerate(pieces):
        border = 0 if at in joined_by else _border(pieces, at)
        if border:
            place, clause = place + border, clause + 1
        kind = _kind(pieces, at)
        if not kind:
            continue
        joined = kind == "name" and _same_run(pieces, last_name, at)
        if kind == "name":
            run, last_name = run + (not joined), at
        label = kind == "number" and is_label(pieces, at)
        counted = kind == "word" and at > 0 and isinstance(pieces[at - 1].what, Quantity)
        starts = kind == "number" and at > 0 and pieces[at - 1].low in ("from", "to")
        place += (not (joined or label or counted)) + starts
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        owner = bool(re.search(r"['’]s?$", piece.text)) or bool(following and following.text in "'’")
        owner = owner and not (kind == "name" and following and following.text[0].isupper())  # "Rosenthal's Bakery" is one name
        yield Token(
            piece.text,
            kind,
            _forms(piece, kind),
            piece.what,
            place,
            clause,
            case(pieces, at),
            at,
            owner,
            run,
            label,
            preposition(pieces, at),
        )


def is_label(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a number names what stands before it: section 12, permit 118, Kestrel 4.2."""
    number, before = pieces[at].what, pieces[at - 1] if at else None
    if before is None or not isinstance(number, Quantity) or number.unit or number.ordinal or number.bound or number.low != number.high:
        return False
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    named = before.text[0].isupper() and before.low not in FUNCTION
    if named and number.low % 1:
        return True  # a version: Kestrel 4.2
    if following and (following.low == "of" or (following.low not in FUNCTION and "NOUN" in analyses(following.low))):
        return False
    if named:
        return True
    kinds = analyses(before.low)
    return "NOUN" in kinds and before.low in kinds["NOUN"] and before.low not in FUNCTION and not is_verb(pieces, at - 1)


def _same_run(pieces: tuple[Piece, ...], last: int, at: int) -> bool:
    between = [piece.low for piece in pieces[max(0, last + 1) : at]]
    return (
        last >= 0
        and all(word in ("of", "de", "van", "von", "the", "da", "la") for word in between)
        and len(between) <= 2
        and not (between and pieces[last].text.endswith("s'"))
    )


def _kind(pieces: tuple[Piece, ...], at: int) -> str:
    piece = pieces[at]
    if piece.what is not None:
        return "number" if isinstance(piece.what, Quantity) else "date" if isinstance(piece.what, Date) else "time"
    word = bare(piece.low)
    if not word or not word[0].isalnum() or (word in FUNCTION and word != "one" and not _is_forename(pieces, at)):
        return ""
    if word == "up" and at + 2 < len(pieces) and pieces[at + 1].low == "to" and pieces[at + 2].what is not None:
        return ""
    if word in BOUNDS and at + 1 < len(pieces) and isinstance(pieces[at + 1].what, Quantity):
        return ""
    return "name" if _is_name(pieces, at) else "word"


def _is_forename(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a function word is a forename: Per Lindqvist, Will Adams."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return pieces[at].text in ("Per", "Will", "May") and following is not None and following.what is None and following.text[0].isupper()


def _is_name(pieces: tuple[Piece, ...], at: int) -> bool:
    text = pieces[at].text
    if not text[0].isupper():
        return any(char.isdigit() for char in text)
    opens = at == 0 or pieces[at - 1].text in '"“:'
    if not opens or (len(text) > 1 and any(char.isupper() for char in text[1:])):
        return True
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return not analyses(bare(text.lower())) or bool(following and following.text[0].isupper() and following.what is None)


def _appositions(pieces: tuple[Piece, ...]) -> set[int]:
    """Return the commas around a name that says who somebody is: "its last keeper, Tom Garrity, left"."""
    found: set[int] = set()
    commas = [at for at, piece in enumerate(pieces) if piece.text in ",."]
    for one, two in pairwise(commas):
        inside = pieces[one + 1 : two]
        noun = one > 0 and "NOUN" in analyses(pieces[one - 1].low) and pieces[one - 1].text[0].islower()
        if noun and 0 < len(inside) <= 4 and all(piece.what is None and piece.text[0].isupper() for piece in inside):
            found |= {one, two}
    return found


def _border(pieces: tuple[Piece, ...], at: int) -> int:
    piece = pieces[at]
    if piece.what is not None:
        return 0
    if piece.text in BORDERS:
        return BORDERS[piece.text]
    return 2 if piece.low in CONJUNCTIONS and not _joins_names(pieces, at) else 0


def _joins_names(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether "and" joins two names of which one sentence speaks: "Norvia and Ostermark agreed"."""
    if pieces[at].low != "and" or not 0 < at < len(pieces) - 1:
        return False
    capital = all(pieces[n].what is None and pieces[n].text[0].isupper() for n in (at - 1, at + 1))
    start = next((n for n in range(at, -1, -1) if pieces[n].text in BORDERS), -1)
    return capital and not any(is_verb(pieces, n) for n in range(start + 1, at))


def _forms(piece: Piece, kind: str) -> frozenset[str]:
    if kind in ("number", "date", "time"):
        return frozenset()
    word = bare(piece.low)
    return lemmas(word) if kind == "word" else frozenset({word})
