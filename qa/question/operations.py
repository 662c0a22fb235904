"""What a question asks to be done with two facts."""

from enum import StrEnum


class Operation(StrEnum):
    """What is done with two facts: two numbers are reckoned with, or one of them comes first."""

    DIFFERENCE = "difference"
    SUM = "sum"
    MOST = "most"
    LEAST = "least"
    FIRST = "first"
    LAST = "last"


RECKONED = (Operation.DIFFERENCE, Operation.SUM)
BY_DATE = (Operation.FIRST, Operation.LAST)
