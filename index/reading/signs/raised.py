"""Write raised and lowered text in a line, so that it never reads as a part of what is beside it.

A power or index of a word is written with the digits of Unicode (m², H₂O), else with `^` or `_`; so
is a power of a figure, which NFKC would make one number of: 10^6, not 10⁶, which becomes 106. The
mark of a note stands apart, in brackets (1931 [2]); the end of an ordinal joins its number (21st),
raised cents get their point ($19.99).
"""

import re
from string import whitespace

from index.language.english.dates import MONTHS_AND_DAYS
from index.language.english.units import LENGTHS
from index.language.european import RAISED_ENDINGS
from index.reading.signs.isotopes import SYMBOL

_UP = str.maketrans("0123456789+-−–=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾")
_DOWN = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_PLAIN = str.maketrans("−–⁻", "---")
_INDEXED = re.compile(r"_\d+$")
_FIGURES = re.compile(r"[\d+\-−–=()]+", re.A)
_AT_FIRST = re.compile(r"[+\-−–]?\d+[+\-−–]?", re.A)
_SIMPLE = re.compile(r"[+-]?[\w.]+[+-]?|\(.*\)")
_TRADE = {"TM": "™", "SM": "℠", "tm": "™", "(R)": "®", "R": "®", "(C)": "©"}
_DEGREES, _SCALE_OF_HEAT = frozenset("oO0°º˚"), re.compile(r"\s?[CFKNSEW](?!\w)")
_PRICE = re.compile(r"[$€£¥]\s?\d+(?:,\d{3})*(?P<point>[.,]?)$", re.A)
_ENDED = re.compile(r"(?:\d|[^\W\d_]{2}|[A-Z])\.?$")  # no variable: 21st, Mlle, Mr
SLASHES = frozenset("/⁄")
_FRACTION = re.compile(r"\s*[/⁄]\s*$")
_PUNCTUATED = re.compile(r"(?P<core>.*?[\w\])*†‡+\-−–])(?P<rest>[.,;:]*)", re.S)
_ROMAN = r"[ivx]{2,5}"
_ITEM = rf"(?:\d+(?:\.\d+)*[a-z]?|{_ROMAN}|[a-z])"
_MARK = re.compile(rf"[(\[]?\s*(?P<items>{_ITEM}(?:\s*[,;–—-]\s*{_ITEM})*)\s*[)\]]?", re.I)
_BRACKETED = re.compile(r"[(\[].+[)\]]", re.S)
_MANY = re.compile(r"[,;]|\d\s*[–-]\s*\d")  # marks of notes, 1,2 and 3–5
_OPENING, _STOPS, _CLOSING = frozenset("([{]"), frozenset(".,;:!?…。！？"), "\"'”’»)」』"
_SIGNED = re.compile(r"[+\-−–]\d*|\d+[+\-−–]", re.A)
_EXPONENTS = frozenset("ijkmnpqrtxyzT")  # letters that powers are written with; others mark notes
# Bases of powers, each at the end of what stands before.
_VARIABLE = re.compile(r"(?<![\w'’.])[A-Za-zΑ-ω]$|[₀-₉]$")
_FACTOR = re.compile(r"[=×·⋅^]\s*[^\s=;,.A-Za-z]*[A-Za-zΑ-ω]{1,3}$")
_UNIT = re.compile(
    r"(?:(?<![^\W\d_])(?:[cdkhmnpµμ]?m|ft|yd|mi)|\d\s?in|[/·⋅]\s?(?:min|kg|mol|ha))$"
)
_SIGNS = frozenset("=≈~<>≤≥+−×·⋅*÷^")
_GOES_ON = re.compile(r"\s*[=≈+−×·⋅÷]")
_TERM = re.compile(r"\((?:[^()]*(?:[=×·+−÷*/^]|\s-\s|[A-Za-z]-\d)[^()]*|\s*\w\s*)\)$")
_DAY = re.compile(rf"(?:{MONTHS_AND_DAYS})\.?\s+\d+$")
AROUND = 200  # characters before and after that tell what raised text is
_NEAR = 40  # of these, where a number or sign right before decides
_WORD = 6  # letters of the longest unit or ending


def raised(text: str, before: str, after: str) -> str:
    """Write raised text, given what stands in the line before and after it."""
    before, after = before[-AROUND:], after[:AROUND]
    core = text.strip()
    if core == text and core.isalnum():
        return _raised(core, before, after)
    start = text.index(core) if core else 0
    lead, tail = text[:start], text[start + len(core) :]
    found = _PUNCTUATED.fullmatch(core)
    core, rest = found.group("core", "rest") if found and core not in RAISED_ENDINGS else (core, "")
    return f"{lead}{_raised(core, before + lead, rest + tail + after)}{rest}{tail}"


def lowered(text: str, before: str) -> str:
    """Write lowered text, given what stands in the line before it."""
    core = text.strip()
    if core.isdigit() and before[-_NEAR:].rstrip()[-1:] in SLASHES:
        return text
    if _FIGURES.fullmatch(core):
        return text.translate(_DOWN)
    if _AT_FIRST.match(core):
        return _AT_FIRST.sub(lambda found: found[0].translate(_DOWN), text)  # CO₂e
    joins = (core.isalpha() and not before[-1:].isdigit()) or not before[-AROUND:].strip()
    return text if joins or not core else text.replace(core, subscript(core))


