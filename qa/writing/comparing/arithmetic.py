"""Differences, sums and quotients of two numbers that quotes hold, written with both operands."""

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal

from index.language.english.comparing.reckoning import TIMES_OF
from index.language.english.numbers import FROM, HELD_AGAINST, PERCENTAGE_POINTS, TO, WRITTEN_SCALES
from qa.question.comparing.operations import RECKONED, Operation
from qa.text.words import numbers
from qa.writing.comparing.operands import (
    Operand,
    are_near,
    groups,
    has_unit,
    is_alike,
    is_told,
    operands,
)

_RECKON: dict[Operation | None, Callable[[Decimal, Decimal], Decimal]] = {
    Operation.DIFFERENCE: operator.sub,
    Operation.SUM: operator.add,
    Operation.TIMES: lambda one, two: round(one / two, 2) if two else Decimal(0),
}
_SHORT = 4  # words of a short answer
_SMALLEST_WHOLE = 1000  # a smaller number may be short for thousands or millions


def computed(operation: Operation | None, quotes: Sequence[str], *, compares: bool = False) -> str:
    """Return a sentence with the difference, the sum or the quotient that is asked for.

    "" when the quotes leave any doubt. The operands are "from 5 to 8" in one quote (a difference
    only), or the only numbers of two quotes, in one unit; where the question `compares` for sure,
    one of them may also have no unit, both where the quotes are short answers, or they are the only
    two of one quote that measure or count one thing. Years do not count. The result must not stand
    there already.
    """
    if operation not in RECKONED:
        return ""
    differ = operation is Operation.DIFFERENCE
    times = operation is Operation.TIMES
    pair = _pair(quotes, differ) or (_pair_compared(quotes) if compares else None)
    if pair is None:
        return ""
    one, two = pair
    value = _RECKON[operation](one.number.value, two.number.value)
    if value <= 0 or value in {number.value for quote in quotes for number in numbers(quote)}:
        return ""
    if times:
        return TIMES_OF.format(
            value=written(value), parts=f"{one.sign}{one.written} ÷ {two.sign}{two.written}"
        )
    sign = one.sign if one.sign == two.sign else ""
    shown = f"{sign}{written(value)} {_shared_unit(one, two)}".rstrip()
    both = f"{one.sign}{one.written} {'−' if differ else '+'} {two.sign}{two.written}"
    return f"The {operation} is {shown} ({both})."


def figure_of(result: str) -> str:
    """Return the figure of such a sentence, which stands between its verb and its operands."""
    return result[: result.rfind(" (")].rpartition(" is ")[2]


def _shared_unit(one: Operand, two: Operand) -> str:
    if one.number.percent:
        return PERCENTAGE_POINTS
    return one.unit if one.unit == two.unit else ""


def _pair(quotes: Sequence[str], asks_difference: bool) -> tuple[Operand, Operand] | None:
    """Return the two operands, the greater first."""
    match [operands(quote) for quote in quotes]:
        case [[one, two]] if asks_difference and (one.after, two.after) == (FROM, TO):
            pass
        case [[one], [two]] if one.unit == two.unit and all(map(has_unit, (one, two))):
            pass
        case _:
            return None
    if one.number.percent != two.number.percent or _shares_scale(one, two):
        return None
    return (one, two) if one.number.value >= two.number.value else (two, one)


def _pair_compared(quotes: Sequence[str]) -> tuple[Operand, Operand] | None:
    """Return the only numbers of two quotes, or the only two of one that are alike, if any."""
    match [operands(quote) for quote in quotes]:
        case [[one], [two]]:
            told = is_told(one) or is_told(two) or _are_short(quotes, one, two)
            pairs = [[one, two]] if told and is_alike(one, two) else []
        case [found]:
            held = bool(HELD_AGAINST.search(quotes[0]))
            pairs = [two for two in groups(found) if len(two) == 2 and _go_together(two, held)]
        case _:
            return None
    if len(pairs) != 1:
        return None
    one, two = sorted(pairs[0], key=lambda operand: -operand.number.value)
    return one, two


def _go_together(pair: Sequence[Operand], held_against: bool) -> bool:
    """Tell whether two numbers of a sentence are of one thing for sure.

    Both have a unit, or one has while they are near, or the sentence holds near ones against
    each other. The ends of a range are no two numbers: "1 to 3.5 points lower".
    """
    if len({operand.written for operand in pair}) < len(pair):
        return False
    told = [is_told(operand) for operand in pair]
    return all(told) or (are_near(*pair) and (any(told) or held_against))


def _are_short(quotes: Sequence[str], one: Operand, two: Operand) -> bool:
    """Tell whether two bare numbers are short answers to one question: near, and little else."""
    return all(len(quote.split()) <= _SHORT for quote in quotes) and are_near(one, two)


def _shares_scale(one: Operand, two: Operand) -> bool:
    """Tell whether the first number may mean the scale behind the second: "from 5 to 8 million"."""
    is_bare = one.written[-1].isdigit() and one.number.value < _SMALLEST_WHOLE
    return bool(one.after) and is_bare and two.written[-1].isalpha()


def written(value: Decimal) -> str:
    """Write a number as articles do: 4.28 million, 183,939."""
    for name, scale in WRITTEN_SCALES.items():
        if value >= Decimal(10) ** scale:
            return f"{_plain(value.scaleb(-scale))} {name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
