"""Write a number in the formats that Word numbers lists, notes and pages with."""

from collections.abc import Callable

import cn2an

from index.language.english.numbers import ORDINALS, TENS, UNITS

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 32_767  # that Word counts to
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_GANADA = "가나다라마바사아자차카타파하"
_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_MARKS = "*†‡§"


def written(number: int, form: str) -> str:
    """Return a number in a format (`w:numFmt`); in digits where the format is none of these."""
    writes = _FORMATS.get(form)
    return (writes(number) if writes and 0 < number <= _MOST else "") or str(number)


def padded(number: int, example: str) -> str:
    """Return a number with as many noughts before it as the first of a series: "001, 002"."""
    first = example.split(",")[0].strip()
    return str(number).zfill(len(first)) if first.isdigit() else str(number)


def _roman(number: int) -> str:
    letters = ""
    for amount, form in _ROMAN:
        letters += form * (number // amount)
        number %= amount
    return letters


def _repeated(alphabet: str) -> Callable[[int], str]:
    """Return how to count with an alphabet as Word does: a … z, aa, bb, …."""
    return lambda number: (
        alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)
    )


def _listed(first: str, last: str) -> Callable[[int], str]:
    """Return how to count with a run of characters of Unicode; empty beyond it."""
    return lambda number: (
        chr(ord(first) + number - 1) if number <= ord(last) - ord(first) + 1 else ""
    )


def _ordinal(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _cardinal_words(number: int) -> str:
    if number < len(UNITS):
        return UNITS[number].capitalize()
    tens, rest = divmod(number, 10)
    if number >= 100:
        return ""
    return f"{TENS[tens - 2]}{f'-{UNITS[rest]}' if rest else ''}".capitalize()


def _ordinal_words(number: int) -> str:
    words = {counted: word for word, counted in ORDINALS.items()}
    tens, rest = divmod(number, 10)
    if number in words:
        return words[number].capitalize()
    return f"{TENS[tens - 2]}-{words[rest]}".capitalize() if 20 < number < 100 else ""


def _chinese(number: int) -> str:
    return str(cn2an.an2cn(number, "low"))


def _digits(zero: str) -> Callable[[int], str]:
    """Return how to write a number with other digits."""
    digits = str.maketrans("0123456789", zero)
    return lambda number: str(number).translate(digits)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "chicago": _repeated(_MARKS),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "cardinalText": _cardinal_words,
    "ordinalText": _ordinal_words,
    "decimalEnclosedCircle": _listed("①", "⑳"),
    "decimalEnclosedCircleChinese": _listed("①", "⑳"),
    "decimalEnclosedParen": _listed("⑴", "⒇"),
    "decimalEnclosedFullstop": _listed("⒈", "⒛"),
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "ideographTraditional": _repeated(_STEMS),
    "ideographZodiac": _repeated(_BRANCHES),
    "ganada": _repeated(_GANADA),
    "aiueoFullWidth": _repeated(_AIUEO),
    "irohaFullWidth": _repeated(_IROHA),
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"),
        _chinese,
    ),
}
