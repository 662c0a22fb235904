"""Numbers written as words, in English and with Chinese numerals: the value of a run of them."""

import re
from decimal import Decimal

import cn2an
from text_to_num import text2num

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth".split(),
        [*range(1, 21), 30, 40, 50, 100],
        strict=True,
    )
)
# Powers of ten; a letter counts as a scale only where `quantities` finds it to be one.
SCALES = {
    **{
        "hundred": 2,
        "thousand": 3,
        "million": 6,
        "billion": 9,
        "trillion": 12,
        "k": 3,
        "mn": 6,
        "mln": 6,
        "mio": 6,
    },
    **{
        "millions": 6,
        "billions": 9,
        "thousands": 3,
        "hundreds": 2,
        "trillions": 12,
        "bn": 9,
        "bln": 9,
        "mrd": 9,
    },
    **{
        "tn": 12,
        "trn": 12,
        "lakh": 5,
        "lakhs": 5,
        "lac": 5,
        "lacs": 5,
        "crore": 7,
        "crores": 7,
        "cr": 7,
    },
    **{
        "millionen": 6,
        "milliarde": 9,
        "milliarden": 9,
        "tausend": 3,
        "milliard": 9,
        "milliards": 9,
        "mille": 3,
    },
    **{"millones": 6, "millón": 6, "mil": 3, "m": 6, "b": 9},
}
LETTERS = {
    "k",
    "m",
    "b",
    "cr",
    "mil",
    "mille",
}  # scales that are words or units of their own as well
PARTS = {
    **{
        "half": 2,
        "halves": 2,
        "third": 3,
        "thirds": 3,
        "quarter": 4,
        "quarters": 4,
        "fifth": 5,
        "fifths": 5,
    },
    **{
        "sixth": 6,
        "sixths": 6,
        "seventh": 7,
        "sevenths": 7,
        "eighth": 8,
        "eighths": 8,
        "ninths": 9,
        "tenth": 10,
    },
    **{"tenths": 10, "hundredths": 100},
}
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

_SMALL = "|".join(
    [
        *(f"(?:{'|'.join(TENS)})(?:[-\\s](?:{'|'.join(UNITS[1:10])}))?(?![a-z])" for _ in (1,)),
        *sorted(UNITS, key=len, reverse=True),
    ]
)
_BIG = "hundred|thousand|million|billion|trillion|lakh|crore"
RUN = rf"(?:{_SMALL}|(?:a|one)\s(?={_BIG}))(?:[-\s]+(?:and\s+(?=(?:{_SMALL})\b))?(?:{_SMALL}|{_BIG})(?![^\W_]))*"
CJK = r"[〇零一二两三四五六七八九十百千万亿萬億]+"


def ratio(over: int, under: int) -> Decimal:
    """Return a fraction as a number, rounded alike wherever it stands."""
    return Decimal(over) / Decimal(under)


def run_value(run: str) -> Decimal | None:
    """Return the value of English number words that belong together; None when they are no single number."""
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
    """Return the value of Chinese numerals, digits before a scale included: 5亿, 三百万; None when they are no number."""
    try:
        return Decimal(str(cn2an.cn2an(run.replace("萬", "万").replace("億", "亿"), "smart")))
    except ValueError:
        return None
