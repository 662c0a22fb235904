"""What a question asks for: decided once, from its own words, and passed on."""

from dataclasses import dataclass
from enum import StrEnum

from index.language.english.questions import (
    ASKS_ALL,
    ASKS_DIFFERENCE,
    ASKS_SEVERAL,
    ASKS_SUM,
    COMPARES,
    OPEN_QUESTION,
)
from qa.question.kinds import Kind
from qa.question.operations import Operation, operation_of


class Form(StrEnum):
    """How much of the articles answers a question; of several that fit, the first one is meant."""

    ALL = "all there is"
    COMPARISON = "comparison"
    SEVERAL = "several things, or an explanation"
    OPEN = "open"
    FACT = "one fact"


_HAS_SEVERAL = (Kind.WHY, Kind.HOW, Kind.LIST)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for. `whole`: it is so open that it may want all of a sentence."""

    form: Form
    whole: bool = False
    operation: Operation | None = None
    kind: Kind = Kind.FACT


def what_is_asked(question: str, kind: Kind = Kind.FACT) -> Asked:
    """Tell what a question of a kind asks for.

    A follow-up tells it by its own words, not by those of the questions before it.
    """
    several = kind in _HAS_SEVERAL or bool(ASKS_SEVERAL.search(question))
    open_ = bool(OPEN_QUESTION.search(question))
    fits = {
        Form.ALL: bool(ASKS_ALL.search(question)),
        Form.COMPARISON: bool(COMPARES.search(question)),
        Form.SEVERAL: several,
        Form.OPEN: open_,
    }
    return Asked(
        next((form for form, fit in fits.items() if fit), Form.FACT),
        several or open_,
        _operation(question, kind),
        kind,
    )


def _operation(question: str, kind: Kind) -> Operation | None:
    """Return what is done with the answers: more than a few wordings ask it where all compares."""
    if kind is Kind.COMPARISON:
        return operation_of(question)
    if ASKS_DIFFERENCE.search(question):
        return Operation.DIFFERENCE
    return Operation.SUM if ASKS_SUM.search(question) else None
