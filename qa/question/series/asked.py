"""What is asked over a series of articles: a task, the question for each, and a bound."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Task(StrEnum):
    """What is done with what the articles of a series tell."""

    MOST = "most"
    LEAST = "least"
    SUM = "sum"
    AVERAGE = "average"
    DIFFERENCE = "difference"
    MEETING = "those that meet a bound"
    HOLDING = "those that say something"
    VALUES = "each value once"
    FIRST = "the first that says something"
    LAST = "the last that says something"
    EACH = "each by itself"
    SPAN = "each by itself, and the sum"


@dataclass(frozen=True, slots=True)
class Bound:
    """What a figure is held against: above, below, at least, at most or exactly a number."""

    name: str
    number: Decimal

    def holds(self, value: Decimal) -> bool:
        """Tell whether a value keeps to it."""
        match self.name:
            case "above":
                return value > self.number
            case "below":
                return value < self.number
            case "least":
                return value >= self.number
            case "most":
                return value <= self.number
        return value == self.number


@dataclass(frozen=True, slots=True)
class OverSeries:
    """A task, and the question for one article; a bound where one is named."""

    task: Task
    asked: str
    bound: Bound | None = None
