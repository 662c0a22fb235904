"""What a statement would say with another figure of its evidence.

A sentence that holds several figures of a kind is where a reader takes the wrong one: "88,400 in
2022 and 84,800 in 2023".
"""

from collections.abc import Iterator, Sequence
from functools import partial

from index.dates import Date
from qa.checking.claims import Token, figures
from qa.checking.likeness import alike
from qa.text.numbers.ranges import Quantity
from qa.types import Found

_MOST = 3


def rivals(statement: str, found: Found, question: str) -> list[tuple[str, str]]:
    """Return statements with other figures in the place of a short answer, each with its own.

    None where the answer is no single figure, the statement does not hold it, or the statement
    leaves out a figure of the question: without its year another year's figure would be as true.
    """
    told, stated = figures(found.answer), figures(statement)
    if len(told) != 1 or not all(map(partial(_has, stated), figures(question))):
        return []
    said = next((token for token in stated if _is_same(token, told[0])), None)
    if said is None or statement.count(said.text) != 1:
        return []
    others = _others(said, figures(found.evidence.text), stated)
    texts = dict.fromkeys(other.text for other in others)
    return [(statement.replace(said.text, text), text) for text in texts][:_MOST]


def _has(figures: Sequence[Token], figure: Token) -> bool:
    return any(alike(one, figure) or alike(figure, one) for one in figures)


def _others(said: Token, evidence: Sequence[Token], statement: Sequence[Token]) -> Iterator[Token]:
    for token in evidence:
        if _of_a_kind(said, token) and not any(alike(other, token) for other in statement):
            yield token


def _of_a_kind(one: Token, other: Token) -> bool:
    """Tell whether two figures may stand for each other: amounts of one unit, days, or years."""
    this, that = one.what, other.what
    if isinstance(this, Quantity) and isinstance(that, Quantity):
        return not this.unit or bool(this.unit & that.unit)
    if isinstance(this, Date) and isinstance(that, Date):
        return (bool(this.month), bool(this.day)) == (bool(that.month), bool(that.day))
    return False


def _is_same(said: Token, told: Token) -> bool:
    """Tell whether a statement's figure is that of the answer, which may have lost its unit."""
    this, that = said.what, told.what
    if isinstance(this, Quantity) and isinstance(that, Quantity):
        return (this.low, this.high) == (that.low, that.high)
    return alike(said, told)
