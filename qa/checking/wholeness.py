"""Whether a sentence is whole: it has a subject and a verb, and nothing is left open at its end."""

import re
from collections import Counter
from collections.abc import Sequence

from index.language import east_asian
from index.language.english import claims, words
from index.language.english.numbers import UP
from qa.checking.claims import read
from qa.checking.grammar.pieces import Piece
from qa.checking.grammar.verbs import is_finite
from qa.text.inflection import analyses

_RUN = 4  # words
_CLOSED = re.compile(r"[.!?。！？][\"'”’)\]]*$")


def without_particle(sentence: str) -> str:
    """Return a sentence without the "Yes," or "No," that it opens with."""
    rest = claims.PARTICLE.sub("", sentence)
    return rest if rest == sentence else rest[:1].upper() + rest[1:]


def is_borne_out(sentence: str) -> bool:
    """Tell whether what follows an opening "No," denies, and what follows a "Yes," does not."""
    opening = claims.PARTICLE.match(sentence)
    if not opening:
        return True
    denies = claims.DENIES.search(sentence, opening.end())
    return (opening[1] == claims.NO) == bool(denies)


def is_whole(sentence: str, pieces: Sequence[Piece], source: Sequence[Piece]) -> bool:
    """Tell whether a sentence has a subject and a verb, and nothing is left open at its end."""
    spoken = [piece for piece in pieces if piece.text[0].isalnum() or piece.what is not None]
    if not spoken or not _is_closed(sentence):
        return False
    if east_asian.CHARACTER.search(sentence):
        return True
    begins = _begins(spoken[0]) and not _is_headless(pieces)
    return begins and _ends(sentence, spoken, source) and _has_verb(tuple(pieces))


def repeats_itself(pieces: Sequence[Piece], source: Sequence[Piece]) -> bool:
    """Tell whether a sentence has a run of words twice that its evidence has once.

    "The last man to keep the light was the last man to keep it" says nothing.
    """
    runs, known = _runs(pieces), _runs(source)
    return any(count > max(1, known[run]) for run, count in runs.items())


def _runs(pieces: Sequence[Piece]) -> Counter[tuple[str, ...]]:
    words = [piece.low for piece in pieces if piece.low[0].isalnum()]
    return Counter(zip(*(words[first:] for first in range(_RUN)), strict=False))


def _is_closed(sentence: str) -> bool:
    """Tell whether each bracket, quotation mark and asterisk of a sentence has its other half."""
    marks = [len(re.findall(r'["“”]', sentence)), sentence.count("*")]
    return sentence.count("(") == sentence.count(")") and not any(count % 2 for count in marks)


def _begins(word: Piece) -> bool:
    return not word.text[0].islower() and word.low not in claims.NO_OPENINGS


def _ends(sentence: str, spoken: Sequence[Piece], source: Sequence[Piece]) -> bool:
    if spoken[-1].low in claims.OPEN_ENDS:
        return False
    return bool(_CLOSED.search(sentence.strip())) or _ends_a_clause(spoken, source)


def _has_verb(pieces: tuple[Piece, ...]) -> bool:
    places = range(len(pieces))
    return _is_order(pieces) or any(
        is_finite(pieces, at) or _follows_plural(pieces, at) for at in places
    )


def _is_headless(pieces: Sequence[Piece]) -> bool:
    """Tell whether a sentence opens with its verb: its subject was cut off.

    "Bought 18 ambulances" and "Was founded" are such sentences.
    """
    low, following = pieces[0].low, pieces[1] if len(pieces) > 1 else None
    if low in words.AUXILIARIES:
        return True
    kinds = analyses(low) if pieces[0].what is None else {}
    if not set(kinds.get("VERB", ())) - {low} or low.endswith(words.PARTICIPLE):
        return False
    if following is None or following.what is not None or following.low in words.DETERMINERS | {UP}:
        return True
    if "NOUN" in kinds and low.endswith(words.PLURAL):
        return False
    return following.low in words.FUNCTION or following.text[0].isupper()


def _follows_plural(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a word may be the verb of a plural: "children under five travel free"."""
    low = pieces[at].low
    if low not in analyses(low).get("VERB", ()) or (at and pieces[at - 1].low in words.DETERMINERS):
        return False
    return any(set(analyses(piece.low).get("NOUN", ())) - {piece.low} for piece in pieces[:at])


def _is_order(pieces: Sequence[Piece]) -> bool:
    """Tell whether a sentence tells the reader to do something: "Bake it for 15 minutes"."""
    verb, *rest = pieces[pieces[0].low in claims.ORDERED_BY :] or pieces
    if not rest or verb.low in words.UNCHANGED:
        return False
    has_object = rest[0].what is not None or rest[0].low in words.DETERMINERS | words.OBJECTS
    return has_object and verb.low in analyses(verb.low).get("VERB", ())


def _ends_a_clause(spoken: Sequence[Piece], source: Sequence[Piece]) -> bool:
    """Tell whether the last words stand right before a mark, or at the end, in the evidence."""
    last = [piece.low for piece in spoken[-2:]]
    for at in range(len(source) - len(last) + 1):
        if [piece.low for piece in source[at : at + len(last)]] == last:
            following = source[at + len(last)] if at + len(last) < len(source) else None
            if following is None or not following.text[0].isalnum():
                return True
    return False


def has_verb(clause: str) -> bool:
    """Tell whether a clause has a finite verb behind its first word."""
    _, pieces = read(clause)
    return any(is_finite(pieces, at) for at in range(1, len(pieces)))


def stands_alone(clause: str) -> bool:
    """Tell whether a clause has a subject of its own that is no pronoun, and then a verb."""
    _, pieces = read(claims.JOINED_BY.sub("", clause))
    if not pieces or pieces[0].low in words.FUNCTION - words.DETERMINERS:
        return False
    has_verb = any(is_finite(pieces, at) for at in range(1, len(pieces)))
    return has_verb and not _is_verb(pieces[0]) and not pieces[0].low.endswith(words.PARTICIPLE)


def _is_verb(word: Piece) -> bool:
    """Tell whether a word that is not capitalised is an inflected verb and no noun."""
    kinds = analyses(word.low) if word.what is None else {}
    inflected = bool(set(kinds.get("VERB", ())) - {word.low})
    return inflected and word.text[0].islower() and "NOUN" not in kinds


def _is_noun_before(pieces: Sequence[Piece], one: int, two: int) -> bool:
    """Tell whether the first of two possible verbs is a noun: "such work includes"."""
    return two == one + 1 and pieces[one].low not in words.AUXILIARIES


def subject_of(clause: str, *, with_verb: bool) -> str:
    """Return the beginning of a clause up to its verb, or through it; "" where no verb is found.

    What is said of the subject behind a relative is left out:
    "The hospital, which had closed a wing, hired three doctors" -> "The hospital".
    """
    _, pieces = read(clause)
    relatives = (at for at, piece in enumerate(pieces) if at and piece.low in words.RELATIVES)
    relative = next(relatives, len(pieces))
    verbs = [at for at in range(1, relative) if is_finite(pieces, at)]
    while len(verbs) > 1 and _is_noun_before(pieces, *verbs[:2]):
        verbs.pop(0)
    verb = verbs[0] if verbs else None
    if verb is None and relative == len(pieces):
        return ""
    if verb is not None and with_verb:
        return clause[: pieces[verb].end]
    return clause[: pieces[relative if verb is None else verb].start].rstrip(" ,;")
