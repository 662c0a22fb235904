"""Whether a sentence is whole: it begins with a subject, has a verb, and nothing is left open at its end."""

import re
from collections.abc import Sequence

from qa.checking.claims import read
from qa.checking.grammar.inflection import analyses
from qa.checking.grammar.pieces import Piece
from qa.checking.grammar.verbs import is_finite
from qa.text.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    OPEN_ENDS,
    PRONOUNS,
    RELATIVES,
    UNCHANGED,
)

_ENDS = re.compile(r"[.!?。！？][\"'”’)\]]*$")


CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def without_particle(sentence: str) -> str:
    """Return a sentence without the "Yes," or "No," that it opens with."""
    rest = re.sub(r"^(Yes|No), ", "", sentence)
    return rest if rest == sentence else rest[:1].upper() + rest[1:]


def is_borne_out(sentence: str) -> bool:
    """Tell whether what follows an opening "No," denies, and what follows a "Yes," does not."""
    opening = re.match(r"(Yes|No), ", sentence)
    return not opening or (opening[1] == "No") == bool(
        re.search(r"\b(not|no|never|none|nobody)\b|n['’]t\b", sentence[opening.end() :])
    )


def is_whole(sentence: str, pieces: Sequence[Piece], source: Sequence[Piece]) -> bool:
    """Tell whether a sentence begins and ends as sentences do: with a subject, a verb and nothing left open."""
    words = [piece for piece in pieces if piece.text[0].isalnum() or piece.what is not None]
    if (
        not words
        or sentence.count("(") != sentence.count(")")
        or len(re.findall(r'["“”]', sentence)) % 2
        or sentence.count("*") % 2
    ):
        return False
    if CJK.search(sentence):
        return True
    opens, closes = words[0], words[-1]
    has_verb = any(
        is_finite(tuple(pieces), at) or _follows_plural(pieces, at) for at in range(len(pieces))
    ) or _is_order(pieces)
    begins = (
        opens.low
        not in CONJUNCTIONS
        - {"when", "while", "although", "though", "because", "if", "unless", "so"}
        and not _is_headless(pieces)
        and not opens.text[0].islower()
    )
    ended = bool(_ENDS.search(sentence.strip())) or _ends_a_clause(words, source)
    return has_verb and begins and ended and closes.low not in OPEN_ENDS


def _is_headless(pieces: Sequence[Piece]) -> bool:
    """Tell whether a sentence opens with its verb, as in "Bought 18 ambulances" and "Was founded": its subject was cut off."""
    low, following = pieces[0].low, pieces[1] if len(pieces) > 1 else None
    if low in AUXILIARIES:
        return True
    kinds = analyses(low) if pieces[0].what is None else {}
    if not set(kinds.get("VERB", ())) - {low} or low.endswith("ing"):
        return False
    if following is None or following.what is not None or following.low in DETERMINERS | {"up"}:
        return True
    return not ("NOUN" in kinds and low.endswith("s")) and (
        following.low in FUNCTION or following.text[0].isupper()
    )


def _follows_plural(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a word may be the verb of a plural: "children under five travel free"."""
    low = pieces[at].low
    if low not in analyses(low).get("VERB", ()) or (at and pieces[at - 1].low in DETERMINERS):
        return False
    return any(set(analyses(piece.low).get("NOUN", ())) - {piece.low} for piece in pieces[:at])


def _is_order(pieces: Sequence[Piece]) -> bool:
    """Tell whether a sentence tells the reader to do something: "Bake it for 15 minutes"."""
    verb, *rest = pieces[pieces[0].low in ("never", "always") :] or pieces
    told = bool(rest) and (
        rest[0].what is not None or rest[0].low in DETERMINERS | PRONOUNS | {"them", "him"}
    )
    return told and verb.low in analyses(verb.low).get("VERB", ()) and verb.low not in UNCHANGED


def _ends_a_clause(words: Sequence[Piece], source: Sequence[Piece]) -> bool:
    """Tell whether the last words stand right before a mark, or at the end, in the evidence."""
    last = [piece.low for piece in words[-2:]]
    for at in range(len(source) - len(last) + 1):
        if [piece.low for piece in source[at : at + len(last)]] == last:
            following = source[at + len(last)] if at + len(last) < len(source) else None
            if following is None or not following.text[0].isalnum():
                return True
    return False


def stands_alone(clause: str) -> bool:
    """Tell whether a clause begins with a subject of its own that is no pronoun, and then has a verb."""
    _, pieces = read(re.sub(r"^(?:and|but)\s", "", clause))
    if not pieces or pieces[0].low in FUNCTION - DETERMINERS:
        return False
    verbs = [at for at in range(1, len(pieces)) if is_finite(pieces, at)]
    opens = analyses(pieces[0].low) if pieces[0].what is None else {}
    starts_with_verb = (
        bool(set(opens.get("VERB", ())) - {pieces[0].low})
        and pieces[0].text[0].islower()
        and "NOUN" not in opens
    )
    return bool(verbs) and not starts_with_verb and not pieces[0].low.endswith("ing")


def subject_of(clause: str, *, with_verb: bool) -> str:
    """Return the beginning of a clause up to its verb, or through it; what is said of the subject behind a relative is left out.

    "The hospital, which had closed a wing, hired three doctors" -> "The hospital". "" where no verb is found.
    """
    _, pieces = read(clause)
    relative = next(
        (at for at, piece in enumerate(pieces) if at and piece.low in RELATIVES), len(pieces)
    )
    verbs = [at for at in range(1, relative) if is_finite(pieces, at)]
    while len(verbs) > 1 and verbs[1] == verbs[0] + 1 and pieces[verbs[0]].low not in AUXILIARIES:
        verbs.pop(0)  # "such work includes": of two that may be the verb, the first is a noun
    verb = verbs[0] if verbs else None
    if verb is None and relative == len(pieces):
        return ""
    if verb is not None and with_verb:
        return clause[: pieces[verb].end]
    return clause[: pieces[relative if verb is None else verb].start].rstrip(" ,;")
