"""Tell the mark of each item of a list, as a browser sets it: "2.", "iv.", "2.a.", a term, a dash.

An item within another one has its number too, so that no two items of a list have the same.
"""

import re
import string
from collections.abc import Iterator

from lxml.html import HtmlElement

BULLET = "- "
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)
_OF_NOTES = re.compile(r"(?:^|[\s_-])(?:foot|end)?notes?(?:$|[\s_-])|references|reflist", re.I)
_NOTE = re.compile(r"_?(?:cite_note|fn|ftn|footnote|endnote|note|en)[\W_]*\w+", re.I)
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def marks_of_items(page: HtmlElement) -> dict[HtmlElement, str]:
    """Map the items of lists to what stands before their text; a term that one tells maps to ""."""
    _part_descriptions(page)
    marks: dict[HtmlElement, str] = {}
    for element in page.iter("ul", "ol", "menu", "dl"):
        if element.tag == "dl":
            marks.update(_described(element))
        else:
            marks.update(_numbered(element, marks))
    return marks


def _part_descriptions(page: HtmlElement) -> None:
    """Take terms and descriptions out of each other, where the page does not say where they end."""
    for item in list(page.iter("dt", "dd")):
        parent = item.getparent()
        if parent is not None and parent.tag in ("dt", "dd"):
            parent.addnext(item)


def _numbered(
    items: HtmlElement, known: dict[HtmlElement, str]
) -> Iterator[tuple[HtmlElement, str]]:
    listed = [item for item in items if item.tag == "li"]
    back = items.get("reversed") is not None
    number = _integer(items.get("start"), len(listed) if back else 1)
    above = next(items.iterancestors("li"), None)
    before = known.get(above, BULLET) if above is not None else BULLET
    before = "" if not re.match(r"\w", before) else before.strip()
    notes = _is_of_notes(items, listed)
    for item in listed:
        number = _integer(item.get("value"), number)
        kind = _kind(item, items)
        if items.tag != "ol" or kind == "none":
            yield item, BULLET
        else:
            yield item, f"[{number}] " if notes else f"{before}{_written(number, kind)}. "
        number += -1 if back else 1


def _is_of_notes(items: HtmlElement, listed: list[HtmlElement]) -> bool:
    names = f"{items.get('class') or ''} {items.getparent().get('class') or ''}"
    named = [item for item in listed if _NOTE.fullmatch(item.get("id") or "")]
    return (
        bool(listed)
        and len(named) == len(listed)
        and (bool(_OF_NOTES.search(names)) or bool(named))
    )


def _kind(item: HtmlElement, items: HtmlElement) -> str:
    """Return how the number of an item is written, as CSS names it."""
    for element in (item, items):
        if found := _STYLE.search(element.get("style") or ""):
            return found[1].lower()
        if element.get("type") in _TYPES:
            return _TYPES[element.get("type")]
    return "decimal"


def _written(number: int, kind: str) -> str:
    if kind.endswith("-roman") and 0 < number < 4000:
        text = _roman(number)
    elif kind.endswith(("-alpha", "-latin")) and number > 0:
        text = _letters(number)
    else:
        return f"{number:02}" if kind == "decimal-leading-zero" else str(number)
    return text.upper() if kind.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def _letters(number: int) -> str:
    text = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        text = string.ascii_lowercase[place] + text
    return text


def _integer(written: str | None, otherwise: int) -> int:
    found = re.fullmatch(r"\s*(-?\d{1,9})\s*", written or "", re.A)
    return int(found[1]) if found else otherwise


def _described(terms: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the descriptions of a list with their terms, and the terms that are told so."""
    groups = [terms, *(child for child in terms if child.tag == "div")]
    for group in groups:
        open_terms: list[HtmlElement] = []
        described = False
        for child in (child for child in group if child.tag in ("dt", "dd")):
            if child.tag == "dt":
                open_terms = [child] if described else [*open_terms, child]
                described = False
            elif words := ", ".join(filter(None, map(_term, open_terms))):
                described = described or bool(child.text_content().strip())
                question = words.endswith(("?", "？"))
                yield child, "" if question else f"{words.rstrip(':：')}: "
                if described and not question:
                    yield from ((term, "") for term in open_terms)


def _term(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
