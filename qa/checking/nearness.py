"""What stands together in a draft must stand together in its evidence: each figure, date and name by its own thing."""

from collections.abc import Sequence

from qa.checking.claims import Token
from qa.checking.grammar.inflection import direction
from qa.checking.layout import Layout
from qa.checking.likeness import akin, alike
from qa.text.lexicon import OPPOSITES, QUANTIFIERS
from qa.text.numbers.ranges import Quantity

_SAME_CASE = 0.8  # what it counts that a figure or name stands behind the same preposition
_OPPOSED = {(a, b) for pair in OPPOSITES.split("|") for a in pair.split() for b in pair.split() if a != b}
Tokens = Sequence[Token]


def misplaced(draft: Layout, evidence: Layout) -> tuple[Token, Token] | None:
    """Return a figure, date, name or turning word of a draft and the one of its kind that holds its place in the evidence."""
    for token in draft.tokens:
        own = draft.found(token, evidence, akin)
        for rival in evidence.tokens:
            if not own or not is_rival(token, rival) or any(_same_run(rival, other) for other in own):
                continue
            numbered = isinstance(token.what, Quantity) and _go_together(token, rival, draft)
            kept = numbered or _keeps_noun(token, rival, own, draft, evidence)
            if not kept and _is_nearer(token, rival, own, draft, evidence):
                return token, rival
    return None


def _keeps_noun(token: Token, rival: Token, own: Tokens, draft: Layout, evidence: Layout) -> bool:
    """Tell whether a number counts in the evidence what it counts in the draft, and the rival does not."""
    told = _counted(token, draft)

    def shares(places: Tokens) -> bool:
        return any(alike(one, other) for place in places for one in told for other in _counted(place, evidence))

    return shares(own) and not shares([rival])


def _counted(token: Token, text: Layout) -> list[Token]:
    """Return the word right behind a number; of one that names its thing ("section 12"), the words on both sides."""
    if token.kind != "number":
        return []
    others = [t for t in text.tokens if t.clause == token.clause and t.what is None]
    near = (token.at - 1, token.at + 1) if token.label else (token.at + 1,)
    return [t for t in others if t.at in near]


def _go_together(token: Token, rival: Token, draft: Layout) -> bool:
    """Tell whether a draft has both of two numbers, as "31 of the 240"."""
    others = [other for other in draft.tokens if alike(other, rival) and other.clause == token.clause]
    return any(abs(other.place - token.place) == 1 and "of" in (other.before, token.before) for other in others)


def _is_nearer(token: Token, rival: Token, own: Tokens, draft: Layout, evidence: Layout) -> bool:
    """Tell whether the draft would fit its evidence better with the rival in the token's place, and the token in the rival's."""
    keep, swap = _drawn(token, own, rival, draft, evidence), _drawn(token, [rival], rival, draft, evidence)
    keep, swap = keep + _behind(token, own, [rival]), swap + _behind(token, [rival], own)
    for other in draft.tokens:
        if alike(other, rival) and not _same_run(other, token):
            keep += _drawn(other, [rival], token, draft, evidence)
            swap += _drawn(other, own, token, draft, evidence)
            keep, swap = keep + _behind(other, [rival], own), swap + _behind(other, own, [rival])
            break
    return swap > keep


def _drawn(token: Token, places: Tokens, but: Token, draft: Layout, evidence: Layout) -> float:
    """Return how near what stands by a token in the draft stands to some places in the evidence."""
    total, last = 0.0, token
    for anchor in draft.tokens:
        if anchor is token or _same_run(anchor, token) or _same_run(anchor, last) or alike(anchor, but):
            continue
        last = anchor
        near = [evidence.near(w, place) for w in draft.found(anchor, evidence) for place in places if w is not place]
        if near:
            total += _weight(token, anchor) * max(near)
    return total


def _behind(token: Token, places: Tokens, others: Tokens) -> float:
    """Return what it counts that a figure stands behind the same preposition at one place only: to 8 from 5."""
    one, two = ({place.case for place in group} for group in (places, others))
    return _SAME_CASE if token.kind != "word" and token.case not in ("", "agent") and token.case in one - two else 0.0


def _weight(token: Token, anchor: Token) -> float:
    """Return how closely two tokens of a draft belong together; a figure, its date and its place do, wherever they stand."""
    typed = token.clause == anchor.clause and "word" not in (token.kind, anchor.kind)
    return 1.0 if typed else 1.0 / (1 + max(0, abs(token.place - anchor.place) - 1))


def is_rival(token: Token, other: Token) -> bool:
    """Tell whether the evidence's token could be mistaken for the draft's: the same kind of thing, but another one."""
    if {token.text.lower(), other.text.lower()} == {"first", "last"}:
        return True
    if token.kind == "name":
        return other.kind == "name" and not alike(token, other) and token.before == other.before
    if isinstance(token.what, Quantity):
        similar = isinstance(other.what, Quantity) and (bool(token.what.unit & other.what.unit) or token.what.unit == other.what.unit)
        return similar and _sort(token) == _sort(other) and not alike(token, other)
    if token.what is not None:
        return other.kind == token.kind and not alike(token, other)
    return other.what is None and _opposed(token, other)


def _opposed(token: Token, other: Token) -> bool:
    one, two = token.text.lower(), other.text.lower()
    ways = direction(one), direction(two)
    quantified = QUANTIFIERS.get(one), QUANTIFIERS.get(two)
    apart = (all(ways) and ways[0] != ways[1]) or (all(quantified) and quantified[0] != quantified[1])
    return apart or any((a, b) in _OPPOSED for a in token.forms for b in other.forms)


def _sort(token: Token) -> tuple[bool, bool, bool]:
    """Tell an ordinal, the number of a thing ("section 12") and a part ("two-thirds") from a count."""
    return token.what.ordinal, token.label, 0 < token.what.low < 1 and not token.what.unit


def _same_run(one: Token, other: Token) -> bool:
    return one.kind == other.kind == "name" and one.run == other.run
