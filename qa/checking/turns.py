"""What turns a statement: a word is denied, supposed or limited in a draft as it is in the evidence."""

import re
from collections.abc import Iterator, Sequence

from qa.checking.claims import Token
from qa.checking.grammar.inflection import analyses, lemmas
from qa.checking.grammar.pieces import Piece
from qa.checking.grammar.verbs import is_verb
from qa.checking.layout import Layout
from qa.checking.likeness import akin, alike
from qa.text.lexicon import MODALS, NEGATIONS, QUANTIFIERS, STRICT
from qa.text.numbers.quantities import BOUNDS
from qa.text.numbers.ranges import Quantity

_AHEAD = 6  # words from "expect" to its "to"
_VERBS = {
    "plan",
    "claim",
    "try",
    "expect",
    "refuse",
    "fail",
    "deny",
}  # turn what follows "to" or "that", else they are plain verbs  # turn what follows "to" or "that", else they are plain verbs
_OVER_ALL = {"if", "claim", "deny"}  # turn more than the next word  # turn more than the next word
_PARTS = frozenset("; but whereas while \n".split(" "))
Turned = dict[int, frozenset[str]]


def turns_alike(draft: Layout, evidence: Layout, asked: Sequence[Token]) -> bool:
    """Tell whether a draft denies, limits and supposes the words that the evidence does, and keeps its conditions and claims."""
    told, known = turned(draft), turned(evidence)
    used = _used(draft.tokens, evidence, asked)
    for token in draft.tokens:
        places = [other for other in evidence.tokens if alike(token, other) or akin(token, other)]
        places = [other for other in places if other.clause in used] or places
        kinds = told.get(token.at, frozenset())
        if places and not any(kinds == known.get(other.at, frozenset()) for other in places):
            return False
        if not places and kinds - {kind for found in known.values() for kind in found}:
            return False
    said = {kind for at in range(len(draft.pieces)) for kind in turns(draft.pieces, at)}
    return all(kind in said or not _takes_from(draft, evidence, scope) for kind, scope in _scopes(evidence))


def _takes_from(draft: Layout, evidence: Layout, scope: set[int]) -> bool:
    """Tell whether a draft has a figure or verb that stands in these clauses only; a name may be told from elsewhere."""
    for token in draft.tokens:
        places = [other for other in evidence.tokens if alike(token, other)]
        told = [other for other in places if other.what is not None or is_verb(evidence.pieces, other.at)]
        if told and all(other.clause in scope for other in places):
            return True
    return False


def turned(text: Layout) -> Turned:
    """Return the kinds of turn of each token that has some, by its place: of "may not be given" those of "given"."""
    found: dict[int, frozenset[str]] = {}
    for at, piece in enumerate(text.pieces):
        kinds = turns(text.pieces, at) - {"if", "until"}
        bounds = at + 1 < len(text.pieces) and isinstance(text.pieces[at + 1].what, Quantity) and piece.low in BOUNDS
        if not kinds or bounds:
            continue
        target = _target(text, _opening(text.pieces, at, kinds))
        if target:
            before = found.get(target.at, frozenset())
            found[target.at] = before | kinds | ({"twice"} if "no" in before & kinds else frozenset())
    return _carried(text, found)


def _opening(pieces: Sequence[Piece], at: int, kinds: frozenset[str]) -> int:
    """Return where what is turned begins: of "expect the town to grow" at "to"."""
    ahead = range(at + 1, min(len(pieces), at + _AHEAD))
    return next((n for n in ahead if pieces[n].low in ("to", "that")), at) if kinds & _VERBS else at


def _target(text: Layout, at: int) -> Token | None:
    """Return what a turning word is said of: the next word of its clause, adverbs last; of "drowned nobody" the one before."""
    end = next((n for n in range(at + 1, len(text.pieces)) if text.pieces[n].text in ",;:\n"), len(text.pieces))
    tokens = [t for t in text.tokens if t.at != at and not (t.what is None and turns(text.pieces, t.at))]
    after = [t for t in tokens if at < t.at < end]
    if not after and text.pieces[at].low in ("nobody", "nothing", "none"):
        after = [t for t in tokens if t.at < at][-1:]
    return next((t for t in after if not _is_adverb(t)), after[0] if after else None)


def _is_adverb(token: Token) -> bool:
    kinds = analyses(token.text.lower()) if token.kind == "word" else {}
    return "ADV" in kinds and not {"NOUN", "VERB"} & set(kinds)


