"""Which pieces of a sentence are its verbs, by a dictionary and by what stands around them."""

from index.language.english.words import (
    AUXILIARIES,
    BEHIND_VERBS,
    DETERMINERS,
    PARTICIPLE,
    PLURAL,
    PRONOUNS,
    UNCHANGED,
)
from qa.checking.grammar.pieces import Piece
from qa.text.inflection import analyses
from qa.text.words import bare


def is_finite(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a piece may be the verb of a sentence.

    It is an auxiliary, a past tense, "costs", or "plant" after a plural.
    """
    word = pieces[at].low
    if word in AUXILIARIES:
        return True
    if at == 0 or not _may_be_verb(pieces, at):
        return False
    kinds = analyses(word)
    if word.endswith(PLURAL) and "NOUN" in kinds:
        return _takes_more(pieces, at)
    if set(kinds["VERB"]) - {word} or word in UNCHANGED:
        return True
    return _is_of_many(pieces, at)


def _may_be_verb(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether the dictionary knows a word as a verb, and nothing around it speaks against."""
    piece, before = pieces[at], pieces[at - 1].low
    if piece.what is not None or piece.text[0].isupper() or piece.low.endswith(PARTICIPLE):
        return False
    return before not in DETERMINERS and "VERB" in analyses(piece.low)


def _is_of_many(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell whether a verb without an ending follows a pronoun or a plural: "they plant rice"."""
    before = pieces[at - 1]
    if before.what is not None and at > 2:
        before = pieces[at - 3]  # "children under five travel"
    is_plural = before.low.endswith(PLURAL) and bare(before.low) == before.low
    return before.low in PRONOUNS or (is_plural and _takes_more(pieces, at))


def _takes_more(pieces: tuple[Piece, ...], at: int) -> bool:
    """Tell "the chip draws 65 W" from "breeding pigs, which": something hangs on a verb in -s."""
    if at + 1 == len(pieces):
        return False
    following = pieces[at + 1]
    return (
        following.what is not None or following.text[0].isupper() or following.low in BEHIND_VERBS
    )
