"""Write dates, times and lengths of time as a spreadsheet shows them."""

import re
from datetime import date, datetime, time, timedelta

_ELAPSED = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[[^\]]*\]|(h+|m+|s+|\.0+)|(.)', re.I | re.S
)
_DATE_PART = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(y+|m+|d+|h+|s+|AM/PM|A/P|\.0+)|(.)', re.I | re.S
)
_SYSTEM_DATES = ("mm-dd-yy", "m/d/yy h:mm", "m/d/yyyy", "[$-F800]", "[$-F400]")
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


def sections_of(style: str) -> list[str]:
    """Split a format at its semicolons, those in quotes aside."""
    found = re.findall(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)', style)
    return found[:-1] if len(found) > 1 and not found[-1] else found or [style]


def date_text(value: datetime | date | time, style: str) -> str:
    """Write a date or time in a format, as 31.05.2024; as ISO has it where it is not understood."""
    if style in _SYSTEM_DATES or style.startswith(_SYSTEM_DATES[3:]) or _is_general(style):
        midnight = isinstance(value, datetime) and value.time() == time()
        return str(value.date() if isinstance(value, datetime) and midnight else value)
    parts = [match.groups() for match in _DATE_PART.finditer(sections_of(style)[0])]
    half = any(part and part.upper() in ("AM/PM", "A/P") for _, _, part, _ in parts)
    written, before = "", ""
    if any(other and re.match("[A-Za-z]", other) for *_, other in parts):
        return str(value)  # a part that is not understood
    codes = [part.lower() for _, _, part, _ in parts if part]
    for quoted, escaped, part, other in parts:
        if part is None:
            written += quoted or escaped or other or ""
            continue
        codes.pop(0)
        minutes = part[0] in "mM" and (before[:1] == "h" or (codes[:1] and codes[0][0] == "s"))
        written += _part(value, part.lower(), minutes=bool(minutes), half=half)
        before = part.lower()
    return written.strip()


def _fraction(microseconds: int, places: int) -> str:
    rounded = min(round(microseconds / 10 ** (6 - places)), 10**places - 1)
    return f".{rounded:0{places}}"


def elapsed_text(value: timedelta, style: str) -> str:
    """Write a length of time: [h]:mm as 30:05, [mm]:ss.00 as 01:02.35."""
    parts = [match.groups() for match in _ELAPSED.finditer(sections_of(style)[0])]
    if not any(unit for _, _, unit, _, _ in parts) or any(
        other and other.isalpha() for *_, other in parts
    ):
        parts = [match.groups() for match in _ELAPSED.finditer("[h]:mm:ss")]
    places = max((len(code) - 1 for *_, code, _ in parts if code and code[0] == "."), default=0)
    total, fraction = divmod(round(abs(value) / timedelta(seconds=1) * 10**places), 10**places)
    sizes = {"h": (3600, 24), "m": (60, 60), "s": (1, 60)}
    written = "-" if value < timedelta(0) else ""
    for quoted, escaped, unit, code, other in parts:
        if code and code[0] == ".":
            written += f".{fraction:0{places}}"
        elif name := unit or code:
            size, most = sizes[name[0].lower()]
            number = total // size if unit else total // size % most
            written += f"{number:0{min(2, len(name))}}"
        else:
            written += quoted or escaped or other or ""
    return written.strip()


def _is_general(style: str) -> bool:
    return style.strip().lower() in ("general", "", "@")


def _part(value: datetime | date | time, code: str, *, minutes: bool, half: bool) -> str:
    """Write one part of a date or time: "mmm" as Jan, "mm" as 01 or as minutes."""
    if code in ("am/pm", "a/p"):
        return "AM" if getattr(value, "hour", 0) < 12 else "PM"
    if code[0] == ".":
        return _fraction(getattr(value, "microsecond", 0), len(code) - 1)
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
