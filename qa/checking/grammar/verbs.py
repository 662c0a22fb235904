"""Which pieces of a sentence are its verbs, by a dictionary and by what stands around them."""

from qa.checking.grammar.inflection import analyses, bare
from qa.checking.grammar.pieces import Piece
from qa.text.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    PRONOUNS,
    QUANTIFIERS,
    UNCHANGED,
)


def is_finite(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a piece may be the verb of a sentence: an auxiliary, a past tense, "costs", or "plant" after a plural."""
    word = pieces[at].low
    if word in AUXILIARIES:
        return True
    kinds = analyses(word) if pieces[at].what is None and at else {}
    if (
        "VERB" not in kinds
        or pieces[at - 1].low in DETERMINERS
        or word.endswith("ing")
        or pieces[at].text[0].isupper()
    ):
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


def _takes_more(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell "the chip draws 65 W" from "breeding pigs, which": something hangs on a verb in -s."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return following is not None and (
        following.what is not None
        or following.text[0].isupper()
        or following.low in (FUNCTION | {"up", "down", *QUANTIFIERS}) - CONJUNCTIONS
    )
