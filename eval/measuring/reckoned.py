"""Work out again what an answer reckons, by itself: "The sum is 37 (11 + 26).", "4 (2 to 6)"."""

import re
from collections.abc import Callable
from decimal import Decimal

_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_FIGURE = r"\d[\d,]*(?:\.\d+)?"
_RESULT = re.compile(
    rf"(?P<value>[£$€¥₹]?{_FIGURE}[^().\n]*) \((?P<sum>(?:[^()\n]|\([^()\n]*\))+)\)"
)
_PARTS = re.compile(r" ([−+÷×]|of|to) ")
_WORDS = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}


def without_results(text: str, holds: Callable[[str], bool]) -> str:
    """Return a text without the results that are right, and the figures they are made of.

    `holds` tells whether the quotes have a figure; the names beside the figures stay.
    """
    return _RESULT.sub(
        lambda match: _names(match["sum"]) if _is_right(match, holds) else match[0], text
    )


def _names(parts: str) -> str:
    return re.sub(rf"[£$€¥₹]?{_FIGURE}[\w%]*|[()−+÷×]", " ", parts)


def _is_right(match: re.Match[str], holds: Callable[[str], bool]) -> bool:
    pieces = _PARTS.split(match["sum"].replace("(", "").replace(")", ""))
    operands, signs = pieces[::2], pieces[1::2]
    figures = [_figure(part) for part in operands]
    if not signs or not all(figures):
        return False
    values = [_value(figure) for figure in figures]
    held = [holds(figure) or _counts(number, signs) for number, figure in enumerate(figures)]
    told, place = _value(match["value"]), _last_place(match["value"])
    if "of" in signs:
        told, place = told / 100, place / 100
    off = abs(_worked_out(values, signs) - told)
    return all(held) and off <= (place / 2 if {"÷", "of"} & set(signs) else 0)


def _last_place(written: str) -> Decimal:
    """Return what the last digit of a figure counts."""
    behind = re.search(r"\d\.(\d+)", written)
    return Decimal(1).scaleb(_scale(written) - len(behind[1] if behind else ""))


def _counts(number: int, signs: list[str]) -> bool:
    """Tell whether a figure only counts the others: "2 × ...", "(...) ÷ 3"."""
    times = number < len(signs) and signs[number] == "×"
    return times or (number == len(signs) > 1 and signs[-1] == "÷")


def _worked_out(values: list[Decimal], signs: list[str]) -> Decimal:
    if signs == ["of"]:
        return values[0] / values[1]
    if signs == ["to"]:  # "54 (187 to 241)"
        return abs(values[1] - values[0])
    if signs[-1] == "÷":
        whole = _worked_out(values[:-1], signs[:-1]) if signs[1:] else values[0]
        return whole / values[-1]
    terms, adds = [values[0]], [Decimal(1)]
    for sign, value in zip(signs, values[1:], strict=True):
        if sign == "×":
            terms[-1] *= value
        else:
            terms.append(value)
            adds.append(Decimal(-1 if sign == "−" else 1))
    return sum((term * add for term, add in zip(terms, adds, strict=True)), Decimal(0))


def _figure(part: str) -> str:
    """Return the last figure of an operand with what is written around it; "" for none."""
    found = re.findall(rf"[£$€¥₹]?{_FIGURE}(?: ?%| (?:{'|'.join(_SCALES)}))?", part)
    word = next((name for name in reversed(part.lower().split()) if name in _WORDS), "")
    return found[-1] if found else word


def _value(written: str) -> Decimal:
    number = re.search(_FIGURE, written)
    if number is None:
        return Decimal(_WORDS.get(written.lower(), 0))
    return Decimal(number[0].replace(",", "")).scaleb(_scale(written))


def _scale(written: str) -> int:
    scales = (power for word, power in _SCALES.items() if re.search(rf"\b{word}\b", written))
    return next(scales, 0)
