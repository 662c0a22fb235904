"""The forms in which a text writes a number, and the value of each."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from index.language import east_asian
from index.language.english import numbers as english
from index.language.european import LETTERS_OF_WORDS
from qa.text.numbers import words

_DIGITS = (
    r"\d{1,3}(?:\.\d{3})+,\d+(?!\d)|"  # 1.234,5
    r"\d{1,3}(?:\.\d{3}){2,}(?!\d)|"  # 1.234.567
    r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?(?!\d)|"  # 1,23,456
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|"  # 1,234.5
    r"\d{1,3}(?:[\u00a0\u202f\u2009'’]\d{3})+(?!\d)|"  # 1'234
    r"\d{1,3}(?: \d{3}){2,}(?!\d)|"  # 1 234 567
    r"\d+,\d{1,2}(?!\d)(?!,\d)|"  # 25,4
    r"\d+(?:\.\d+)?"
)
_GROUPS = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_COMMA_IS_POINT = re.compile(r"\d+,\d{1,2}|\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}")
_MINUS = str.maketrans("−–", "--")
# No letter before; Chinese is written without spaces.
_FREE = rf"(?<![0-9{LETTERS_OF_WORDS}])"
# The number is in the group that is named after its form.
_FORMS = (
    # 3/4, 1 3/4
    r"(?<![\w.])(?<!\d,)(?:(?P<whole>\d+)[\s-])?"
    r"(?P<over>\d{1,3})[/⁄](?P<under>\d{1,3})(?![\w/]|[.,]\d)",
    # 5亿3000万
    rf"{_FREE}(?<![.])(?<!\d,){east_asian.SCALED_DIGITS}",
    # 10⁴, 5 × 10⁶, 5 × 10^6, 2^10
    rf"{_FREE}(?<!\d[.,])(?:(?P<times>{_DIGITS})\s?[×x·⋅*]\s?)?"
    r"(?:10(?P<power>[⁺⁻]?[⁰¹²³⁴-⁹]{1,2})(?![⁰¹²³⁴-⁹])|"
    r"(?P<base>[1-9]\d{0,2}(?:\.\d{1,3})?)\^"
    r"(?:(?P<caret>[-+−–]?\d{1,2})|\((?P<bracketed>[-+−–]?\d{1,2})\))(?!\d|[.,]\d|\^))",
    # 1½
    rf"{_FREE}(?<!\d[.,])(?P<digits>{_DIGITS})?(?P<glyph>[{''.join(words.GLYPHS)}])",
    # 1,234.5, 13th
    rf"(?:{_FREE}|(?<=[a-z]{{3}}))(?<!\d[.,])(?P<plain>{_DIGITS})"
    rf"(?P<ordinal>{english.ORDINAL_ENDING})?(?![.]\d|[{LETTERS_OF_WORDS}]*\d)",
    *english.FORMS,
    east_asian.NUMERALS,
)
NUMBER = re.compile("|".join(_FORMS), re.I)


def value(match: re.Match[str]) -> Decimal | None:
    """Return the value of a match of `NUMBER`; None for what only looks like a number."""
    found = match.groupdict()
    return next(read(found) for group, read in _VALUES.items() if found[group])


def scale_within(match: re.Match[str]) -> Decimal:
    """Return what a Chinese scale multiplies the digits of a number by: 8万; 1 for no scale."""
    scaled = east_asian.ONE_SCALE.fullmatch(match["cjkd"] or "")
    return (words.cjk_value(scaled[0]) or 0) / Decimal(scaled[1]) if scaled else Decimal(1)


def decimal(digits: str) -> Decimal:
    """Read digits with any grouping: 1,234.5 and 1.234,5 and 1,23,456 and 25,4."""
    plain = _GROUPS.sub("", digits)
    if _COMMA_IS_POINT.fullmatch(plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    return Decimal(plain.replace(",", ""))


_Groups = dict[str, str]


def _fraction(found: _Groups) -> Decimal | None:
    whole, over, under = (int(found[name] or 0) for name in ("whole", "over", "under"))
    return whole + words.ratio(over, under) if under else None


def _with_glyph(found: _Groups) -> Decimal:
    return decimal(found["digits"] or "0") + words.ratio(*words.GLYPHS[found["glyph"]])


def _power(found: _Groups) -> Decimal:
    written = found["power"] or found["caret"] or found["bracketed"]
    power = int(unicodedata.normalize("NFKC", written).translate(_MINUS))
    return decimal(found["times"] or "1") * Decimal(found["base"] or 10) ** power


def _part(found: _Groups) -> Decimal:
    first, part = _ten_and_one(found["part"])
    over = english.UNITS.index(first) if first in english.UNITS else 1
    return words.ratio(over, english.PARTS[part])


def _ordinal(found: _Groups) -> Decimal:
    ten, one = _ten_and_one(found["nth"])
    return Decimal((10 * english.TENS.index(ten) + 20 if ten else 0) + english.ORDINALS[one])


def _ten_and_one(written: str) -> tuple[str, str]:
    first, _, last = written.lower().replace("-", " ").rpartition(" ")
    return first, last


def _dozens(found: _Groups) -> Decimal:
    return Decimal("0.5" if english.HALF in found["dozen"].lower() else 1)


def _worded(found: _Groups) -> Decimal | None:
    whole = words.run_value(found["run"])
    if whole is None or found["run"].lower() == english.ONE:
        return None  # "one" is seldom a count
    if found["point"]:
        digits = (english.UNITS.index(word) for word in found["point"].lower().split()[1:])
        whole += Decimal("0." + "".join(map(str, digits)))
    if found["half"]:
        whole += words.ratio(1, english.PARTS[found["half"].split()[-1].lower()])
    return whole


_VALUES: dict[str, Callable[[_Groups], Decimal | None]] = {
    "under": _fraction,
    "power": _power,
    "base": _power,
    "glyph": _with_glyph,
    "plain": lambda found: decimal(found["plain"]),
    "cjkd": lambda found: words.cjk_value(found["cjkd"]),
    "cjk": lambda found: words.cjk_value(found["cjk"]),
    "part": _part,
    "nth": _ordinal,
    "dozen": _dozens,
    "run": _worded,
}
