"""Read a sentence as a row of tokens: words with their lemmas, names, quantities, dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from index.dates import Date
from index.language.english.numbers import BOUNDS, ONE, TO, UP
from index.language.english.words import FORENAMES, FUNCTION
from qa.checking.grammar.pieces import Piece, pieces_of
from qa.text.inflection import analyses, lemmas
from qa.text.numbers.ranges import Quantity
from qa.text.words import bare


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name, a quantity, a date or a time (minutes) of a text."""

    text: str
    kind: str  # word, name, number, date, time
    forms: frozenset[str]  # lower-case lemmas of a word, by which it is recognised
    what: Any = None


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


def figures(text: str) -> list[Token]:
    """Return the quantities and dates of a text."""
    return [token for token in read(text)[0] if isinstance(token.what, Quantity | Date)]


def _tokens(pieces: tuple[Piece, ...]) -> Iterator[Token]:
    for at, piece in enumerate(pieces):
        if kind := _kind(pieces, at):
            yield Token(piece.text, kind, _forms(piece, kind), piece.what)


def _kind(pieces: tuple[Piece, ...], at: int) -> str:
    piece = pieces[at]
    if piece.what is not None:
        return _kind_of_figure(piece.what)
    word = bare(piece.low)
    if not word or not word[0].isalnum() or _bounds_a_figure(pieces, at, word):
        return ""
    if word in FUNCTION and word != ONE and not _is_forename(pieces, at):
        return ""
    return "name" if _is_name(pieces, at) else "word"


def _kind_of_figure(what: Quantity | Date | int) -> str:
    if isinstance(what, Quantity):
        return "number"
    return "date" if isinstance(what, Date) else "time"


def _bounds_a_figure(pieces: tuple[Piece, ...], at: int, word: str) -> bool:
    """Tell whether a word only says how a figure is meant: "about 5", "up to 5"."""
    following = pieces[at + 1 : at + 3]
    if word == UP and len(following) == 2 and following[0].low == TO:
        return following[1].what is not None
    return word in BOUNDS and bool(following) and isinstance(following[0].what, Quantity)


def _is_forename(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a function word is a forename: Per Lindqvist, Will Adams."""
    return pieces[at].text in FORENAMES and _has_a_name_behind(pieces, at)


def _has_a_name_behind(pieces: tuple[Piece, ...], at: int) -> bool:
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return following is not None and following.what is None and following.text[0].isupper()


def _is_name(pieces: tuple[Piece, ...], at: int) -> bool:
    text = pieces[at].text
    if not text[0].isupper():
        return any(char.isdigit() for char in text)
    opens = at == 0 or pieces[at - 1].text in '"“:'
    if not opens or (len(text) > 1 and any(char.isupper() for char in text[1:])):
        return True
    return not analyses(bare(text.lower())) or _has_a_name_behind(pieces, at)


def _forms(piece: Piece, kind: str) -> frozenset[str]:
    if kind in ("number", "date", "time"):
        return frozenset()
    word = bare(piece.low)
    return lemmas(word) if kind == "word" else frozenset({word})
