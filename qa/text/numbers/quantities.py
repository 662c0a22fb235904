"""Quantities in a text: value with scale, unit or currency, sign, range and bound.

Two that are the same in another form are equal: 25.412 billion yuan and RMB 25,412 million,
13.91 % and 13.91 per cent.
"""

import re
from decimal import Decimal

from qa.text.numbers import units, words
from qa.text.numbers.dates import Found, dates
from qa.text.numbers.ranges import Quantity, Reading, joined
from qa.text.numbers.units import Meanings

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
# No letter before; Chinese is written without spaces.
_FREE = r"(?<![0-9A-Za-z\u00c0-\u024f\u0370-\u04ff])"
_GLYPH = "[" + "".join(words.GLYPHS) + "]"
_PART = "|".join(sorted(words.PARTS, key=len, reverse=True))
_CORE = re.compile(
    rf"(?<![\w.])(?<!\d,)(?:(?P<whole>\d+)[\s-])?(?P<over>\d{{1,3}})[/⁄](?P<under>\d{{1,3}})(?![\w/]|[.,]\d)|"
    rf"{_FREE}(?<![.])(?<!\d,)(?P<cjkd>\d+(?:\.\d+)?(?:[十百千万亿萬億]+(?:\d+[十百千万亿])*))|"
    rf"{_FREE}(?<!\d[.,])(?P<digits>{_DIGITS})?(?P<glyph>{_GLYPH})|"
    rf"(?:{_FREE}|(?<=[a-z]{{3}}))(?<!\d[.,])(?P<plain>{_DIGITS})(?P<ordinal>st|nd|rd|th)?(?![.]\d|[^\W\d_]*\d)|"
    rf"\b(?P<part>(?:an?|one|two|three|four|five|six|seven|eight|nine)[\s-](?:{_PART})|half)(?!\w)(?:\s(?:of\s)?(?:an?\s)(?=million|billion|thousand|hundred|dozen))?|"
    rf"\b(?P<nth>(?:(?:{'|'.join(words.TENS)})[-\s])?(?:{'|'.join(words.ORDINALS)}))\b|"
    rf"\b(?P<run>{words.RUN})(?P<point>\spoint(?:\s(?:{'|'.join(words.UNITS[:10])}))+)?(?P<half>\sand\sa\s(?:half|quarter))?(?!\w|['’]s)|"
    rf"\b(?P<dozen>(?:half\s)?an?\s(?:half\s)?(?=dozen))|"
    rf"(?P<cjk>{words.CJK})",
    re.I,
)
_SCALE = re.compile(
    rf"[\s-]?(?P<scale>{'|'.join(sorted(words.SCALES, key=len, reverse=True))}|dozen)\b(?!['’])\.?",
    re.I,
)
_SIGN = re.compile(r"(?:(?<![\w.)%])[-−–]|\b(?:minus|negative)\s)$", re.I)
_RATE = re.compile(
    r"(?:\s(?:an?|per|each|every)\s|\s?/\s?)(?P<per>[^\W\d_]+)(?!\s(?:later|ago|earlier|before|after|long)\b)\b",
    re.I,
)
_BOUNDS = {
    "about": "about around some roughly approximately circa ca c approx approximates",
    "nearly": "nearly almost just_under close_to",
    "over": "over more_than above exceeding upwards_of greater_than longer_than in_excess_of",
    "under": "under less_than fewer_than below",
    "least": (
        "at_least no_fewer_than no_less_than not_less_than a_minimum_of minimum from_at_least "
        "as_early_as"
    ),
    "most": ("at_most up_to no_more_than not_more_than a_maximum_of maximum as_much_as as_many_as"),
    "only": "only just exactly precisely merely",
}
BOUNDS = {
    form.replace("_", " "): bound for bound, forms in _BOUNDS.items() for form in forms.split()
}
_BOUND = re.compile(
    rf"(?<![^\W_])({'|'.join(sorted(map(re.escape, BOUNDS), key=len, reverse=True))})"
    r"\.?\s+(?:(?:an?|the)\s+)?$",
    re.I,
)
_BEHIND = 24  # characters before a number that may say something of it
_CODED = re.compile(r"[^\W\d_]+[-]$|\d\.$")
_GOES = re.compile(
    r"\b(?:go|goes|going|gone|went|come|comes|came|moved?|pushed|taken|put)\s$", re.I
)


def readings(text: str, times: list[Found] | None = None) -> list[Reading]:
    """Return the quantities of a text in order, without those in a date or a time."""
    taken = [(found.start, found.end) for found in (dates(text) if times is None else times)]
    found: list[Reading] = []
    end = 0
    for match in _CORE.finditer(text):
        if match.start() < end or any(match.start() < b and match.end() > a for a, b in taken):
            continue
        if reading := _reading(text, match):
            found.append(reading)
            end = reading.end
    return list(joined(text, found))


