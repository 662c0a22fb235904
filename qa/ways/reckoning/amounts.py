"""Amounts as a text writes them, and results in the same writing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from text_to_num import text2num

from index.language.english import CODE
from index.language.english.comparing.reckoning import MULTIPLE
from qa.text.inflection import lemmas
from qa.text.numbers.quantities import readings
from qa.text.numbers.ranges import Reading
from qa.text.words import content_words
from qa.writing.comparing.arithmetic import written

_CENTLESS = 1_000_000
_CENTS = re.compile(r"\d[.,]\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what stands around it: "£", " km". `money` has cents where others have."""

    value: Decimal
    shown: str
    before: str = ""
    behind: str = ""
    measure: frozenset[str] = frozenset()
    per: str = ""


def amount_of(text: str, reading: Reading) -> Amount:
    """Return a reading of a text as an amount."""
    quantity = reading.quantity
    before = text[reading.start : reading.first] if quantity.low >= 0 else ""
    shown, behind = text[reading.start : reading.end], text[reading.last : reading.end]
    return Amount(quantity.low, shown, before, behind, quantity.unit, quantity.per)


def amount_in(text: str) -> Amount | None:
    """Return the only amount of a text, None for none, several or a range."""
    found = readings(text)
    if len(found) != 1 or found[0].quantity.low != found[0].quantity.high:
        return None
    return amount_of(text, found[0])


def alike(amounts: Sequence[Amount]) -> bool:
    """Tell whether amounts are of one unit, or have none."""
    return len({one.measure for one in amounts}) == 1


def result(value: Decimal, amounts: Sequence[Amount]) -> str:
    """Write a result as its operands are written: with their sign, unit and cents."""
    before = {one.before for one in amounts}
    units = [one.behind for one in amounts if one.behind.strip()]
    has_cents = any(_CENTS.search(one.shown) for one in amounts) and len(before - {""}) == 1
    number = f"{value:,.2f}" if has_cents and abs(value) < _CENTLESS else written(value)
    unit = min(units, key=len, default="") if alike(amounts) else ""
    return f"{before.pop() if len(before) == 1 else ''}{number}{unit}"


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Return a value with at most so many places behind the point."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP).normalize()


def multiples(question: str, names: Sequence[str]) -> dict[str, int]:
    """Return how many times a row counts: "two singles"."""
    found = {}
    for match in MULTIPLE.finditer(question):
        number = match["times"]
        count = int(number) if number.isdigit() else int(text2num(number, CODE))
        meant = [name for name in names if lemmas(match["what"].lower()) & content_words(name)]
        if len(meant) == 1:
            found[meant[0]] = count
    return found
