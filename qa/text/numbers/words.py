"""Numbers written as words, in English and with Chinese numerals: the value of a run of them."""

import re
import unicodedata
from decimal import Decimal

import cn2an
from text_to_num import text2num

from index.language import east_asian, european
from index.language.english import CODE
from index.language.english import numbers as english

SCALES = {**english.SCALES, **european.SCALES}  # powers of ten
LETTERS = english.LETTERS | european.LETTERS


def _parts_of(glyph: str) -> tuple[int, int]:
    over, under = unicodedata.normalize("NFKC", glyph).split("⁄")
    return int(over), int(under)


GLYPHS = {glyph: _parts_of(glyph) for glyph in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}


def ratio(over: int, under: int) -> Decimal:
    """Return a fraction as a number, rounded alike wherever it stands."""
    return Decimal(over) / Decimal(under)


def scale_of(word: str) -> Decimal:
    """Return what a word or letter behind a number multiplies it by."""
    low = word.lower()
    return Decimal(12) if low == english.DOZEN else Decimal(10) ** SCALES[low]


def run_value(run: str) -> Decimal | None:
    """Return the value of English number words that belong together.

    None when they are no single number.
    """
    plain = english.A_SCALE.sub(f"{english.ONE} ", run.lower())
    words = re.sub(r"[\s-]+", " ", plain).strip()
    factor = 1
    while match := english.INDIAN_SCALE.search(words):
        factor, words = factor * 10 ** SCALES[match[1]], words[: match.start()]
    try:
        return Decimal(text2num(words, CODE) * factor)
    except ValueError:
        return _year(words)


def _year(words: str) -> Decimal | None:
    """Read "nineteen eighty-four"; text2num does not."""
    first, _, rest = words.partition(" ")
    try:
        century, year = text2num(first, CODE), text2num(rest, CODE)
    except ValueError:
        return None
    return Decimal(100 * century + year) if 10 <= century <= 21 and 10 <= year <= 99 else None


def cjk_value(run: str) -> Decimal | None:
    """Return the value of Chinese numerals, digits before a scale included: 5亿, 三百万.

    None when they are no number.
    """
    try:
        return Decimal(str(cn2an.cn2an(run.translate(east_asian.SIMPLIFIED), "smart")))
    except ValueError:
        return None
