"""What is known of a language beside English: to cut its sentences, and to be asked in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """One language by its ISO 639-1 code.

    `function` are the words that carry no meaning of their own, those that ask among them; `no_end`
    is what stands right before a border that is none. `when` to `why` tell what a question asks
    for, `time`, `person`, `at` and `because` that a sentence tells it (beside dates, months and
    days). `denies` is what tells that a thing is not, is planned, or is only claimed. `measures`
    are words that ask for an amount with the kinds of units that tell it: the first part of the
    name of a unit, "%", or "money"; `counts` names in its group what is counted.
    """

    code: str
    function: frozenset[str]
    no_end: re.Pattern[str]
    when: re.Pattern[str]
    how_many: re.Pattern[str]
    counts: re.Pattern[str]
    who: re.Pattern[str]
    where: re.Pattern[str]
    why: re.Pattern[str]
    time: re.Pattern[str]
    person: re.Pattern[str]
    at: re.Pattern[str]
    because: re.Pattern[str]
    denies: re.Pattern[str]
    measures: Sequence[tuple[re.Pattern[str], str]]


# Two words with capitals, or a title and one.
NAME = re.compile(
    r"(?:\b[A-ZÀ-ÞŒ][\w’'-]*\.?\s)(?:(?:von|van|de[rn]?|di|da|do|du|la|le|zu)\s)*"
    r"[A-ZÀ-ÞŒ][\w’'-]+"
)


def words(listed: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(listed.split())


def either(patterns: str) -> re.Pattern[str]:
    """Return the pattern of whole words that are one of some, parted by "|"."""
    return re.compile(rf"(?<!\w)(?:{patterns})(?!\w)", re.I)


def measuring(**words_of: str) -> list[tuple[re.Pattern[str], str]]:
    """Return the words that ask for amounts, parted by "|", with their kinds of units.

    The name of an argument is a kind, or several with "_" between them.
    """
    return [
        (either(listed), kinds.replace("percent", "%").replace("_", " "))
        for kinds, listed in words_of.items()
    ]


def ends(abbreviations: str, ordinals: str = "") -> re.Pattern[str]:
    """Return the pattern of a text that ends with an abbreviation and its stop.

    `ordinals` are words behind which a number with a stop is one of an order: "dem 3. Platz".
    """
    listed = "|".join(abbreviations.split())
    ordinal = rf"|(?<!\w)(?i:{'|'.join(ordinals.split())})\s\d{{1,3}}\." if ordinals else ""
    return re.compile(rf"(?:(?<!\w)(?:{listed})\.{ordinal})\s*$")
