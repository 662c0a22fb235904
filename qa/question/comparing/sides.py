"""A question that compares two sides, as two questions: one for each.

"Who had more draws, Ayle or Brone?" asks for the draws of each; "more riders in 2022
than in 2023" for the riders of each year.
"""

from dataclasses import dataclass

from index.language.english.comparing.own import SIDE
from index.language.english.comparing.sides import ASKS_WHEN, GOES_ON_AFTER_DASH, POINTS, SIDES
from index.language.english.questions import ADDS
from qa.question.comparing.operations import Operation, operation_of
from qa.question.comparing.own import asked_for_itself
from qa.text.words import numbers

_EDGES = " ,;:?.!-–—"


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sides by name, the question for each, and what is done with the answers."""

    names: tuple[str, str]
    questions: tuple[str, str]
    operation: Operation | None = None


def sides_of(question: str) -> Sides | None:
    """Return the two sides of a question, None for one that does not name them in parallel."""
    for shape in SIDES:
        found = shape.search(question)
        if found and (one := found["one"].strip(_EDGES)) and (two := found["two"].strip(_EDGES)):
            if one.lower() == two.lower() or POINTS.match(one) or POINTS.match(two):
                return None
            head, tail = question[: found.start("one")], question[found.end("two") :]
            operation = operation_of(question)
            if "link" in found.groupdict():  # "how many months after A was B ..."
                return _apart(one, two, found["link"], found["rest"])
            asked = f"{head}{SIDE}{GOES_ON_AFTER_DASH.sub('?', tail)}"
            both = asked_for_itself(asked, one), asked_for_itself(asked, two)
            return Sides((one, two), both, operation)
    return None


def has_both_sides(question: str, text: str) -> bool:
    """Tell whether a text has the numbers of both sides that a question names, if it names two."""
    sides = sides_of(question)
    return sides is None or all(numbers(name) <= numbers(text) for name in sides.names)


def compared_with_itself(question: str) -> str:
    """Return what a question names as both of its sides, "" where they differ."""
    found = next((match for shape in SIDES if (match := shape.search(question))), None)
    one, two = (found[side].strip(_EDGES) for side in ("one", "two")) if found else ("", "")
    return one if one.lower() == two.lower() else ""


def _apart(one: str, two: str, link: str, rest: str) -> Sides:
    """Return the sides of "How many months after A was B sold?": when each was sold."""
    first, second = (ASKS_WHEN.format(link=link, name=name, rest=rest) for name in (one, two))
    return Sides((one, two), (first, second), Operation.APART)


def asks_to_reckon(question: str) -> bool:
    """Tell whether a question asks how far two named sides are apart, or what two things add to."""
    sides = sides_of(question)
    differ = sides is not None and sides.operation is Operation.DIFFERENCE
    return differ or bool(ADDS.search(question))
