"""Who does what to whom, and behind which preposition: from 5 to 8 is not from 8 to 5."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.checking.claims import Piece, Token, is_verb
from qa.checking.inflection import analyses, lemmas
from qa.checking.nearness import alike
from qa.text.lexicon import AUXILIARIES, CASES, CONJUNCTIONS, COPULAS, FUNCTION, PRONOUNS, QUANTIFIERS, TIME_PARTS, TIMES, TITLES, WEAK
from qa.text.numbers.dates import Date

_FIXED = frozenset("from to before after than against without between under above per".split())
_FIXED_OF_NAMES = _FIXED - {"per"}
_NEAR = 3  # words between an owner and what is his

Tokens = Sequence[Token]


def wrong_case(draft: Tokens, evidence: Tokens, asked: Tokens) -> Token | None:
    """Return a figure, date or name of a draft that stands behind another preposition than in the evidence: from 5 to 8."""
    for at, token in enumerate(draft):
        if _owns_other(draft[at : at + 2], evidence, asked) or (token.kind == "name" and _wrong_place(at, draft, evidence, asked)):
            return token
        if token.kind == "word":
            continue
        if token.kind == "number" and token.before != "of" and _is_whole_of(token, evidence):
            return token
        if token.label and not _names_the_same(at, draft, evidence):
            return token
        cases = {other.case for other in evidence if alike(token, other)}
        if cases and not _fits(token, cases) and not _dated_alike(token, draft, evidence):
            return token
    return None


def _is_whole_of(token: Token, evidence: Tokens) -> bool:
    """Tell whether a number is in the evidence only the whole of which another is a part: 85 in "38 of the 85 seats"."""
    places = [(before, other) for before, other in pairwise(evidence) if alike(token, other)]
    places += [(evidence[0], evidence[0])] if evidence and alike(token, evidence[0]) else []
    return bool(places) and all(other.before == "of" and before.kind == "number" and before is not other for before, other in places)


def _names_the_same(at: int, draft: Tokens, evidence: Tokens) -> bool:
    """Tell whether a number that is a name, as in "section 12", names the same kind of thing in the evidence."""
    told = draft[at - 1]
    return not at or any(alike(draft[at], other) and alike(told, before) for before, other in pairwise(evidence))


def _wrong_place(at: int, draft: Tokens, evidence: Tokens, asked: Tokens) -> bool:
    return _loses_preposition(draft[at], evidence, asked) or _gains_of(at, draft, evidence, asked)


def _gains_of(at: int, draft: Tokens, evidence: Tokens, asked: Tokens) -> bool:
    """Tell whether a draft says "the mayor of X" where the evidence has no such X."""
    if draft[at].before != "of" or not at or (draft[at - 1].kind == "name" and draft[at - 1].run == draft[at].run):
        return False
    places = [other for tokens in (evidence, asked) for other in tokens if alike(draft[at], other)]
    heads = [other for tokens in (evidence, asked) for other in tokens if alike(draft[at - 1], other)]
    if not places:
        return False  # a name from the passage around
    verbs = [other.place for other in evidence if other.kind == "word" and other.text.endswith("ed")]
    return not any(other.before == "of" or other.owner for other in places) and not any(
        (abs(place.place - head.place) <= 2 and not any(place.place < verb < head.place for verb in verbs))
        or ("VERB" in analyses(head.text.lower()) and head.text != draft[at - 1].text.lower() + "s")
        for place in places
        for head in heads
    )


def _loses_preposition(token: Token, evidence: Tokens, asked: Tokens) -> bool:
    """Tell whether a name does something that in the evidence is only done to, in or from it."""
    if token.before not in ("", "by") or token.owner:
        return False
    return not any(alike(token, other) and not other.before for other in asked) and _all_behind_prepositions(token, evidence)


def _all_behind_prepositions(token: Token, evidence: Tokens) -> bool:
    places = [other for other in evidence if alike(token, other)]
    return bool(places) and all(other.before not in ("", "by", "of") and not other.owner for other in places)


def _owns_other(pair: Tokens, evidence: Tokens, asked: Tokens) -> bool:
    """Tell whether a name owns what is not near it in the evidence: Wuyuan's curtain loan."""
    if len(pair) < 2 or not pair[0].owner or pair[1].kind == "name":
        return False
    near = (
        abs(one.place - other.place) <= _NEAR
        for tokens in (evidence, asked)
        for one in tokens
        if alike(pair[0], one)
        for other in tokens
        if alike(pair[1], other)
    )
    return not any(near)


def _dated_alike(token: Token, draft: Tokens, evidence: Tokens) -> bool:
    """Tell whether what was a starting point ("from 4.8 in 2022") is told with its own date."""
    if token.kind != "number" or token.case:
        return False
    told = [other for other in draft if other.kind == "date"]
    known = [
        (other, d) for other in evidence if alike(token, other) for d in evidence if d.kind == "date" and abs(d.place - other.place) <= 1
    ]
    return any(alike(date, near) for date in told for _, near in known)


def _fits(token: Token, cases: set[str]) -> bool:
    if token.case in cases or (token.case == "agent" and cases & {"", "by"}) or ("agent" in cases and token.case in ("", "by")):
        return True
    if token.kind == "name":
        return token.case not in _FIXED_OF_NAMES
    if token.case in _FIXED or token.case == "agent":
        return False
    if token.kind == "number":
        return bool(cases - {"to", "from"}) if token.case == "by" else not cases <= {"from", "by", "than", "before", "after", "against"}
    return (token.case == "by" and "" in cases) or not cases <= _FIXED | {"by"}


def loose_part(draft: Sequence[Piece], evidence: Sequence[Piece]) -> bool:
    """Tell whether a draft leaves out, or makes up, the end or the beginning before a date: the end of 2019 is not 2019."""
    told, known = list(_time_parts(draft)), list(_time_parts(evidence))
    for date, part in told:
        parts = {other for when, other in known if when.covers(date)}
        if parts and part not in parts:
            return True
    return False


def _time_parts(pieces: Sequence[Piece]) -> Iterator[tuple[Date, str]]:
    for at, piece in enumerate(pieces):
        if isinstance(piece.what, Date):
            before = [p.low for p in pieces[max(0, at - 3) : at]]
            yield piece.what, next((word for word in reversed(before) if word in TIME_PARTS), "")


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
    for piece in pieces[at:]:
        if piece.low in CONJUNCTIONS or piece.low in _STOPPING or not (piece.text[0].isalnum() or piece.text in _QUOTES):
            break
        if _is_thing(piece):
            found.add(_thing(piece))
    return frozenset(found)


_QUOTES = "’'\"“”"
_CLAUSAL = frozenset("since after before until till as".split())
_STOPPING = frozenset("in on at of for during with within by to from into before after than against since until over".split()) | AUXILIARIES


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
