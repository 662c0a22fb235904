"""Lemmas and parts of speech of English words, from a dictionary."""

from functools import cache


@cache
def analyses(word: str) -> dict[str, tuple[str, ...]]:
    """Return the lemmas of a word by part of speech; none where the dictionary has it not."""
    import lemminflect  # loads its dictionary: half a second that not every command needs

    return dict(lemminflect.getAllLemmas(word))


@cache
def lemmas(word: str) -> frozenset[str]:
    """Return what a word may be an inflection of, itself included.

    Comparatives stay what they are.
    """
    found = {word}
    for kind, forms in analyses(word).items():
        if kind in ("NOUN", "VERB"):
            found.update(forms)
    return frozenset(found)
