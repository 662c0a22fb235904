"""What a question asks to be done with two facts."""

from enum import StrEnum

from index.language.english.comparing.sides import COMPARED_BY


class Operation(StrEnum):
    """What is done with two facts: two numbers are reckoned with, or one of them comes first."""

    DIFFERENCE = "difference"
    SUM = "sum"
    TIMES = "times"
    MOST = "most"
    LEAST = "least"
    FIRST = "first"
    LAST = "last"
    APART = "apart"  # in time


RECKONED = (Operation.DIFFERENCE, Operation.SUM, Operation.TIMES)
BY_DATE = (Operation.FIRST, Operation.LAST, Operation.APART)


def operation_of(question: str) -> Operation | None:
    """Return what a question that compares asks to be done."""
    return next(
        (Operation(name) for name, shape in COMPARED_BY.items() if shape.search(question)), None
    )
