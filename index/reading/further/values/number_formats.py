"""Write the values of a spreadsheet's cells as the spreadsheet shows them."""

import re
from datetime import date, datetime, time, timedelta
from operator import eq, ge, gt, le, lt, ne

from index.reading.further.values.time_formats import date_text, elapsed_text, sections_of

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]')
_PLACES = re.compile(
    r"(?:[#0?](?:[#0?,]*[#0?])?(?:\.[#0?]*)?|\.[#0?]+)(,*)(?:E[+-]0+)?|General|@", re.I
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*([+-]?\d+(?:\.\d+)?)\]")
_COMPARE = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}


def shown(value: object, style: str) -> str:
    """Return a value in a number format, as "12.5%" for 0.125 in "0.0%"; "" for none.

    Dates in the format of the reader's own system are written as 2024-05-31.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (datetime, date, time)):
        return date_text(value, style)
    if isinstance(value, timedelta):
        return elapsed_text(value, style)
    if isinstance(value, (int, float)):
        return _number(value, style)
    return str(value)


def _number(value: int | float, style: str) -> str:
    """Write a number in the section of the format that is for it; as it is, where none is."""
    section, signed = _section(value, sections_of(style))
    bare = _bare(section).strip()
    if (bare.lower() in ("general", "", "@") and bare == section.strip()) or "/" in bare:
        return _general(value)
    written = _in_places(value if signed else abs(value), section)
    return written or _general(value)


def _section(value: int | float, sections: list[str]) -> tuple[str, bool]:
    """Return the section for a number, "" for none, and whether the number keeps its sign in it."""
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, found in zip(sections, conditions, strict=True):
            if found is None or _COMPARE[found[1]](value, float(found[2])):
                last = section is sections[-1]
                plain = found is not None or last
                return (section if plain else ""), not re.search(r"[-(]", _bare(section))
        return "", True
    if value < 0 and len(sections) > 1:
        return sections[1], not sections[1].strip()
    return sections[2 if value == 0 and len(sections) > 2 else 0], True


def _bare(section: str) -> str:
    return _LITERAL.sub("", section)


def _in_places(value: int | float, section: str) -> str | None:
    """Write a number at the places of a format, between what stands before and after them.

    None for places that are not understood.
    """
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        """Put a mark where a literal stands, for it may hold the letters of places."""
        kept.append(match[1] or match[2] or match[3] or "")
        return chr(0xE000 + len(kept) - 1)

    plain = _LITERAL.sub(keep, section)
    places = list(_PLACES.finditer(plain))
    written: str | None = plain
    if len(places) > 1:
        written = _parted(value, plain, places)
    elif places:
        first = places[0]
        written = f"{plain[: first.start()]}{_digits(value, plain, first)}{plain[first.end() :]}"
        written = re.sub(r"^(\W*)-", r"-\1", written)
    elif re.search("[A-Za-z]", plain):
        return None  # the parts of a date, and others that are none of a number
    if written is None:
        return None
    return "".join(
        kept[ord(char) - 0xE000] if 0xE000 <= ord(char) < 0xE000 + len(kept) else char
        for char in written
    ).strip()


def _parted(value: int | float, plain: str, places: list[re.Match[str]]) -> str | None:
    """Write a number whose digits are parted by signs, as 000-00-0000, from the last to the first.

    None where digits would be wanting at a sign, or the places are of a kind that is never parted.
    """
    *ahead, last = (found[0] for found in places)
    whole, _, after = last.partition(".")
    if not re.fullmatch(r"[#0?]+", "".join(ahead) + whole) or not re.fullmatch("0*", after):
        return None
    start, end = places[0].start(), places[-1].start() + len(whole)
    written = f"{abs(value) * 100 ** plain.count('%'):.{len(after)}f}"
    digits, dot, tail = written.partition(".")
    left, turned, blank = list("" if digits == "0" else digits), list[str](), False
    for sign in reversed(plain[start:end]):
        if sign not in "#0?":
            if not left and "0" not in plain[start:end] and not sign.isspace():
                return None
            turned.append(sign)
        elif left or sign == "0":
            turned.append(left.pop() if left else "0")
        else:
            blank = True
    if blank and any(not sign.isspace() and sign not in "#0?" for sign in plain[start:end]):
        return None
    minus = "-" if value < 0 else ""
    body = "".join([*left, *reversed(turned)]).strip()
    return f"{minus}{plain[:start]}{body}{dot}{tail}{plain[places[-1].end() :]}"


def _digits(value: int | float, plain: str, places: re.Match[str]) -> str:
    code = places[0]
    if code == "@" or code.lower() == "general":
        return _general(value)
    value = value * 100 ** plain.count("%") / 1000 ** len(places[1])
    whole, _, after = re.split("E", code, flags=re.I)[0].rstrip(",").partition(".")
    least, most = after.count("0") + after.count("?"), len(after)
    if re.search("E[+-]", code, re.I):
        return f"{value:.{most}E}"
    written = f"{value:,.{most}f}" if "," in whole else f"{value:.{most}f}"
    for _ in range(most - least):
        written = written.removesuffix("0")
    zeros = whole.count("0")
    head, dot, tail = written.removesuffix(".").partition(".")
    head = "" if not zeros and head == "0" else head  # "#" and "?" show no zero
    return f"{head.zfill(zeros) if zeros > 1 and ',' not in whole else head}{dot}{tail}"


def _general(value: int | float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{value:.11g}"
