"""Read a sentence as a row of tokens: words with their lemmas, names, quantities, dates, and the borders between clauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from qa.checking.inflection import analyses, bare, direction, lemmas
from qa.text.lexicon import (
    AUXILIARIES,
    CASES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    UNCHANGED,
    WEAK,
)
from qa.text.numbers.dates import Date, dates
from qa.text.numbers.quantities import BOUNDS, Quantity, readings

_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_PIECE = re.compile(
    rf"[A-Z]{{2,}}\w*(?:-\w+)+|{_CJK}|[^\W_]+?(?:['’.](?=[^\W_]))?(?:(?<=[’'.])[^\W_]+?)*(?={_CJK}|[^\w’'.]|['’.](?:\W|$)|_|$)|['’](?=\s|$)|[,;:()\[\]—–…!?\"“”|\n]"
)
_CODE = re.compile(r"(?<![\w-])(?:[A-Z]{2,}\w*-|[A-Za-z]+\d+-)[\w-]*\w")  # KSA-2023-07, COVID-19
_BORDERS = {",": 2, ";": 4, ":": 3, "(": 3, ")": 3, "—": 3, "–": 3, "|": 4, "…": 4, "!": 6, "?": 6, "\n": 9}


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


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or mark as it stands, lower case in `low`, with the token that it is, if any."""

    text: str
    low: str
    start: int
    end: int
    what: Quantity | Date | int | None = None


@lru_cache(maxsize=512)
def read(text: str) -> tuple[tuple[Token, ...], tuple[Piece, ...]]:
    """Return the content tokens of a text, and all its pieces."""
    pieces = tuple(_pieces(text))
    return tuple(_tokens(pieces)), pieces


def _pieces(text: str) -> Iterator[Piece]:
    masked = _CODE.sub(lambda match: "x" * len(match.group()), text)
    times = dates(masked)
    taken: list[tuple[int, int, Any]] = [(f.start, f.end, f.what) for f in times]
    taken += [(r.start, r.end, r.quantity) for r in readings(masked, times)]
    end = 0
    for start, stop, what in [*sorted(taken, key=lambda item: item[0]), (len(text), len(text), None)]:
        for match in _PIECE.finditer(_parted(text[end:start])):
            yield Piece(match.group(), match.group().lower(), end + match.start(), end + match.end())
        if what is not None:
            yield Piece(text[start:stop], text[start:stop].lower(), start, stop, what)
        end = stop


def _parted(text: str) -> str:
    """Return a text with its words parted where hyphens and slashes join them; a code stays whole."""
    return re.sub(rf"{_CODE.pattern}|[-/]", lambda match: " " if len(match.group()) == 1 else match.group(), text)


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
        place += not (joined or label)
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
            _preposition(pieces, at),
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
    if piece.text in _BORDERS:
        return _BORDERS[piece.text]
    return 2 if piece.low in CONJUNCTIONS else 0


def _preposition(pieces: tuple[Piece, ...], at: int) -> str:
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
        if piece.what is not None or piece.text in _BORDERS or piece.low in AUXILIARIES or piece.low in CONJUNCTIONS:
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


def is_verb(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a piece is most likely a verb, auxiliaries left out."""
    word = pieces[at].low
    if pieces[at].what is not None or word in FUNCTION or not word[0].isalpha() or (at and pieces[at].text[0].isupper()):
        return False
    kinds = analyses(word)
    before = pieces[at - 1].low if at else ""
    if "VERB" not in kinds or before in DETERMINERS or (at and pieces[at - 1].what is not None and "NOUN" in kinds):
        return False
    if word.endswith("ing"):
        return before in AUXILIARIES
    past = word.endswith("ed") or bool(set(kinds["VERB"]) - {word}) or word in UNCHANGED
    plural = word.endswith("s") and "NOUN" in kinds
    return ("NOUN" not in kinds and "ADJ" not in kinds) or (past and not plural) or before in PRONOUNS or before in AUXILIARIES | {"to"}


def is_finite(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a piece may be the verb of a sentence: an auxiliary, a past tense, "costs", or "plant" after a plural."""
    word = pieces[at].low
    if word in AUXILIARIES:
        return True
    kinds = analyses(word) if pieces[at].what is None and at else {}
    if "VERB" not in kinds or pieces[at - 1].low in DETERMINERS or word.endswith("ing") or pieces[at].text[0].isupper():
        return False
    before = pieces[at - 1].low
    if pieces[at - 1].what is not None and at > 2:
        before = pieces[at - 3].low  # "children under five travel"
    if word.endswith("s") and "NOUN" in kinds:
        return _takes_more(pieces, at)
    return (
        bool(set(kinds["VERB"]) - {word})
        or word in UNCHANGED
        or before in PRONOUNS
        or (before.endswith("s") and bare(before) == before and _takes_more(pieces, at))
    )


def stands_alone(clause: str) -> bool:
    """Tell whether a clause begins with a subject of its own that is no pronoun, and then has a verb."""
    _, pieces = read(re.sub(r"^(?:and|but)\s", "", clause))
    if not pieces or pieces[0].low in FUNCTION - DETERMINERS:
        return False
    verbs = [at for at in range(1, len(pieces)) if is_finite(pieces, at)]
    opens = analyses(pieces[0].low) if pieces[0].what is None else {}
    starts_with_verb = bool(set(opens.get("VERB", ())) - {pieces[0].low}) and pieces[0].text[0].islower() and "NOUN" not in opens
    return bool(verbs) and not starts_with_verb and not pieces[0].low.endswith("ing")


def subject_of(clause: str, *, with_verb: bool) -> str:
    """Return the beginning of a clause up to its verb, or through it; what is said of the subject behind a relative is left out.

    "The hospital, which had closed a wing, hired three doctors" -> "The hospital". "" where no verb is found.
    """
    _, pieces = read(clause)
    relative = next((at for at, piece in enumerate(pieces) if at and piece.low in RELATIVES), len(pieces))
    verbs = [at for at in range(1, relative) if is_finite(pieces, at)]
    while len(verbs) > 1 and verbs[1] == verbs[0] + 1 and pieces[verbs[0]].low not in AUXILIARIES:
        verbs.pop(0)  # "such work includes": of two that may be the verb, the first is a noun
    verb = verbs[0] if verbs else None
    if verb is None and relative == len(pieces):
        return ""
    if verb is not None and with_verb:
        return clause[: pieces[verb].end]
    return clause[: pieces[relative if verb is None else verb].start].rstrip(" ,;")


def _takes_more(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell "the chip draws 65 W" from "breeding pigs, which": something hangs on a verb in -s."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return following is not None and (
        following.what is not None
        or following.text[0].isupper()
        or following.low in (FUNCTION | {"up", "down", *QUANTIFIERS}) - CONJUNCTIONS
    )


def _forms(piece: Piece, kind: str) -> frozenset[str]:
    if kind in ("number", "date", "time"):
        return frozenset()
    word = bare(piece.low)
    return lemmas(word) if kind == "word" else frozenset({word})
