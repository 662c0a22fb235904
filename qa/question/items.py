"""What a question for the items of a list asks for: the thing, other words, a bound in years."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from index.language.english.listing.counted import ASKS_NUMBER, ASKS_THING, CALLED, YEARS
from index.language.english.listing.items import ASKING
from qa.text.inflection import lemmas
from qa.text.words import content_words

_FIRST, _LAST = 0, 9999


@dataclass(frozen=True, slots=True)
class AskedItems:
    """The telling words of a question, and those of them that name what is listed.

    `called` finds a heading of such a list, `years` bound its items.
    """

    words: set[str]
    thing: AbstractSet[str]
    called: re.Pattern[str] | None
    years: tuple[int, int] | None
    counts: bool


def asked_of(question: str, *, counts: bool) -> AskedItems:
    """Return what a question asks of a list."""
    bound = YEARS.search(question)
    about = YEARS.sub(" ", question)
    found = (ASKS_NUMBER if counts else ASKS_THING).search(about)
    thing = found["thing"].lower() if found else ""
    called = next((CALLED[form] for form in sorted(lemmas(thing)) if form in CALLED), None)
    words = content_words(about) - ASKING
    if called:
        words -= {thing}
    return AskedItems(words, {thing} & words, called, _years(bound) if bound else None, counts)


def _years(bound: re.Match[str]) -> tuple[int, int]:
    first = bound["first"] or bound["since"] or _FIRST
    last = bound["last"] or bound["until"] or _LAST
    return int(first), int(last)
