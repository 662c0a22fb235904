"""Each figure, word and name of a draft stands somewhere: in its evidence, and if it can do no harm, in the question."""

from collections.abc import Sequence

from qa.checking.claims import Token
from qa.checking.grammar.inflection import direction
from qa.checking.likeness import akin, alike
from qa.text.lexicon import TURNING
from qa.text.numbers.ranges import Quantity
from qa.text.numbers.units import meaning

_MOST_OF_QUESTION = 0.5  # share of the meaningful words of a draft that may come from the question alone
_FIRM = ("about", "nearly", "over", "under", "least", "most")


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
    """Tell whether a figure stands more often in a draft than in its evidence: "5,480 votes to 5,480"."""
    figures = [token for token in draft if token.what is not None]
    return any(sum(alike(token, t) for t in figures) > max(1, sum(alike(token, t) for t in known)) for token in figures)


def _bounded_alike(said: Quantity, known: Quantity) -> bool:
    return (said.bound if said.bound in _FIRM else "") == (known.bound if known.bound in _FIRM else "")


def words_known(draft: Sequence[Token], known: Sequence[Token], around: Sequence[Token], asked: Sequence[Token]) -> bool:
    """Tell whether each word stands in the evidence, or, if it cannot turn the sense, in the question; a name also around."""
    strange = 0
    for token in draft:
        if token.what is not None or any(alike(token, other) or akin(token, other) or _is_unit_of(token, other) for other in known):
            continue
        if token.kind == "name" and any(alike(token, other) for other in around):
            continue
        if (
            direction(token.text.lower())
            or token.text.lower() in TURNING
            or not any(alike(token, other) or akin(token, other) for other in asked)
        ):
            return False
        strange += token.kind == "word"
    return strange <= _MOST_OF_QUESTION * len(draft)


def _is_unit_of(token: Token, other: Token) -> bool:
    """Tell whether a word is the unit of a quantity: "tonnes" of "25 million tonnes"."""
    return isinstance(other.what, Quantity) and bool(meaning(token.text) & other.what.unit)


def names_whole(draft: Sequence[Token], texts: Sequence[Sequence[Token]]) -> bool:
    """Tell whether the names that stand together in a draft stand together somewhere: no first name of one with the last of another."""
    runs = [_runs(tokens) for tokens in texts]
    words = {form for tokens in texts for token in tokens if token.kind == "word" for form in token.forms}
    told = [run[1:] if run[0] in words else run for run in _runs(draft)]
    known = [other for found in runs for other in found]
    return all(any(_within(part, other) for other in known) for run in told for part in _fronted(run, draft, known))


def _fronted(run: list[str], draft: Sequence[Token], known: list[list[str]]) -> list[list[str]]:
    """Return the parts of a run that is two names because a preposition opens the sentence: "In Ostermark Velmar employs"."""
    opens = draft[0].before and run == next(iter(_runs(draft)), [])
    ends = [at for at in range(1, len(run)) if any(other[-at:] == run[:at] or other == run[:at] for other in known)] if opens else []
    if ends and not any(_within(run, other) for other in known):
        return [run[: ends[-1]], run[ends[-1] :]]
    return [run] if len(run) > 1 else []


def _runs(tokens: Sequence[Token]) -> list[list[str]]:
    runs: dict[int, list[str]] = {}
    for token in tokens:
        if token.kind == "name":
            runs.setdefault(token.run, []).append(min(token.forms))
    return list(runs.values())


def _within(run: list[str], other: list[str]) -> bool:
    return any(other[at : at + len(run)] == run for at in range(len(other) - len(run) + 1))
