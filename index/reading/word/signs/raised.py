"""Write raised and lowered text in a line, so that no digit of it is glued to a number.

A power or unit is written with the digits of Unicode (10⁶, m², H₂O), else with `^` or `_`; the mark
of a note stands apart, in brackets: 1931 [2].
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from index.language.english.dates import MONTHS_AND_DAYS
from index.reading.word.names import TAKEN_AWAY

_UP = str.maketrans("0123456789+-−–=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾")
_DOWN = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_FIGURES = re.compile(r"[\d+\-−–=()]+", re.A)
_SIMPLE = re.compile(r"[\w.]+|\(.*\)")
_WHOLE = {"TM": "™", "SM": "℠", "tm": "™"}
_ROUND = frozenset("oO0°º˚")  # what is raised for want of a sign of degrees
_SCALE_OF_HEAT = re.compile(r"\s?[CFKNSEW](?!\w)")
_PUNCTUATED = re.compile(r"(?P<core>.*?[\w\])*†‡+\-−–])(?P<rest>[.,;:]*)", re.S)
_ROMAN = r"[ivx]{2,5}"
_ITEM = rf"(?:\d+(?:\.\d+)*[a-z]?|{_ROMAN}|[a-z])"
_MARK = re.compile(rf"[(\[]?\s*(?P<items>{_ITEM}(?:\s*[,;–—-]\s*{_ITEM})*)\s*[)\]]?", re.I)
_BRACKETED = re.compile(r"[(\[].+[)\]]", re.S)
_SIGNED = re.compile(r"[+\-−–]\d*|\d+[+\-−–]", re.A)
_EXPONENTS = frozenset("ijkmnpqrtxyz")  # letters that powers are written with; others mark notes
# Bases of powers, each at the end of what stands before.
_VARIABLE = re.compile(r"(?<![\w'’.])[A-Za-zΑ-ω]$|[₀-₉]$|[=×·⋅^]\s*[A-Za-z]{1,3}$")
_UNIT = re.compile(r"(?:(?<![^\W\d_])(?:[cdkhmnpµμ]?m|ft|yd|mi)|\d\s?in)$")
_NUMBER = re.compile(r"(?P<sign>[=≈~<>≤≥+−×·⋅*÷^]\s*)?(?<![\d.,])(?P<digits>\d[\d.,]*)$", re.A)
_GOES_ON = re.compile(r"\s*[=≈+−×·⋅÷]")
_TERM = re.compile(r"\((?:[^()]*(?:[=×·+−÷*/^]|\s-\s|[A-Za-z]-\d)[^()]*|\s*\w\s*)\)$")
_DAY = re.compile(rf"(?:{MONTHS_AND_DAYS})\.?\s+\d+$")
_ISOTOPE = re.compile(r"[A-Z][a-z]?(?![a-z])|\s?[/⁄]")


class Piece(NamedTuple):
    """A run of text: `raised` is 1 above the line, -1 below; `taken` is why it is left out.

    `apart`: it is a mark or an equation, which is never glued to a figure.
    """

    text: str
    raised: int = 0
    taken: str = ""
    apart: str = ""


def in_line(pieces: Sequence[Piece]) -> str:
    """Return the text of a run of pieces, without those that are taken out."""
    groups = [_joined(same) for _, same in groupby(pieces, lambda it: it[1:])]
    text, cut = "", ""
    for at, piece in enumerate(groups):
        if piece.taken:
            cut = cut or ("revision" if piece.taken in TAKEN_AWAY.values() else "cut")
            continue
        after = next((it.text for it in groups[at + 1 :] if not it.taken and it.text), "")
        text += _fitted(piece, text, after, cut)
        cut = "" if piece.text else cut
    return text.strip("\n")


def taken_out(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """Yield why each run of pieces is taken out, with its text."""
    for reason, same in groupby(pieces, lambda it: it.taken):
        text = "".join(piece.text for piece in same).strip()
        if reason and text:
            yield reason, text


def _joined(pieces: Iterator[Piece]) -> Piece:
    first, *rest = pieces
    between = " " if first.apart == "equation" else ""
    return first._replace(text=between.join([first.text, *(piece.text for piece in rest)]))


def _fitted(piece: Piece, before: str, after: str, cut: str) -> str:
    text = piece.text
    if piece.apart == "mark":
        return apart(text, before, after)
    if piece.raised:
        return raised(text, before, after) if piece.raised > 0 else lowered(text, before)
    if cut and (not before or before[-1].isspace()):
        text = text.lstrip(" ")  # one space is left where there were two around what is gone
    glued = before[-1:].isalnum() and text[:1].isalnum()
    lead = " " if glued and (cut == "cut" or piece.apart) else ""
    tail = " " if piece.apart and text[-1:].isalnum() and after[:1].isalnum() else ""
    return f"{lead}{text}{tail}"


def raised(text: str, before: str, after: str) -> str:
    """Write raised text, given what stands in the line before and after it."""
    core = text.strip()
    start = text.index(core) if core else 0
    lead, tail = text[:start], text[start + len(core) :]
    found = _PUNCTUATED.fullmatch(core)
    core, rest = found.group("core", "rest") if found else (core, "")
    return f"{lead}{_raised(core, before + lead, rest + tail + after)}{rest}{tail}"


def lowered(text: str, before: str) -> str:
    """Write lowered text, given what stands in the line before it."""
    core = text.strip()
    if not core or (core.isalpha() and not before[-1:].isdigit()) or not before.strip():
        return text if not _FIGURES.fullmatch(core) else text.translate(_DOWN)
    return text.replace(core, subscript(core))


def superscript(text: str) -> str:
    """Write a power: ⁶, ^n, ^(n+1)."""
    if _FIGURES.fullmatch(text):
        return text.translate(_UP)
    return f"^{text}" if _SIMPLE.fullmatch(text) else f"^({text})"


def subscript(text: str) -> str:
    """Write an index: ₂, _max, _(i, j)."""
    if _FIGURES.fullmatch(text):
        return text.translate(_DOWN)
    return f"_{text}" if _SIMPLE.fullmatch(text) else f"_({text})"


def apart(mark: str, before: str, after: str) -> str:
    """Set the mark of a note apart from a word or figure at either side."""
    ends = before[-1:]
    lead = " " if ends and not ends.isspace() and ends not in "([{.,;:!?。！？]" else ""
    return f"{lead}{mark}{' ' if after[:1].isalnum() else ''}"


def _raised(core: str, before: str, after: str) -> str:
    if core in _WHOLE:
        return _WHOLE[core]
    if core in _ROUND and before.rstrip()[-1:].isdigit() and _SCALE_OF_HEAT.match(after):
        return "°"
    mark = _MARK.fullmatch(core)
    if _SIGNED.fullmatch(core) and before.strip():
        return superscript(core)
    letter = core.isalpha() and (len(core) == 1 or re.fullmatch(_ROMAN, core))
    if letter or any(map(str.isdigit, core)):
        if _is_power(core, before, after):
            return superscript(core)
        if mark and not (core == "e" and before[-1:].isdigit()):  # 19e siècle
            return apart(f"[{mark.group('items')}]", before, after)
        return core if core.isalpha() else superscript(core)
    return apart(core, before, after) if _BRACKETED.fullmatch(core) else core


def _is_power(core: str, before: str, after: str) -> bool:
    if _BRACKETED.fullmatch(core) and core[1:-1].isdigit():
        return False
    if not before or before[-1].isspace() or before[-1] in "([/":
        return core.isdigit() and bool(_ISOTOPE.match(after))
    if core.isalpha() and core not in _EXPONENTS:
        return False
    if _VARIABLE.search(before) or _TERM.search(before):
        return True
    if _UNIT.search(before):
        return core in ("2", "3", "4")
    found = _NUMBER.search(before)
    return found is not None and _is_base(found, core, before, after)


def _is_base(found: re.Match[str], core: str, before: str, after: str) -> bool:
    """Tell a number that is raised to a power from one that a note is on: a year, a count."""
    digits, sign = found["digits"], (found["sign"] or "").strip()
    if core.isalpha() or not (sign or core.isdigit()):
        return True
    if digits == "10":
        return core != "1" and not _DAY.search(before)
    if digits == "2" and len(core) > 1 and core.isdigit():
        return True
    if sign in ("×", "·", "⋅", "^"):
        return True
    return len(digits) <= 3 and core.isdigit() and bool(sign or _GOES_ON.match(after))
