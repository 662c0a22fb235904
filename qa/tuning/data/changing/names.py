"""Wrong names: another one of the evidence, one of nowhere, or two in each other's place."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from qa.tuning.data.changing.draft import Draft, replaced
from qa.tuning.data.changing.swaps import MONTHS

_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*(?:(?: of| &)? [A-ZÀ-Þ][\w’-]*)*")
_NO_NAMES = frozenset(
    "The A An In On At By For From With Of To It Its He She They Yes No Bake Under Only Half "
    "About Unless Before After Monday Tuesday Wednesday Thursday Friday Saturday Sunday Until "
    "Since Between Two Three Most All More Seven Nearly None One Up Some Deleted Side Her His "
    "When Mix".split()
)
_OF_NOWHERE = ("Kelvin Strand", "Oakmere", "Ruthven")
_ENDS = re.compile(r"([\w.,]*\d[\w.,]*|two|three|11)( to |–| and )([\d.,]*\d|three|two|12)(?=[ .])")


def names(draft: Draft, chance: random.Random) -> Iterator[str]:
    """Put another name of the evidence, and one of nowhere, in the place of a name."""
    known = {match.group() for text in draft.evidence for match in _names_of(text[1:])}
    for match in _names_of_evidence(draft):
        words = set(match.group().split())
        apart = [name for name in known if not words & set(name.split())]
        others = sorted(name for name in apart if name not in draft.text)
        chosen = chance.sample(others, 1) if others else []
        for other in (*chosen, chance.choice(_OF_NOWHERE)):
            yield replaced(draft.text, match, other)


def order(draft: Draft, _: random.Random) -> Iterator[str]:
    """Change two names with each other, and the two ends of a range or a change."""
    for one, two in pairwise(_names_of_evidence(draft)):
        between = draft.text[one.end() : two.start()]
        apart = not set(one.group().split()) & set(two.group().split())
        if apart and between.strip() != "and" and not between.startswith(","):
            exchanged = two.group() + between + one.group()
            yield draft.text[: one.start()] + exchanged + draft.text[two.end() :]
    for match in _ENDS.finditer(draft.text):
        first, between, last = match.groups()
        if first != last and (between != " and " or "between" in draft.text.lower()):
            yield replaced(draft.text, match, last + between + first)


def _names_of_evidence(draft: Draft) -> list[re.Match[str]]:
    """Return the names in a draft that its evidence has, single words not as its first one."""

    def stands(name: str) -> bool:
        """Tell whether the evidence has a name; one word that opens it may be no name."""
        first = 0 if " " in name else 1
        return any(name in text[first:] for text in draft.evidence)

    return [match for match in _names_of(draft.text) if stands(match.group())]


def _names_of(text: str) -> list[re.Match[str]]:
    return [match for match in _NAME.finditer(text) if _is_name(match)]


def _is_name(match: re.Match[str]) -> bool:
    word = match.group()
    if word in _NO_NAMES or word in MONTHS or len(word) <= 2:
        return False
    return match.start() > 0 or " " in word or word.split("'")[0] not in _NO_NAMES
