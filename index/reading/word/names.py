"""The names that WordprocessingML gives to parts of a document, and how to read its switches."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

PARAGRAPH, RUN, TEXT, TABLE, ROW, CELL = (
    f"{W}{name}" for name in ("p", "r", "t", "tbl", "tr", "tc")
)
# What revisions took away: text deleted, and the old place of text moved.
TAKEN_AWAY = {f"{W}del": "tracked deletion", f"{W}moveFrom": "tracked move: the old place"}

CHECKED, UNCHECKED = "☒", "☐"
_OFF = ("0", "false", "off", "none")


def value(element: etree._Element | None, path: str) -> str | None:
    """Return the `w:val` of what stands at a path of names below an element, None without one."""
    for name in path.split("/"):
        element = None if element is None else element.find(f"{W}{name}")
    return None if element is None else element.get(f"{W}val")


def number(element: etree._Element | None, path: str) -> int | None:
    """Return a whole number at a path, None where there is none or it is not one."""
    written = value(element, path)
    digits = (written or "").removeprefix("-")
    return int(written or "") if digits.isascii() and digits.isdigit() else None


def switched(element: etree._Element | None, name: str) -> bool | None:
    """Tell whether a switch is on or off, None where it is not set."""
    mark = None if element is None else element.find(f"{W}{name}")
    return None if mark is None else mark.get(f"{W}val") not in _OFF


def check_box(control: etree._Element) -> str:
    """Return the box that a content control shows, empty for one that is no check box."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return ""
    state = box.find(f"{W14}checked")
    on = state is not None and state.get(f"{W14}val") not in _OFF
    return CHECKED if on else UNCHECKED


def is_placeholder(control: etree._Element) -> bool:
    """Tell whether a content control shows only the words that ask to fill it in."""
    return bool(switched(control.find(f"{W}sdtPr"), "showingPlcHdr"))


def field_state(mark: etree._Element) -> str:
    """Return the box or the choice of a form field of the older kind, which has no text for it."""
    box, choices = mark.find(f"{W}ffData/{W}checkBox"), mark.find(f"{W}ffData/{W}ddList")
    if box is not None:
        on = switched(box, "checked")
        return CHECKED if (switched(box, "default") if on is None else on) else UNCHECKED
    if choices is None:
        return ""
    chosen = number(choices, "result")
    at = (number(choices, "default") if chosen is None else chosen) or 0
    entries = [entry.get(f"{W}val") or "" for entry in choices.findall(f"{W}listEntry")]
    return "".join(entries[at : at + 1])
