"""How near the tokens of a text are, by their place and by the subject and verb on which they hang."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qa.checking.claims import Token
from qa.checking.grammar.inflection import analyses
from qa.checking.grammar.pieces import Piece
from qa.checking.grammar.verbs import is_finite, is_verb
from qa.checking.likeness import alike
from qa.text.lexicon import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PRONOUNS, UNCHANGED
from qa.text.numbers.ranges import Quantity
from qa.text.numbers.units import Meanings

_RELATIVE = frozenset("who whom which that whose when where".split())
_POINTING = frozenset("it he she they".split())  # takes its subject from the clause before, over a semicolon too
_CONTRASTS = frozenset("while whereas although though but".split())
_ON_SPINE = 0.5  # a subject or verb and what hangs on it, wherever that stands
_BORROWED = 0.9  # a number and the noun that it shares with the one before
_VERB_GROUP = 3  # words from an auxiliary to its verb


@dataclass(frozen=True, slots=True)
class Spine:
    """The subject and the verb of a clause, which all else in it hangs on."""

    subject: tuple[Token, ...] = ()
    verb: tuple[Token, ...] = ()

    def __contains__(self, token: object) -> bool:
        """Tell whether a token is the subject or the verb."""
        return token in self.subject or token in self.verb


@dataclass(frozen=True, slots=True)
class Layout:
    """The tokens of a text with the spine of each clause, taken over from the clause before it where it has none of its
    own: "bought 5 boats and 7 cars" buys both."""

    tokens: tuple[Token, ...]
    pieces: tuple[Piece, ...]
    spines: dict[int, Spine]
    counted: dict[Token, Token]  # a number without a noun: that of the number before it, "of 240 patients 31 dropped out"

    def near(self, one: Token, other: Token) -> float:
        """Return how near two tokens are, from 1 for neighbours down to 0; a spine is as near to all that hangs on it."""
        if other == self.counted.get(one) or one == self.counted.get(other):
            return _BORROWED
        by_place = 1.0 / (1 + max(0, abs(one.place - other.place) - 1)) ** 2
        if one in self.spines[other.clause] or other in self.spines[one.clause]:
            subject = self.spines[one.clause].subject
            counted = one in subject and other in subject and "number" in (one.kind, other.kind) and abs(one.at - other.at) == 1
            return by_place if counted else _ON_SPINE
        return by_place

    def found(self, token: Token, there: "Layout", also: Callable[[Token, Token], bool] = lambda *_: False) -> list[Token]:
        """Return where a token of this text stands in another; of a name, where most of its run stands."""
        places = [other for other in there.tokens if alike(token, other) or also(token, other)]
        if token.kind != "name" or not places:
            return places
        run = {min(t.forms) for t in self.tokens if t.kind == "name" and t.run == token.run}
        places = [other for other in there.tokens if other.kind == "name" and min(other.forms) in run]
        shared = [sum(t.kind == "name" and t.run == place.run and min(t.forms) in run for t in there.tokens) for place in places]
        sizes = [len({min(t.forms) for t in there.tokens if t.kind == "name" and t.run == place.run}) for place in places]
        return [p for p, count, size in zip(places, shared, sizes, strict=True) if count in (max(shared), size)]


def layout(tokens: tuple[Token, ...], pieces: tuple[Piece, ...]) -> Layout:
    """Find the spine of each clause."""
    spines: dict[int, Spine] = {}
    last: Token | None = None
    main = Spine()  # the spine of the clause before, or of the one that a relative clause interrupts
    for clause in sorted({token.clause for token in tokens}):
        own = [token for token in tokens if token.clause == clause]
        opening = [piece.low for piece in pieces[last.at + 1 if last else 0 : own[0].at]]
        relative = last is not None and bool(_RELATIVE & set(opening))
        apart = "\n" in opening or (";" in opening and not _POINTING & set(opening))
        main = Spine() if apart and _verbs(_until_semicolon(tokens, pieces, own[0]), pieces) else main
        spine, is_own = _spine(own, Spine((last,)) if relative and last else main, pieces, opening)
        hangs_on = relative and (last in spine or "that" not in opening)
        main = spine if main == Spine() or (is_own and not hangs_on) else main
        spines[clause], last = spine, own[-1]
    return Layout(tokens, pieces, spines, dict(_counted(tokens, pieces)))


def _counted(tokens: tuple[Token, ...], pieces: tuple[Piece, ...]) -> Iterator[tuple[Token, Token]]:
    """Yield the numbers without a noun of their own, each with the noun of a number of its unit before it."""
    nouns: dict[Meanings, Token] = {}
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if not isinstance(token.what, Quantity) or token.what.ordinal or token.label or token.what.unit - {"%"}:
            continue
        between = [piece.low for piece in pieces[token.at + 1 : following.at]] if following else ["."]
        if following and following.kind == "number" and "of" in between:  # "38 of the 85 seats"
            later = next((other for other in tokens if other.at > following.at), None)
            if later and later.kind == "word":
                nouns[token.what.unit] = later
                yield token, later
        elif (
            following
            and following.kind != "date"
            and set(between) <= {"of", "the"}
            and not (is_finite(pieces, following.at) or is_verb(pieces, following.at))
        ):
            nouns[token.what.unit] = following
        elif noun := nouns.get(token.what.unit):
            yield token, noun


def _gapped(own: list[Token], pieces: tuple[Piece, ...]) -> tuple[Token, ...]:
    """Return the subject of a clause that lacks only its verb: "and Marrow Bank a harbour loan", "imports by 11 %"."""
    first = own[0]
    if first.before:
        return ()
    run = [token for token in own if token.kind == "name" and token.run == first.run] if first.kind == "name" else [first]
    following = pieces[run[-1].at + 1] if run[-1].at + 1 < len(pieces) else None
    if first.kind == "name":
        return tuple(run) if following and (following.low in DETERMINERS or following.what is not None) else ()
    counts = len(own) > 1 and own[1].kind == "number" and not own[1].label
    moves = following is not None and following.low in ("by", "to", "from", "at", "in")
    return (first,) if first.text.lower() in ("rest", "others") or (first.kind == "word" and (counts or moves)) else ()


def _until_semicolon(tokens: tuple[Token, ...], pieces: tuple[Piece, ...], first: Token) -> list[Token]:
    end = next((at for at in range(first.at, len(pieces)) if pieces[at].text in ";\n"), len(pieces))
    return [token for token in tokens if first.at <= token.at < end]


def _spine(own: list[Token], before: Spine, pieces: tuple[Piece, ...], opening: list[str]) -> tuple[Spine, bool]:
    """Return the spine of a clause, and whether it has a verb or a subject of its own."""
    verbs = _verbs(own, pieces)
    if not verbs:
        things = tuple(token for token in own if _is_subject(token))
        contrasts = bool(_CONTRASTS & set(opening)) and bool(things)
        if gapped := _gapped(own, pieces):
            return Spine(gapped, before.verb), True
        return (Spine(things) if contrasts or before == Spine() else before), contrasts
    subject = tuple(token for token in own if token.at < verbs[0] and (_is_subject(token) or _is_counted_subject(token, verbs[0], pieces)))
    main = next((at for at in verbs if pieces[at].low not in AUXILIARIES), verbs[0])
    low = pieces[main].low
    plain = not subject and low in analyses(low).get("VERB", ()) and low not in UNCHANGED  # "can store 2 TB and send files"
    carried = before.verb if main == verbs[0] and (plain or (main and pieces[main - 1].low == "to")) else ()
    return Spine(subject or before.subject, (*carried, *(token for token in own if token.at == main))), True


def _verbs(own: list[Token], pieces: tuple[Piece, ...]) -> list[int]:
    """Return the places of the first verb of a clause and of what belongs to it: "had", "been", "sold"."""
    start = own[0].at
    while start and pieces[start - 1].text[0].isalnum() and pieces[start - 1].low not in CONJUNCTIONS:
        start -= 1
    if _is_order(pieces, start):
        return [start]
    found = [at for at in range(start, own[-1].at + 1) if is_verb(pieces, at) or is_finite(pieces, at)]
    return [at for at in found if at - found[0] <= _VERB_GROUP]


def _is_order(pieces: tuple[Piece, ...], at: int) -> bool:
    low, following = pieces[at].low, pieces[at + 1] if at + 1 < len(pieces) else None
    opens = low in analyses(low).get("VERB", ()) and low not in UNCHANGED | AUXILIARIES
    measured = following is not None and isinstance(following.what, Quantity) and bool(following.what.unit)
    return opens and following is not None and (measured or following.low in DETERMINERS | PRONOUNS)


def _is_subject(token: Token) -> bool:
    return (
        (token.what is None or token.label or token.before == "of")
        and not token.case
        and token.text.lower() not in ("now", "then", "later", "still")
    )


def _is_counted_subject(token: Token, verb: int, pieces: tuple[Piece, ...]) -> bool:
    """Tell whether a number is a subject itself: "31 dropped out", "half of the pupils learn"."""
    return (
        isinstance(token.what, Quantity)
        and not token.what.ordinal
        and not token.case
        and (token.at + 1 == verb or pieces[token.at + 1].low == "of")
    )
