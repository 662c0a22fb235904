"""Who does what to whom: a rough reading of subjects and objects by the place of words, passives turned round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.checking.claims import Token
from qa.checking.grammar.inflection import analyses, lemmas
from qa.checking.grammar.pieces import Piece
from qa.checking.grammar.verbs import is_verb
from qa.checking.layout import Layout
from qa.checking.likeness import alike
from qa.text.lexicon import AUXILIARIES, CASES, CONJUNCTIONS, COPULAS, FUNCTION, PRONOUNS, QUANTIFIERS, TIMES, TITLES, WEAK

_RELATIVE = frozenset("who whose which where".split())
_QUOTES = "’'\"“”"
_CLAUSAL = frozenset("since after before until till as".split())
_STOPPING = frozenset("in on at of for during with within by to from into before after than against since until over".split()) | AUXILIARIES


def loses_preposition(draft: Layout, evidence: Layout, asked: Sequence[Token]) -> bool:
    """Tell whether a name does something that in the evidence is only done to, in or from it."""
    return any(
        token.kind == "name"
        and token.before in ("", "by")
        and not token.owner
        and not any(alike(token, other) and not other.before for other in asked)
        and _is_only_behind(token, evidence)
        for token in draft.tokens
    )


def _is_only_behind(token: Token, evidence: Layout) -> bool:
    places = [other for other in evidence.tokens if alike(token, other)]
    free = (other.before in ("", "by", "of") or other.owner or _is_told_of(other, evidence) for other in places)
    return bool(places) and not any(free)


def _is_told_of(token: Token, text: Layout) -> bool:
    """Tell whether more is said of a name behind it: "to Brandt & Lowe, whose bid was higher"."""
    end = max(t.at for t in text.tokens if t.kind == "name" and t.run == token.run)
    return bool(_RELATIVE & {piece.low for piece in text.pieces[end + 1 : end + 3]})


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb by its lemmas, with those who do it and those to whom it is done."""

    verb: frozenset[str]
    doers: frozenset[str]
    done_to: frozenset[str]
    passive: bool = False


def turned_round(draft: Sequence[Piece], evidence: Sequence[Piece], asked: Sequence[Piece]) -> bool:
    """Tell whether a draft has done to somebody what by its evidence he did, or the other way round."""
    known = list(deeds(evidence))
    for deed in deeds(draft):
        same = [other for other in known if deed.verb & other.verb]
        doers = frozenset().union(*(other.doers for other in same))
        done_to = frozenset().union(*(other.done_to for other in same))
        if (deed.doers & done_to - doers) or (deed.done_to & doers - done_to):
            return True
        named = {_thing(piece) for piece in asked} - {_thing(piece) for piece in evidence}
        if _are_others(deed.doers, [other.doers for other in same], named):
            return True
        if deed.passive and _are_others(deed.done_to, [other.done_to for other in same if other.passive], named):
            return True
    return False


def _are_others(said: frozenset[str], known: list[frozenset[str]], named: set[str]) -> bool:
    """Tell whether none of those said to have part in a deed has part in it by the evidence or the question."""
    return bool(said and known) and all(known) and not said & (frozenset().union(*known) | named)


def deeds(pieces: Sequence[Piece]) -> Iterator[Deed]:
    """Find who does what to whom, passives turned round; a rough reading by the place of words."""
    for at, piece in enumerate(pieces):
        if not is_verb(tuple(pieces), at):
            continue
        left, right = _left(pieces, at), _right(pieces, at + 1)
        agent = _agent(pieces, at + 1)
        if _is_passive(pieces, at):
            yield Deed(lemmas(piece.low), agent, left or _left(pieces, at, reduced=True), passive=True)
        else:
            yield Deed(lemmas(piece.low), left, right or left)  # "a store built in 1784" may have been built


def _is_passive(pieces: Sequence[Piece], at: int) -> bool:
    before = [p.low for p in pieces[max(0, at - 3) : at]]
    reduced = (
        at + 2 < len(pieces) and pieces[at + 1].low == "by" and pieces[at + 2].what is None and pieces[at].low.endswith(("ed", "n", "t"))
    )
    return (bool(set(before) & COPULAS) and not pieces[at].low.endswith("ing")) or reduced


def _left(pieces: Sequence[Piece], at: int, reduced: bool = False) -> frozenset[str]:
    """Return what stands before a verb in its clause, without what hangs on a preposition: "the station at Coldharbour"."""
    found: list[str] = []
    phrase = 0  # how many of these stand together, up to an article
    subject = next((p for p in reversed(pieces[:at]) if p.low not in AUXILIARIES), None)
    if subject is not None and (subject.what is not None or subject.low in PRONOUNS - {"who", "which"}):
        return frozenset()  # "only 44 were built", "it ordered"
    for back in range(at - 1, -1, -1):
        piece = pieces[back]
        if piece.text == "," and back == at - 1 and reduced:
            continue
        if piece.low in ("who", "which"):
            return frozenset(found) | frozenset(_thing(p) for p in pieces[max(0, back - 3) : back] if _is_thing(p))
        if (
            piece.low in CONJUNCTIONS | _CLAUSAL
            or (not piece.text[0].isalnum() and piece.text not in _QUOTES)
            or is_verb(tuple(pieces), back)
        ):
            break
        if piece.low != "of" and (piece.low in WEAK or piece.low in CASES):
            found = found[: len(found) - phrase]
        phrase = 0 if piece.low in FUNCTION or piece.low in QUANTIFIERS else phrase + _is_thing(piece)
        found += [_thing(piece)] if _is_thing(piece) else []
    return frozenset(found)


def _right(pieces: Sequence[Piece], at: int) -> frozenset[str]:
    found: set[str] = set()
    for place in range(at, len(pieces)):
        piece = pieces[place]
        named = piece.low in ("of", "and") and found and place + 1 < len(pieces) and pieces[place + 1].text[0].isupper()
        if not named and (piece.low in CONJUNCTIONS or piece.low in _STOPPING or not (piece.text[0].isalnum() or piece.text in _QUOTES)):
            break
        if _is_thing(piece):
            found.add(_thing(piece))
    return frozenset(found)


def _agent(pieces: Sequence[Piece], at: int) -> frozenset[str]:
    for place in range(at, min(len(pieces), at + 12)):
        if pieces[place].low == "by" and place + 1 < len(pieces) and pieces[place + 1].what is None:
            return _right(pieces, place + 1)
        if pieces[place].text in ",;:.(" or pieces[place].low in AUXILIARIES:
            break
    return frozenset()


def _is_thing(piece: Piece) -> bool:
    return (
        piece.what is None
        and piece.low[0].isalpha()
        and piece.low.rstrip(".") not in FUNCTION | TITLES | TIMES
        and (piece.text[0].isupper() or "NOUN" in analyses(piece.low))
    )


def _thing(piece: Piece) -> str:
    return piece.low.removesuffix("'s").removesuffix("’s")
