"""Read a sentence as a row of tokens: words with their lemmas, names, quantities, dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from qa.checking.grammar.inflection import analyses, bare, lemmas
from qa.checking.grammar.pieces import Piece, pieces_of
from qa.text.lexicon import FUNCTION
from qa.text.numbers.dates import Date
from qa.text.numbers.quantities import BOUNDS
from qa.text.numbers.ranges import Quantity


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


def _tokens(pieces: tuple[Piece, ...]) -> Iterator[Token]:
    for at, piece in enumerate(pieces):
        if kind := _kind(pieces, at):
            yield Token(piece.text, kind, _forms(piece, kind), piece.what)


def _kind(pieces: tuple[Piece, ...], at: int) -> str:
    piece = pieces[at]
    if piece.what is not None:
        return (
            "number"
            if isinstance(piece.what, Quantity)
            else "date"
            if isinstance(piece.what, Date)
            else "time"
        )
    word = bare(piece.low)
    if (
        not word
        or not word[0].isalnum()
        or (word in FUNCTION and word != "one" and not _is_forename(pieces, at))
    ):
        return ""
    if (
        word == "up"
        and at + 2 < len(pieces)
        and pieces[at + 1].low == "to"
        and pieces[at + 2].what is not None
    ):
        return ""
    if word in BOUNDS and at + 1 < len(pieces) and isinstance(pieces[at + 1].what, Quantity):
        return ""
    return "name" if _is_name(pieces, at) else "word"


def _is_forename(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a function word is a forename: Per Lindqvist, Will Adams."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return (
        pieces[at].text in ("Per", "Will", "May")
        and following is not None
        and following.what is None
        and following.text[0].isupper()
    )


def _is_name(pieces: tuple[Piece, ...], at: int) -> bool:
    text = pieces[at].text
    if not text[0].isupper():
        return any(char.isdigit() for char in text)
    opens = at == 0 or pieces[at - 1].text in '"“:'
    if not opens or (len(text) > 1 and any(char.isupper() for char in text[1:])):
        return True
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return not analyses(bare(text.lower())) or bool(
        following and following.text[0].isupper() and following.what is None
    )


def _forms(piece: Piece, kind: str) -> frozenset[str]:
    if kind in ("number", "date", "time"):
        return frozenset()
    word = bare(piece.low)
    return lemmas(word) if kind == "word" else frozenset({word})
