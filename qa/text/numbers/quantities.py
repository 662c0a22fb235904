"""Quantities in a text: value with scale, unit or currency, sign, range and bound.

Two that are the same in another form are equal: 25.412 billion yuan and RMB 25,412 million,
13.91 % and 13.91 per cent.
"""

import re
from dataclasses import replace

from index.dates import Found, dates, meets
from qa.text.numbers import surroundings
from qa.text.numbers.forms import NUMBER, scale_within, value
from qa.text.numbers.marks import marks, without_marks
from qa.text.numbers.ranges import Quantity, Reading, joined


def readings(text: str, times: list[Found] | None = None) -> list[Reading]:
    """Return the quantities of a text in order, without those in a date or a time.

    The mark of a note is none, and parts no number from its unit.
    """
    if marks(text):
        plain, places = without_marks(text)
        return [_put_back(reading, places) for reading in _readings(plain, dates(plain))]
    return _readings(text, dates(text) if times is None else times)


def _put_back(reading: Reading, places: list[int]) -> Reading:
    """Return a reading with the places of the text that its marks were taken from."""
    starts = {name: places[getattr(reading, name)] for name in ("start", "first")}
    ends = {name: places[getattr(reading, name) - 1] + 1 for name in ("end", "last")}
    return replace(reading, **starts, **ends)


def _readings(text: str, times: list[Found]) -> list[Reading]:
    found: list[Reading] = []
    end = 0
    for match in NUMBER.finditer(text):
        if match.start() < end or meets(times, *match.span()):
            continue
        if reading := _reading(text, match):
            found.append(reading)
            end = reading.end
    return list(joined(text, found))


def _reading(text: str, match: re.Match[str]) -> Reading | None:
    number = value(match)
    if number is None:
        return None
    digits, ordinal = bool(match["plain"]), bool(match["ordinal"] or match["nth"])
    unit, start = surroundings.currency_before(text, match.start())
    is_money = start < match.start()
    factor, last = surroundings.scale_behind(text, match.end(), is_money=is_money, is_digits=digits)
    end = last
    if not unit and not ordinal:
        unit, end = surroundings.unit_behind(text, end)
    if digits and surroundings.is_label(text, match, end, is_money=is_money):
        return None
    sign = surroundings.sign_before(text, start)
    if sign is not None:
        number, start = -number, sign
    per, end = surroundings.rate_behind(text, end)
    amount, bound = number * factor, surroundings.bound_before(text, start)
    quantity = Quantity(amount, amount, unit, per, bound, ordinal)
    return Reading(quantity, start, end, match.start(), last, factor * scale_within(match))


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range of a text, widened to the whole of the quantities that it meets.

    "20 billion" -> "more than 20 billion yuan"
    """
    for reading in readings(text):
        if reading.start < end and reading.end > start:
            first = surroundings.start_of_bound(text, reading.start)
            start, end = min(start, first), max(end, reading.end)
    return start, end