def _carried(text: Layout, found: dict[int, frozenset[str]]) -> Turned:
    """Give a bare verb behind "and" the mode of the verb before it: "can store 2 TB and send files"."""
    last: frozenset[str] = frozenset()
    for token in text.tokens:
        low = token.text.lower()
        if token.at in found:
            last = found[token.at]
        elif last and _joins(text.pieces, token.at) and low in analyses(low).get("VERB", ()):
            found[token.at] = last
    return found


def _joins(pieces: Sequence[Piece], at: int) -> bool:
    before = [piece.low for piece in pieces[max(0, at - 2) : at] if piece.low != "to"]
    return bool(before) and before[-1] in ("and", "or")


def turns(pieces: Sequence[Piece], at: int) -> frozenset[str]:
    """Return how a word turns what is said: "no" for a denial, or the kind of its condition, claim or mode."""
    piece = pieces[at]
    if piece.what is not None or piece.text == "May":
        return frozenset()
    forms = {piece.low, *lemmas(piece.low)}
    found = {MODALS[form] for form in forms if form in MODALS}
    following = [other.low for other in pieces[at + 1 : at + _AHEAD]]
    if found & _VERBS and not piece.low.endswith("edly") and not ({"to", "that"} & set(following) or following[:2] == ["of", "having"]):
        found -= _VERBS
    return frozenset(found | ({"no"} if forms & NEGATIONS or re.search(r"n['’]t$", piece.low) else set()))


def _scopes(evidence: Layout) -> Iterator[tuple[str, set[int]]]:
    """Yield each condition and claim with the clauses that hold only under it."""
    pieces, homes, parts = evidence.pieces, _clauses(evidence), _parts(evidence.pieces)
    for at in range(len(pieces)):
        relative = {"who", "which"} & {piece.low for piece in pieces[max(0, at - 3) : at]}  # "two men who are suspected"
        part = {homes[n] for n in range(len(pieces)) if parts[n] == parts[at]}
        for kind in turns(pieces, at) & _OVER_ALL:
            if kind == "if":
                fronted = not at or not pieces[at - 1].text[0].isalnum() or pieces[at - 1].low in ("and", "but")
                beside = homes[at] + 1 if fronted and homes[at] + 1 in part else homes[at] - 1
                yield kind, {homes[at], beside}
            else:
                yield kind, {homes[at]} if relative else {clause for clause in part if clause >= homes[at]}


def _used(draft: Sequence[Token], evidence: Layout, asked: Sequence[Token]) -> set[int]:
    """Return the fewest clauses of the evidence that hold all that a draft takes from it.

    A plain word of the question may stand in another clause by chance; figures and names weigh more than words.
    """
    clauses = {
        c: [k for k in evidence.tokens if k.clause == c] + [*evidence.spines[c].subject, *evidence.spines[c].verb]
        for c in {k.clause for k in evidence.tokens}
    }
    left = [token for token in draft if any(alike(token, other) or akin(token, other) for other in evidence.tokens)]
    used: set[int] = set()
    while left:
        held = {c: [t for t in left if any(alike(t, k) or akin(t, k) for k in own)] for c, own in clauses.items()}
        best = max(sorted(held), key=lambda clause: sum(1 if token.kind == "word" else 2 for token in held[clause]))
        if not held[best]:
            break
        used.add(best)
        left = [t for t in left if t not in held[best] and not (t.kind == "word" and any(alike(t, other) for other in asked))]
    return used


def _clauses(text: Layout) -> list[int]:
    """Return the clause of each piece: that of the next token, or of the last."""
    found, upcoming = [], list(text.tokens)
    for at in range(len(text.pieces)):
        while len(upcoming) > 1 and upcoming[0].at < at:
            upcoming.pop(0)
        found.append(upcoming[0].clause if upcoming else 0)
    return found


def _parts(pieces: Sequence[Piece]) -> list[int]:
    """Number the parts of a sentence that stand beside each other: a claim in one does not hold for the other."""
    part, found = 0, []
    for piece in pieces:
        part += piece.low in _PARTS
        found.append(part)
    return found


def quantified_alike(draft: Layout, evidence: Layout) -> bool:
    """Tell whether a draft says of as many as the evidence: no "most" left out."""
    said = {QUANTIFIERS[piece.low] for piece in draft.pieces if piece.what is None and piece.low in QUANTIFIERS}
    for at, piece in enumerate(evidence.pieces):
        kind = QUANTIFIERS.get(piece.low)
        counts = at + 1 < len(evidence.pieces) and isinstance(evidence.pieces[at + 1].what, Quantity)
        limited = [token for token in evidence.tokens if 0 < token.at - at <= 2]
        strict = kind in STRICT and kind not in said and not counts
        if strict and any(alike(token, other) for token in draft.tokens for other in limited):
            return False
    return True
