"""What a question asks for: decided once, from its own words, and passed on."""

from dataclasses import dataclass
from enum import StrEnum

from index.language.english.questions import (
    ASKS_ALL,
    ASKS_DIFFERENCE,
    ASKS_SEVERAL,
    ASKS_SUM,
    COMPARES,
    HOW_MANY,
    OPEN_QUESTION,
)
from qa.question.comparing.operations import Operation, operation_of
from qa.question.kinds import Kind
from qa.text.numbers.quantities import readings


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


def asked_unit(question: str) -> frozenset[str]:
    """Return the unit that a question asks for, as in "how many tonnes"; empty for none."""
    asked = HOW_MANY.search(question)
    told = next(iter(readings(f"2 {asked[1]}")), None) if asked else None
    return told.quantity.unit if told else frozenset()


def _operation(question: str, kind: Kind) -> Operation | None:
    """Return what is done with the answers; where facts are compared for sure more words ask it."""
    if kind is Kind.COMPARISON:
        return operation_of(question)
    if ASKS_DIFFERENCE.search(question):
        return Operation.DIFFERENCE
    return Operation.SUM if ASKS_SUM.search(question) else None
