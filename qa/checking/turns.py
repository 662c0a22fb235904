"""What turns a statement: denials, conditions, claims, modes, quantifiers and links must be those of the evidence."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from qa.checking.claims import Piece, Token, is_verb
from qa.checking.inflection import lemmas
from qa.checking.nearness import Layout, akin, alike, layout
from qa.text.lexicon import (
    CASES,
    LINKS,
    MODALS,
    NEGATIONS,
    QUANTIFIERS,
    STRICT,
)
from qa.text.numbers.quantities import BOUNDS, Quantity

_LINKED = 4  # words from "before" or "under" to what it is said of


_TURNERS = NEGATIONS | frozenset(MODALS)


_NOUNS_TOO = {"plan", "claim", "try"}


def _used(draft: Sequence[Token], evidence: Layout, asked: Sequence[Token]) -> set[int]:
    """Return the fewest clauses of the evidence that hold all that a draft takes from it.

    A plain word of the question may stand in another clause by chance; figures and names weigh more than words.
    """
    clauses = {
        c: [k for k in evidence.tokens if k.clause == c] + [*evidence.spines[c].subject, *evidence.spines[c].verb]
        for c in {k.clause for k in evidence.tokens}
    }
    told = [token for token in draft if not token.forms & _TURNERS]  # a "never" is not what a clause speaks of
    left = [token for token in told if any(alike(token, other) or akin(token, other) for other in evidence.tokens)]
    used: set[int] = set()
    while left:
        held = {c: [t for t in left if any(alike(t, k) or akin(t, k) for k in own)] for c, own in clauses.items()}
        best = max(sorted(held), key=lambda clause: sum(1 if token.kind == "word" else 2 for token in held[clause]))
        used.add(best)
        left = [t for t in left if t not in held[best] and not (t.kind == "word" and any(alike(t, other) for other in asked))]
    return used


def _clauses(pieces: Sequence[Piece], tokens: Sequence[Token]) -> list[int]:
    """Return the clause of each piece: that of the next token, or of the last."""
    found, upcoming = [], list(tokens)
    for at in range(len(pieces)):
        while len(upcoming) > 1 and upcoming[0].at < at:
            upcoming.pop(0)
        found.append(upcoming[0].clause if upcoming else 0)
    return found


def turns_alike(
    draft: Sequence[Token], pieces: Sequence[Piece], known: Sequence[Token], source: Sequence[Piece], asked: Sequence[Token]
) -> bool:
    """Tell whether a draft denies, limits and supposes as the clauses do that it speaks of."""
    evidence = layout(tuple(known), tuple(source))
    used = _used(draft, evidence, asked)
    spines = {token.at for clause in used for token in evidence.spines[clause].verb if token.clause not in used}
    homes = _clauses(source, known)
    source = _without_bounds(source)
    plain = _without_bounds(pieces)
    said = Counter(kind for at in range(len(plain)) for kind in _turns(plain, at))
    told = Counter(kind for at in range(len(source)) if homes[at] in used or spines & {at, at + 1, at + 2} for kind in _turns(source, at))
    parts = _coordinated(source)
    near = {part for part, home in zip(parts, homes, strict=True) if home in used}
    first = max((token.at for token in known if token.clause in used), default=0)
    wide = {
        kind
        for at in range(len(source))
        for kind in _turns(source, at) & {"if", "claim"}
        if parts[at] in near and (kind == "if" or at < first) and not _is_relative(source, at)
    }
    return said["no"] == told["no"] and all(bool(said[kind]) == (kind in wide or bool(told[kind])) for kind in set(MODALS.values()))


def _without_bounds(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with what bounds a number, "nearly 300", made part of it: that is compared with the number."""
    bound = {at for at, following in enumerate(pieces[1:]) if isinstance(following.what, Quantity) and pieces[at].low in BOUNDS}
    return [replace(piece, text=".", low=".") if at in bound else piece for at, piece in enumerate(pieces)]


def _is_relative(source: Sequence[Piece], at: int) -> bool:
    """Tell whether a word stands in a clause that says something of a noun only: "two men who are suspected"."""
    before = [piece.low for piece in source[max(0, at - 3) : at]]
    return bool({"who", "which"} & set(before))


def _coordinated(source: Sequence[Piece]) -> list[int]:
    """Number the parts of a sentence that stand beside each other: a condition in one does not hold for the other."""
    part, found = 0, []
    for piece in source:
        part += piece.low in ("but", "whereas", "while", ";", "\n")
        found.append(part)
    return found


def _turns(pieces: Sequence[Piece], at: int) -> set[str]:
    """Return how a word turns what is said: "no" for a denial, or the kind of its condition, claim or mode."""
    piece = pieces[at]
    if piece.what is not None or piece.text == "May":
        return set()
    found = {MODALS[form] for form in {piece.low, *lemmas(piece.low)} if form in MODALS}
    following = pieces[at + 1].low if at + 1 < len(pieces) else ""
    if found & _NOUNS_TOO and not (piece.low.endswith("ed") or following in ("to", "that") or is_verb(tuple(pieces), at)):
        found -= _NOUNS_TOO  # "the Team plan", "claims of up to 8,000"
    return found | ({"no"} if {piece.low, *lemmas(piece.low)} & NEGATIONS or re.search(r"n['’]t$", piece.low) else set())


def quantified_alike(draft: Sequence[Token], pieces: Sequence[Piece], known: Sequence[Token], source: Sequence[Piece]) -> bool:
    """Tell whether a draft says of as many as the evidence: no "all" of its own, no "most" left out."""
    said = {QUANTIFIERS[piece.low] for piece in pieces if piece.what is None and piece.low in QUANTIFIERS}
    told = {QUANTIFIERS[piece.low] for piece in source if piece.what is None and piece.low in QUANTIFIERS}
    if said - told:
        return False
    for at, piece in enumerate(source):
        kind = QUANTIFIERS.get(piece.low)
        counts = at + 1 < len(source) and isinstance(source[at + 1].what, Quantity)
        if kind in STRICT and kind not in said and not counts and any(any(alike(t, k) for t in draft) for k in known if 0 < k.at - at <= 2):
            return False
    return True


def linked_alike(draft: Sequence[Token], pieces: Sequence[Piece], known: Sequence[Token], source: Sequence[Piece]) -> bool:
    """Tell whether "before", "under", "because" and their like stand before the same things in a draft as in its evidence."""
    for at, piece in enumerate(pieces):
        if piece.low not in LINKS or piece.what is not None:
            continue
        linked = next((token for token in draft if at < token.at <= at + _LINKED), None)
        told = linked or next((token for token in reversed(draft) if token.at < at), None)
        places = [other.at for other in known if told and (alike(told, other) or akin(told, other))]
        windows = [source[max(0, place - _LINKED) : place] if linked else source[place : place + 3] for place in places] or [source]
        if not any(_is_link(piece.low, other.low) for window in windows for other in window):
            return False
    return True


def _is_link(one: str, other: str) -> bool:
    return one == other or CASES.get(one, "") == CASES.get(other, "-")
