"""What stands around a number and belongs to it: sign, scale, unit, rate, bound."""

import re
from decimal import Decimal

from index.language.english import numbers as english
from index.language.european import LETTERS_OF_WORDS
from qa.text.numbers import units, words
from qa.text.numbers.units import Meanings

_BEHIND = 24  # characters before a number that may say something of it
_SCALE_FORMS = "|".join(sorted([*words.SCALES, english.DOZEN], key=len, reverse=True))
_SCALE = re.compile(rf"[\s-]?(?P<scale>{_SCALE_FORMS})\b(?!['’])", re.I)
_SIGN = re.compile(rf"(?:(?<![\w.)%])[-−–]|{english.MINUS})$", re.I)
_NAME_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,6}(?<!s)-$")  # COVID-19
_GLUED = re.compile(rf"[{LETTERS_OF_WORDS}]|[.]\d")


def currency_before(text: str, start: int) -> tuple[Meanings, int]:
    """Return the currency before a place, and where it begins; nothing and the place for none."""
    money = units.prefix().search(text, max(0, start - 5), start)
    return (units.meaning(money.group()), money.start()) if money else (frozenset(), start)


def sign_before(text: str, start: int) -> int | None:
    """Return where the minus before a place begins; None for no minus."""
    sign = _SIGN.search(text, max(0, start - 9), start)
    return sign.start() if sign else None


def bound_before(text: str, start: int) -> str:
    """Return what the words before a number make of it; "" for nothing."""
    bound = _bound(text, start)
    if not bound:
        return ""
    words_before = max(0, bound.start() - _BEHIND), bound.start()
    if bound[1].lower() == english.UP_TO and english.GOES.search(text, *words_before):
        return ""  # it "goes up to 5"
    return english.BOUNDS[bound[1].lower()]


def start_of_bound(text: str, start: int) -> int:
    """Return where the words that bound a number begin; its own place when none do."""
    bound = _bound(text, start)
    return bound.start(1) if bound else start


def _bound(text: str, start: int) -> re.Match[str] | None:
    return english.BOUND.search(text, max(0, start - _BEHIND), start)


def scale_behind(text: str, end: int, *, is_money: bool, is_digits: bool) -> tuple[Decimal, int]:
    """Return what the words or letters behind a number multiply it by, and where they end.

    A letter is a scale behind money ("GBP 5m"); else "k" and a capital "M" or "B" that touch
    digits.
    """
    factor = Decimal(1)
    while match := _SCALE.match(text, end):
        scale, touches = match["scale"], match.start("scale") == end
        may_be_letter = is_digits and touches and (is_money or scale in english.SURE_LETTERS)
        if scale.lower() in words.LETTERS and not may_be_letter:
            break
        factor, end = factor * words.scale_of(scale), match.end()
    return factor, end


def unit_behind(text: str, end: int) -> tuple[Meanings, int]:
    """Return what the unit behind a place may mean, and where it ends; nothing for no unit."""
    match = units.suffix().match(text, end)
    found = units.meaning(match["unit"]) if match else frozenset()
    return found, match.end() if match and found else end


def rate_behind(text: str, end: int) -> tuple[str, int]:
    """Return what a quantity is a rate of ("a month"), and where that ends; "" for no rate."""
    match = english.PER.match(text, end)
    if not match:
        return "", end
    forms = units.meaning(match["per"])
    if not forms and match.group().strip()[:3].lower() not in english.SURELY_PER:
        return "", end
    return (min(forms) if forms else match["per"].lower()), match.end()


def is_label(text: str, digits: re.Match[str], end: int, *, is_money: bool) -> bool:
    """Tell whether digits are part of a name: B12, 4.1.3, 5x, COVID-19.

    `end` is the end of the scale or unit that was found behind them.
    """
    start, is_bare = digits.start(), end == digits.end() and not digits["ordinal"]
    before = text[max(0, start - 1) : start]
    if (is_bare and _GLUED.match(text, end)) or (not is_money and _is_letter(before)):
        return True
    name = _NAME_BEFORE.search(text, max(0, start - _BEHIND), start)
    return name is not None and name.group()[0].isupper()


def _is_letter(text: str) -> bool:
    return text.isascii() and text.isalpha()
