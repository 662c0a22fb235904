"""Numbers written as words, in English and with Chinese numerals: the value of a run of them."""

import re
from decimal import Decimal

import cn2an
from text_to_num import text2num

UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """.split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = dict(
    zip(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
        fortieth fiftieth hundredth
        """.split(),
        [*range(1, 21), 30, 40, 50, 100],
        strict=True,
    )
)
# The powers of ten that words and letters stand for.
_SCALES = {
    2: "hundred hundreds",
    3: "thousand thousands k tausend mille mil",
    5: "lakh lakhs lac lacs",
    6: "million millions mn mln mio m millionen millones millón",
    7: "crore crores cr",
    9: "billion billions bn bln b mrd milliarde milliarden milliard milliards",
    12: "trillion trillions tn trn",
}
SCALES = {form: power for power, forms in _SCALES.items() for form in forms.split()}
# Scales that are words or units of their own, too: they count only where `quantities` finds them
# to be scales.
LETTERS = frozenset("k m b cr mil mille".split())
_PARTS = {
    2: "half halves",
    3: "third thirds",
    4: "quarter quarters",
    5: "fifth fifths",
    6: "sixth sixths",
    7: "seventh sevenths",
    8: "eighth eighths",
    9: "ninths",
    10: "tenth tenths",
    100: "hundredths",
}
PARTS = {form: whole for whole, forms in _PARTS.items() for form in forms.split()}
GLYPHS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
}

_TENS = rf"(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(UNITS[1:10])}))?(?![a-z])"
_SMALL = "|".join([_TENS, *sorted(UNITS, key=len, reverse=True)])
_BIG = "hundred|thousand|million|billion|trillion|lakh|crore"
RUN = (
    rf"(?:{_SMALL}|(?:a|one)\s(?={_BIG}))"
    rf"(?:[-\s]+(?:and\s+(?=(?:{_SMALL})\b))?(?:{_SMALL}|{_BIG})(?![^\W_]))*"
)
CJK = r"[〇零一二两三四五六七八九十百千万亿萬億]+"


def ratio(over: int, under: int) -> Decimal:
    """Return a fraction as a number, rounded alike wherever it stands."""
    return Decimal(over) / Decimal(under)


def run_value(run: str) -> Decimal | None:
    """Return the value of English number words that belong together.

    None when they are no single number.
    """
    plain = re.sub(r"^(a|one)\s(?=hundred|thousand|million|billion|trillion)", "one ", run.lower())
    words = re.sub(r"[\s-]+", " ", plain).strip()
    factor = 1
    while match := re.search(r"\s?(lakh|crore)$", words):
        factor, words = factor * 10 ** SCALES[match[1]], words[: match.start()]
    try:
        return Decimal(text2num(words, "en") * factor)
    except ValueError:
        return _year(words)


def _year(words: str) -> Decimal | None:
    """Read "nineteen eighty-four"; text2num does not."""
    first, _, rest = words.partition(" ")
    try:
        century, year = text2num(first, "en"), text2num(rest, "en")
    except ValueError:
        return None
    return Decimal(100 * century + year) if 10 <= century <= 21 and 10 <= year <= 99 else None


def cjk_value(run: str) -> Decimal | None:
    """Return the value of Chinese numerals, digits before a scale included: 5亿, 三百万.

    None when they are no number.
    """
    try:
        return Decimal(str(cn2an.cn2an(run.replace("萬", "万").replace("億", "亿"), "smart")))
    except ValueError:
        return None