def superscript(text: str, before: str = "", after: str = "") -> str:
    """Write a power, given what stands before and after it: m², 10^6, x^n, x^(n+1)."""
    if not before[-1:].isdecimal() or _INDEXED.search(before[-AROUND:]):
        return _script("^", text, _UP)
    text = text.translate(_PLAIN)
    goes_on = after[:1].isdigit() and _FIGURES.fullmatch("".join(text.split()))
    return f"^({text.strip()})" if goes_on else _script("^", text, {})


def subscript(text: str) -> str:
    """Write an index: ₂, _max, _(i, j)."""
    return _script("_", text, _DOWN)


def note_mark(text: str, before: str, after: str) -> str:
    """Write the mark of a note in brackets, apart from a word or figure at either side."""
    before, after = before[-_NEAR:], after[:1]
    text = text.strip()
    mark = _MARK.fullmatch(text)
    if mark or not _BRACKETED.fullmatch(text):
        text = f"[{mark['items'] if mark else text}]"
    return f"{'' if _is_parted(before) else ' '}{text}{' ' if after[:1].isalnum() else ''}"


def _is_parted(before: str) -> bool:
    """Tell whether no space is missing before the mark of a note."""
    if not before or before[-1].isspace() or before[-1] in _OPENING:
        return True
    return before.rstrip(_CLOSING)[-1:] in _STOPS


def _script(sign: str, text: str, digits: dict[int, int]) -> str:
    plain = "".join(text.split())
    if digits and _FIGURES.fullmatch(plain):
        return plain.translate(digits)
    text = " ".join(text.split())
    if not any(map(str.isalnum, text)):
        return text
    return f"{sign}{text}" if _SIMPLE.fullmatch(text) else f"{sign}({text})"


def _raised(core: str, before: str, after: str) -> str:
    if (joined := _joined(core, before, after)) is not None:
        return joined
    if _SIGNED.fullmatch(core) and before.strip():
        return superscript(core, before, after)
    letter = core.isalpha() and (len(core) == 1 or re.fullmatch(_ROMAN, core))
    if letter or any(map(str.isdigit, core)):
        if _is_power(core, before, after):
            return superscript(core, before, after)
        if _MARK.fullmatch(core):
            return note_mark(core, before, after)
        glued = before[-1:].isalnum() or before[-1:] == ")"
        return superscript(core, before, after) if glued and not core.isalpha() else core
    return note_mark(core, before, after) if _BRACKETED.fullmatch(core) else core


def _joined(core: str, before: str, after: str) -> str | None:
    """Return raised text that is a part of the word or number before it; None for any other."""
    last = before[-1:]
    if core in _TRADE and last.isalpha() and (len(core) > 1 or before[-2:].isalpha()):
        return _TRADE[core]
    if core in _DEGREES and before.rstrip()[-1:].isdigit() and _SCALE_OF_HEAT.match(after):
        return "°"
    if core == "o" and (last.isdigit() or last == "N"):
        return "º"  # 1º, Nº
    if core.isdigit() and _FRACTION.match(after):
        return f" {core}" if last.isdigit() else core
    if len(core) == 2 and core.isdecimal() and (price := _PRICE.search(before)):
        return core if price["point"] else f".{core}"
    ends = core.casefold() in RAISED_ENDINGS and _ENDED.search(before[-_WORD:])
    within = core.isalpha() and core not in _EXPONENTS and last.isalpha() and after[:1].isalpha()
    hours = core == "h" and last.isdigit()  # 9h30
    return core if ends or within or hours else None


def _is_power(core: str, before: str, after: str) -> bool:
    if (_BRACKETED.fullmatch(core) and core[1:-1].isdigit()) or _MANY.search(core):
        return False
    if not before or before[-1].isspace() or before[-1] in "([/":
        return core.isdigit() and bool(SYMBOL.match(after))
    if core.isalpha() and core not in _EXPONENTS:
        return False
    if before[-1] == ")":
        return bool(_TERM.search(before))
    near, word = before[-_NEAR:], before[-_WORD:]
    if _VARIABLE.search(word[-2:]) or _FACTOR.search(near):
        return True
    if before[-1].isalpha():
        return core in ("2", "3", "4") and bool(_UNIT.search(word) or LENGTHS.search(word))
    rest = near.rstrip("0123456789.,")
    digits = near[len(rest) :]
    sign = rest.rstrip(whitespace)[-1:]
    return digits[:1].isdigit() and _is_base(
        digits, sign if sign in _SIGNS else "", core, before, after
    )


def _is_base(digits: str, sign: str, core: str, before: str, after: str) -> bool:
    """Tell a number that is raised to a power from one that a note is on: a year, a count."""
    if core.isalpha() or not (sign or core.isdigit()):
        return True
    if digits == "10":
        return core != "1" and not _DAY.search(before[-_NEAR:])
    if digits == "2" and len(core) > 1 and core.isdigit():
        return True
    if sign in ("×", "·", "⋅", "^"):
        return True
    return len(digits) <= 3 and core.isdigit() and bool(sign or _GOES_ON.match(after))
