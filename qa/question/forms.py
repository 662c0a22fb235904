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


class Form(StrEnum):
    """How much of the articles answers a question; of several that fit, the first one is meant."""

    ALL = "all there is"
    COMPARISON = "comparison"
    SEVERAL = "several things, or an explanation"
    OPEN = "open"
    FACT = "one fact"


class Reckoning(StrEnum):
    """What is to be computed from two numbers."""

    DIFFERENCE = "Difference"
    SUM = "Sum"


_OF_KINDS = {
    Kind.COMPARISON: Form.COMPARISON,
    Kind.WHY: Form.SEVERAL,
    Kind.HOW: Form.SEVERAL,
    Kind.LIST: Form.SEVERAL,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for. `whole`: it is so open that it may want all of a sentence."""

    form: Form
    whole: bool = False
    reckoning: Reckoning | None = None
    kind: Kind = Kind.FACT


def what_is_asked(question: str, kind: Kind = Kind.FACT) -> Asked:
    """Tell what a question of a kind asks for.

    A follow-up tells it by its own words, not by those of the questions before it.
    """
    of_kind = _OF_KINDS.get(kind)
    several, open_ = bool(ASKS_SEVERAL.search(question)), bool(OPEN_QUESTION.search(question))
    fits = {
        Form.ALL: bool(ASKS_ALL.search(question)),
        Form.COMPARISON: of_kind is Form.COMPARISON or bool(COMPARES.search(question)),
        Form.SEVERAL: of_kind is Form.SEVERAL or several,
        Form.OPEN: open_,
    }
    return Asked(
        next((form for form, fit in fits.items() if fit), Form.FACT),
        several or open_,
        _reckoning(question),
        kind,
    )


def _reckoning(question: str) -> Reckoning | None:
    if ASKS_DIFFERENCE.search(question):
        return Reckoning.DIFFERENCE
    return Reckoning.SUM if ASKS_SUM.search(question) else None
