"""What a question asks to be reckoned with several figures, by its own words."""

from dataclasses import dataclass
from enum import StrEnum

from index.language.english.comparing import reckoning as words
from index.language.english.comparing import whether
from index.language.english.comparing.sides import COMPARED_BY
from qa.question.comparing.operations import Operation, operation_of
from qa.text.words import years


class Reckoning(StrEnum):
    """What is done with figures; of several that fit a question the first one is meant."""

    SHARE = "share"
    TIMES = "times"
    DIFFERENCE = "difference"
    SUM = "sum"
    MEAN = "mean"
    REST = "rest"


_SHAPES = {
    Reckoning.SHARE: words.SHARE,
    Reckoning.TIMES: words.TIMES,
    Reckoning.DIFFERENCE: words.SEPARATES,
    Reckoning.SUM: words.SUM,
    Reckoning.MEAN: words.MEAN,
    Reckoning.REST: words.REST,
}


def reckoning_of(question: str) -> Reckoning | None:
    """Return what a question asks to be reckoned; None for a fact, and for an order."""
    asked = next((name for name, shape in _SHAPES.items() if shape.search(question)), None)
    return asked or (Reckoning.DIFFERENCE if words.CHANGED.search(question) else None)


def order_of(question: str) -> Operation | None:
    """Return which of several a question asks for: the most, the least, the first or the last."""
    asked = None if whether.TURNS_ROUND.search(question) else operation_of(question)
    ordering = (Operation.MOST, Operation.LEAST, Operation.FIRST, Operation.LAST)
    return asked if asked in ordering else None


def with_year_before(question: str) -> str:
    """Return a question with "the year before" as the year before the only one that it names."""
    told = years(question)
    return words.YEAR_BEFORE.sub(str(int(min(told)) - 1), question) if len(told) == 1 else question


def asks_both(question: str) -> bool:
    """Tell whether a question asks for the most and the least of all."""
    return all(COMPARED_BY[end].search(question) for end in ("most", "least"))


def asks_verdict(question: str) -> bool:
    """Tell whether a question asks for yes or no, not which of two."""
    return bool(whether.ASKS_WHETHER.search(question)) and not words.OR.search(question)


def change_of(question: str) -> int:
    """Return whether a question asks if something rose (1) or fell (-1); 0 for neither."""
    up, down = (bool(shape.search(question)) for shape in (whether.GOES_UP, whether.GOES_DOWN))
    turned = whether.TURNS_ROUND.search(question)
    return up - down if asks_verdict(question) and not turned else 0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The question for each text, what it is about, and whether dates answer it."""

    asked: str
    about: str
    dated: bool = False


def disagreement_of(question: str) -> Disagreement | None:
    """Return what two texts are asked for that tell it otherwise; None for any other question."""
    for shape, template in words.DIFFER.items():
        if found := shape.search(question):
            parts = {"unit": "", **{key: text or "" for key, text in found.groupdict().items()}}
            dated = parts["unit"].lower() in words.OF_TIME
            asked = (words.WHEN_WAS if dated else template).format(**parts)
            return Disagreement(asked, parts["of"], dated)
    return None