def _reading(text: str, match: re.Match[str]) -> Reading | None:
    value = _value(match)
    if value is None:
        return None
    start, end = match.span()
    money = units.prefix().search(text, max(0, start - 5), start)
    if (
        not money
        and text[max(0, start - 1) : start].isascii()
        and text[max(0, start - 1) : start].isalpha()
        and match["plain"]
    ):
        return None
    start, unit = (money.start(), units.meaning(money.group())) if money else (start, frozenset())
    factor, last = _scale(text, end, bool(money), bool(match["plain"]))
    end = last
    if not (unit or match["ordinal"] or match["nth"]):
        unit, end = _unit(text, end)
    if _is_label(text, match, end):
        return None
    if sign := _SIGN.search(text, max(0, start - 9), start):
        value, start = -value, sign.start()
    per, end = _rate(text, end) if unit or end else ("", end)
    bound = _BOUND.search(text, max(0, start - _BEHIND), start)
    if (
        bound
        and bound[1].lower() == "up to"
        and _GOES.search(text, max(0, bound.start() - _BEHIND), bound.start())
    ):
        bound = None  # it "goes up to 5"
    quantity = Quantity(
        value * factor,
        value * factor,
        unit,
        per,
        BOUNDS[bound[1].lower()] if bound else "",
        bool(match["ordinal"] or match["nth"]),
    )
    return Reading(quantity, start, end, match.start(), last, scaled=factor != 1)


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range of a text, widened to the whole of the quantities that it meets.

    "20 billion" -> "more than 20 billion yuan"
    """
    for reading in readings(text):
        if reading.start < end and reading.end > start:
            bound = _BOUND.search(text, max(0, reading.start - _BEHIND), reading.start)
            start, end = (
                min(start, bound.start(1) if bound else reading.start),
                max(end, reading.end),
            )
    return start, end


def _is_label(text: str, match: re.Match[str], end: int) -> bool:
    """Tell whether digits are part of a name: B12, 4.1.3, 5G, COVID-19."""
    if not match["plain"]:
        return False
    glued = (
        re.compile(r"[^\W\d_]|[.]\d").match(text, end)
        if end == match.end() and not match["ordinal"]
        else None
    )
    before = _CODED.search(text, max(0, match.start() - _BEHIND), match.start())
    return bool(
        glued
        or (
            before
            and before.group()[-2:] != "s-"
            and before.group()[0].isupper()
            and len(before.group()) < 8
        )
    )


def _value(match: re.Match[str]) -> Decimal | None:
    g = match.groupdict()
    if g["under"]:
        return (
            Decimal(int(g["whole"] or 0)) + words.ratio(int(g["over"]), int(g["under"]))
            if int(g["under"])
            else None
        )
    if g["glyph"]:
        return decimal(g["digits"] or "0") + words.ratio(*words.GLYPHS[g["glyph"]])
    if g["plain"]:
        return decimal(g["plain"])
    if g["cjkd"] or g["cjk"]:
        return words.cjk_value(g["cjkd"] or g["cjk"])
    if g["part"]:
        over, _, under = g["part"].lower().replace("-", " ").rpartition(" ")
        return words.ratio(
            words.UNITS.index(over) if over in words.UNITS else 1, words.PARTS[under.split()[-1]]
        )
    if g["nth"]:
        ten, _, one = g["nth"].lower().replace("-", " ").rpartition(" ")
        return Decimal((10 * words.TENS.index(ten) + 20 if ten else 0) + words.ORDINALS[one])
    if g["dozen"]:
        return Decimal("0.5" if "half" in g["dozen"].lower() else 1)
    return _worded(g)


def _worded(g: dict[str, str]) -> Decimal | None:
    value = words.run_value(g["run"])
    if value is None or g["run"].lower() == "one":
        return None  # "one" is seldom a count
    if g["point"]:
        value += Decimal(
            "0." + "".join(str(words.UNITS.index(word)) for word in g["point"].lower().split()[1:])
        )
    return value + (words.ratio(1, words.PARTS[g["half"].split()[-1].lower()]) if g["half"] else 0)


def decimal(digits: str) -> Decimal:
    """Read digits with any grouping: 1,234.5 and 1.234,5 and 1,23,456 and 25,4."""
    plain = re.sub(r"[\s\u00a0\u202f\u2009'’]", "", digits)
    if re.fullmatch(r"\d+,\d{1,2}|\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}", plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    return Decimal(plain.replace(",", ""))


def _scale(text: str, end: int, money: bool, digits: bool) -> tuple[Decimal, int]:
    """Return what the words or letters behind a number multiply it by, and where they end.

    A letter is a scale behind money ("GBP 5m"); else "k" and a capital "M" or "B" that touch
    digits.
    """
    factor = Decimal(1)
    while match := _SCALE.match(text, end):
        scale = match["scale"]
        touches = match.start("scale") == end
        letter = scale.lower() in words.LETTERS
        if letter and not (digits and touches and (money or scale in ("k", "K", "M", "B"))):
            break
        if letter and text[match.end() - 1] == ".":
            match = re.compile(re.escape(scale)).match(text, match.start("scale")) or match
        factor *= 12 if scale.lower() == "dozen" else Decimal(10) ** words.SCALES[scale.lower()]
        end = match.end() - (text[match.end() - 1] == "." and scale[-1] != ".")
    return factor, end


def _unit(text: str, end: int) -> tuple[Meanings, int]:
    match = units.suffix().match(text, end)
    if not match:
        return frozenset(), end
    found = units.meaning(match["unit"] or match["cjk"])
    return found, match.end() if found else end


def _rate(text: str, end: int) -> tuple[str, int]:
    match = _RATE.match(text, end)
    if not match or (
        not units.meaning(match["per"]) and match.group().strip()[:3].lower() not in ("per", "/")
    ):
        return "", end
    forms = units.meaning(match["per"])
    return (min(forms) if forms else match["per"].lower()), match.end()
