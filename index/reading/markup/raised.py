"""Write raised and lowered text in a line, so that it never reads as a part of what is beside it.

A power becomes its own characters (10⁶, m², H₂O), the mark of a note stands in brackets (1874[3]),
the end of an ordinal joins its number (21st), raised cents get their point ($19.99).
"""

import re

from index.language.english.units import LENGTHS
from index.language.european import RAISED_ENDINGS

_SIGNS = "0123456789+-−=()"
_UP = str.maketrans(f"{_SIGNS}ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_DOWN = str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_EXPONENT = re.compile(r"[-+−]?\d+[-+−]?|[-+−]|[ni]")
_MARK = re.compile(r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[a-h](?:\s*,\s*[a-h])*|[ivx]{1,4}")
_BRACKETED = re.compile(r"\[.+\]|\(.+\)", re.S)
_TRADE = {"TM": "™", "SM": "℠", "(R)": "®", "R": "®", "(C)": "©"}
_NUMBER = re.compile(r"(?<![\w.,])[-+−]?(\d[\d.,   ]*)$")
_CENTS = re.compile(r"[$€£¥]\s?\d[\d.,]*$")
_BASE = re.compile(r"(?:^|[^\d.,])(?:10|2|\d)$")
_OPERATOR = re.compile(r"\s*[=×·*/+^<>≈−-]")
_DEGREES = re.compile(r"\s?[CF]\b")
_WORD = re.compile(r"[^\W\d_]{4,}$")  # longer than the sign of a unit or element, or a variable
_ISOTOPE = re.compile(r"[A-Z][a-z]?(?![a-z])")


def raised(text: str, before: str, after: str) -> str:
    """Return raised text as it is written in a line, given what stands before and after it."""
    text = " ".join(text.split())
    if not text or _BRACKETED.fullmatch(text) or not any(map(str.isalnum, text)):
        return text
    if (joined := _joined(text, before, after)) is not None:
        return joined
    if _is_mark(text, before, after):
        return note_mark(text, before, after)
    if _EXPONENT.fullmatch(text):
        return text.translate(_UP)
    return _script("^", text, before)


def _joined(text: str, before: str, after: str) -> str | None:
    """Return raised text that is a part of the word or number before it; None for any other."""
    last = before[-1:]
    if text in ("o", "O", "0", "°", "º") and last.isdigit() and _DEGREES.match(after):
        return "°"
    if text in _TRADE and last.isalpha():
        return _TRADE[text]
    if re.fullmatch(r"\d\d", text) and last.isdigit() and _CENTS.search(before):
        return f".{text}"
    ends = text.casefold() in RAISED_ENDINGS and last.isalnum()
    within = text.isalpha() and last.isalpha() and after[:1].isalpha()  # McDonald
    hours = text == "h" and last.isdigit()  # 9h30
    return text if ends or within or hours else None


def lowered(text: str, before: str) -> str:
    """Return lowered text as it is written in a line, given what stands before it."""
    text = " ".join(text.split())
    if re.match(r"[-+−]?\d", text):
        return re.sub(r"[-+−]?\d+[-+−]?", lambda found: found[0].translate(_DOWN), text)
    return _script("_", text, before)


def note_mark(text: str, before: str = "", after: str = "") -> str:
    """Return the mark of a note in brackets, apart from a word that follows it."""
    text = text.strip()
    mark = text if _BRACKETED.fullmatch(text) else f"[{text}]"
    return f"{mark} " if after[:1].isalnum() else mark


def _script(sign: str, text: str, before: str) -> str:
    """Return what has no characters of its own, behind a sign if it could join what is before."""
    if not before[-1:].isalnum() and before[-1:] != ")":
        return text
    return f"{sign}{text}" if text.isalnum() else f"{sign}({text})"


def _is_mark(text: str, before: str, after: str) -> bool:
    """Tell the mark of a note from a power, by what it stands behind."""
    if not _MARK.fullmatch(text):
        return False
    if re.search(r"[,;–]|\d-\d", text):
        return True
    if not before.strip() or before[-1:].isspace():
        return not _ISOTOPE.match(after)
    if text.isalpha():
        return text != "i" and bool(re.search(r"(?:\d\d|[^\W\d_]{3}|[^\w\s)])$", before))
    number = _NUMBER.search(before)
    if number:
        sum_goes_on = _OPERATOR.match(after) and after[:2] not in ("- ", "− ")
        return not (_BASE.search(before) or sum_goes_on) or text in ("1", "0")
    named = _WORD.search(before) and not LENGTHS.search(before)
    return bool(named) or before[-1:] in '.,;:!?…”’"»%'
