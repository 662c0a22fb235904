"""Lemmas and parts of speech of English words, from a dictionary."""

import re
from functools import cache

from qa.text.lexicon import DIRECTIONS

_ENDING = re.compile(r"(?:ments?|ations?|itions?|[st]?ions?|als?|ly|ers?|ors?|ings?|ive|ity|ance|ence|ies|ied|ed|es|s|y|e)$")


def direction(word: str) -> str:
    """Tell whether a word says that something goes up or down."""
    return next((DIRECTIONS[form] for form in {word, *lemmas(word)} if form in DIRECTIONS), "")


@cache
def analyses(word: str) -> dict[str, tuple[str, ...]]:
    """Return the lemmas of a word by part of speech, from the dictionary; nothing for a word that it has not."""
    import lemminflect  # loads its dictionary: half a second that not every command needs

    return dict(lemminflect.getAllLemmas(word))


@cache
def lemmas(word: str) -> frozenset[str]:
    """Return what a word may be an inflection of, itself included; comparatives stay what they are."""
    found = {word}
    for kind, forms in analyses(word).items():
        if kind in ("NOUN", "VERB"):
            found.update(forms)
    return frozenset(found)


@cache
def stems(word: str) -> frozenset[str]:
    """Return the lemmas without endings such as -ment and -ion, at least four letters long."""
    cut = {_ENDING.sub("", form) for form in lemmas(word)}
    return lemmas(word) | frozenset(stem for stem in cut if len(stem) >= 4)


def bare(word: str) -> str:
    """Return a word without its possessive ending."""
    return re.sub(r"['’]s?$", "", word)
