"""What is known of a European language beside English: to cut its sentences, to be asked in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language by its ISO 639-1 code; the patterns are of whole words, in any case.

    `function` are the words that carry no meaning of their own, those that ask among them; `no_end`
    is what stands right before a border that is none. `when` to `why` tell what a question asks
    for, `time`, `at` and `because` that a sentence tells it (beside dates, months and days).
    `measures` are words that ask for an amount, or tell it, with the kinds of units that tell it,
    too: the first part of the name of a unit, "%", or "money".
    """

    code: str
    function: frozenset[str]
    no_end: re.Pattern[str]
    when: re.Pattern[str]
    how_many: re.Pattern[str]
    who: re.Pattern[str]
    where: re.Pattern[str]
    why: re.Pattern[str]
    time: re.Pattern[str]
    at: re.Pattern[str]
    because: re.Pattern[str]
    measures: Mapping[str, str]


def words(listed: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(listed.split())


def either(patterns: str) -> re.Pattern[str]:
    """Return the pattern of whole words that are one of some, parted by "|"."""
    return re.compile(rf"(?<!\w)(?:{patterns})(?!\w)", re.I)


def measuring(**words_of: str) -> dict[str, str]:
    """Return the kinds of units of each word; those of one argument are parted by spaces.

    The name of an argument is a kind, or several with "_" between them.
    """
    found: dict[str, str] = {}
    for kinds, listed in words_of.items():
        found |= dict.fromkeys(listed.split(), kinds.replace("_", " ").replace("percent", "%"))
    return found


def ends(abbreviations: str, ordinals: str = "") -> re.Pattern[str]:
    """Return the pattern of a text that ends with an abbreviation and its stop.

    `ordinals` are words behind which a number with a stop is one of an order: "dem 3. Platz".
    """
    listed = "|".join(abbreviations.split())
    ordinal = rf"|(?<!\w)(?i:{'|'.join(ordinals.split())})\s\d{{1,3}}\." if ordinals else ""
    return re.compile(rf"(?:(?<!\w)(?:{listed})\.{ordinal})\s*$")
