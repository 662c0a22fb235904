"""A right draft, and what all changes of its text have in common."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A right draft with its question and evidence."""

    subject: str
    evidence: tuple[str, ...]
    question: str
    text: str
    reworded: bool


Change = Callable[[Draft, random.Random], Iterator[str]]


def replaced(text: str, match: re.Match[str], new: str) -> str:
    """Return a text with something else in the place of a match."""
    return text[: match.start()] + new + text[match.end() :]


def cased(new: str, old: str) -> str:
    """Return a word with a capital where the one that it replaces has one; a kW never has."""
    capital = old[:1].isupper() and old[1:].islower()
    return new[:1].upper() + new[1:] if capital else new
