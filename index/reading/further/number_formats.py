"""Write the values of a spreadsheet's cells as the spreadsheet shows them."""

import re
from datetime import date, datetime, time, timedelta

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]')
_PLACES = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?:\.[#0?]*)?(,*)(?:E[+-]0+)?", re.I)
_DATE_PART = re.compile(
    r'"([^"]*)"|\\(.)|\[\$?[^\]]*\]|(y+|m+|d+|h+|s+|AM/PM|A/P|\.0+)|(.)', re.I | re.S
)
_SYSTEM_DATES = ("mm-dd-yy", "m/d/yy h:mm", "m/d/yyyy", "[$-F800]", "[$-F400]")
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


def shown(value: object, style: str) -> str:
    """Return a value in a number format, as "12.5%" for 0.125 in "0.0%"; "" for none.

    Dates in the format of the reader's own system are written as 2024-05-31.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (datetime, date, time)):
        return _date(value, style)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(value, (int, float)):
        return _number(value, style)
    return str(value)


def _number(value: int | float, style: str) -> str:
    sections = _sections(style)
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if section.strip().lower() in ("general", "", "@") or "/" in _bare(section):
        return _general(value)
    return _in_places(value, section)


def _sections(style: str) -> list[str]:
    """Split a format at its semicolons, those in quotes aside."""
    found = re.findall(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)', style)
    return found[:-1] if len(found) > 1 and not found[-1] else found or [style]


def _bare(section: str) -> str:
    return _LITERAL.sub("", section)


def _in_places(value: int | float, section: str) -> str:
    """Write a number at the places of a format, between what stands before and after them."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        """Put a mark where a literal stands, for it may hold the letters of places."""
        kept.append(match[1] or match[2] or match[3] or "")
        return chr(0xE000 + len(kept) - 1)

    plain = _LITERAL.sub(keep, section)
    places = _PLACES.search(plain)
    if places is None:
        written = plain
    else:
        written = f"{plain[: places.start()]}{_digits(value, plain, places)}{plain[places.end() :]}"
        written = re.sub(r"^(\W*)-", r"-\1", written)
    return "".join(
        kept[ord(char) - 0xE000] if 0xE000 <= ord(char) < 0xE000 + len(kept) else char
        for char in written
    ).strip()


def _digits(value: int | float, plain: str, places: re.Match[str]) -> str:
    code = places[0]
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


def _date(value: datetime | date | time, style: str) -> str:
    if style in _SYSTEM_DATES or style.startswith(_SYSTEM_DATES[3:]) or _is_general(style):
        midnight = isinstance(value, datetime) and value.time() == time()
        return str(value.date() if isinstance(value, datetime) and midnight else value)
    parts = [match.groups() for match in _DATE_PART.finditer(_sections(style)[0])]
    half = any(part and part.upper() in ("AM/PM", "A/P") for _, _, part, _ in parts)
    written, before = "", ""
    codes = [part.lower() for _, _, part, _ in parts if part]
    for quoted, escaped, part, other in parts:
        if part is None:
            written += quoted or escaped or other or ""
            continue
        codes.pop(0)
        minutes = part[0] in "mM" and (before[:1] == "h" or (codes[:1] and codes[0][0] == "s"))
        written += _part(value, part.lower(), minutes=bool(minutes), half=half)
        before = part.lower()
    return written.replace("_", "").strip()


def _is_general(style: str) -> bool:
    return style.strip().lower() in ("general", "", "@")


def _part(value: datetime | date | time, code: str, *, minutes: bool, half: bool) -> str:
    """Write one part of a date or time: "mmm" as Jan, "mm" as 01 or as minutes."""
    if code in ("am/pm", "a/p"):
        return "AM" if getattr(value, "hour", 0) < 12 else "PM"
    if code[0] == ".":
        return ""
    if code[0] in "hs" or minutes:
        name = {"h": "hour", "s": "second"}.get(code[0], "minute")
        number = getattr(value, name, 0)
        number = (number % 12 or 12) if half and name == "hour" else number
        return f"{number:0{min(2, len(code))}}"
    if isinstance(value, time):
        return ""
    if code[0] == "y":
        return f"{value:%Y}" if len(code) > 2 else f"{value:%y}"
    number = value.month if code[0] == "m" else value.day
    if len(code) < 3:
        return f"{number:0{len(code)}}"
    names = (_MONTHS if code[0] == "m" else _DAYS).split()
    name = names[number - 1] if code[0] == "m" else names[value.weekday()]
    return name if len(code) > 3 else name[:3]
