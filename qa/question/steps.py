"""A question taken apart: the facts it needs, and what is to be done with them.

The generator writes the facts as BREAK does (Wolfson et al., 2020): "draws of Brackwell; draws of
Cold Norton; which is highest of #1 , #2". What it writes is held against the question here.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from index.language.english.questions import STEP_OPERATIONS
from qa.text.words import content_words, names, numbers

_REFERENCE = re.compile(r"#(\d+)")
_MOST_FACTS = 4
_STEM = 5  # letters that the forms of a word share
_KNOWN = 0.75  # of the words of a fact that the question has


class Operation(StrEnum):
    """What is done with facts."""

    DIFFERENCE = "difference"
    SUM = "sum"
    MOST = "most"
    LEAST = "least"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Plan:
    """Facts to look for, in order; "#1" in one stands for the answer to the first."""

    facts: tuple[str, ...]
    operation: Operation | None = None


def plan_of(question: str, written: str) -> Plan | None:
    """Read what the generator wrote of a question; None where it does not fit the question."""
    facts: list[str] = []
    stands_for: dict[int, int] = {}  # a step's number, and that of its fact
    operation = None
    for number, step in enumerate(filter(None, map(str.strip, written.split(";"))), 1):
        referred = [int(n) for n in _REFERENCE.findall(step)]
        found = _operation(step) if referred else None
        if any(n not in stands_for for n in referred):
            return None
        if len(referred) > 1:
            operation = found or operation
        elif referred and _only_counts(step):
            stands_for[number] = stands_for[referred[0]]
        else:
            told = _REFERENCE.sub(lambda m: f"#{stands_for[int(m[1])]}", step)
            facts.append(told)
            stands_for[number] = len(facts)
    fits = 2 <= len(facts) <= _MOST_FACTS and all(_is_of(fact, question) for fact in facts)
    return Plan(tuple(facts), operation) if fits else None


def _operation(step: str) -> Operation | None:
    return next(
        (Operation(name) for name, shape in STEP_OPERATIONS.items() if shape.search(step)), None
    )


def _only_counts(step: str) -> bool:
    """Tell whether a step counts or adds up an earlier one, which the articles did already."""
    return not content_words(_REFERENCE.sub("", step)) - {"number", "sum", "count", "total"}


def _is_of(fact: str, question: str) -> bool:
    """Tell whether a fact is asked in words of the question, with no name or number of its own."""
    words = content_words(_REFERENCE.sub("", fact))
    stems = {word[:_STEM] for word in content_words(question)}
    known = sum(word[:_STEM] in stems for word in words)
    strange = names(fact[:1].lower() + fact[1:]) - content_words(question)
    return (
        known >= _KNOWN * len(words)
        and not strange
        and numbers(fact, words=False) <= numbers(question, words=False) | numbers(question)
    )
