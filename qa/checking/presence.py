"""Each figure of a draft stands in its evidence, and each name there or around it."""

from collections.abc import Sequence

from index.language.english.numbers import FIRM_BOUNDS
from qa.checking.claims import Token
from qa.checking.likeness import alike
from qa.text.numbers.ranges import Quantity


def figures_known(draft: Sequence[Token], known: Sequence[Token]) -> bool:
    """Tell whether each figure of a draft is its evidence's, and as often."""
    return all(_is_stated(token, known) for token in draft) and not _repeats(draft, known)


def _is_stated(token: Token, known: Sequence[Token]) -> bool:
    """Tell whether a figure is the evidence's, bounds and all; true for what is no figure."""
    if token.what is None:
        return True
    if not isinstance(token.what, Quantity):
        return any(alike(token, other) for other in known)
    return any(alike(token, other) and _bounded_alike(token.what, other.what) for other in known)


def _repeats(draft: Sequence[Token], known: Sequence[Token]) -> bool:
    """Tell whether a figure stands more often in a draft than in its evidence.

    "5,480 votes to 5,480" is such a draft.
    """
    figures = [token for token in draft if token.what is not None]
    return any(
        sum(alike(token, t) for t in figures) > max(1, sum(alike(token, t) for t in known))
        for token in figures
    )


def _bounded_alike(said: Quantity, known: Quantity) -> bool:
    return _firm(said.bound) == _firm(known.bound)


def _firm(bound: str) -> str:
    return bound if bound in FIRM_BOUNDS else ""


def names_known(draft: Sequence[Token], texts: Sequence[Sequence[Token]]) -> bool:
    """Tell whether each name of a draft stands in one of the texts."""
    return all(
        any(alike(token, other) for text in texts for other in text)
        for token in draft
        if token.kind == "name"
    )
