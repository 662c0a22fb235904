"""Write what the style sheets of a page say of struck, raised and lowered text into its elements.

Programs that export pages name such text by a class alone.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from cssselect import SelectorError
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

_TELLING = re.compile(
    r"text-decoration(?:-line)?\s*:[^;}]*line-through|vertical-align\s*:\s*(?:super|sub)\b", re.I
)
# How LibreOffice raises and lowers text in books: smaller, and moved from its place, up or down.
_MOVED = re.compile(r"(?<![\w-])top\s*:\s*(-?)0?\.\d+em", re.I)
_SMALLER = re.compile(r"font-size\s*:\s*0?\.\d+em", re.I)
_LONGEST = 2_000_000  # letters of style sheets


def apply_sheets(page: HtmlElement) -> None:
    """Add the telling declarations of the sheets in a page to the `style` of what they select."""
    sheets = "".join(sheet.text or "" for sheet in page.iter("style"))[:_LONGEST]
    tells = _TELLING.search(sheets) or _MOVED.search(sheets)
    for selector, declared in _rules(sheets) if tells else ():
        with suppress(SelectorError):  # of newer CSS than is known, or broken
            for element in CSSSelector(selector, translator="html")(page):
                element.set("style", f"{element.get('style', '')};{declared}")


def _rules(sheets: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors of the rules that tell, with what they declare."""
    import tinycss2

    for rule in tinycss2.parse_stylesheet(sheets, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            content = tinycss2.serialize(rule.content)
            declared = _TELLING.findall(content)
            if (moved := _MOVED.search(content)) and _SMALLER.search(content):
                declared.append(f"vertical-align: {'super' if moved[1] else 'sub'}")
            if declared:
                yield tinycss2.serialize(rule.prelude).strip(), ";".join(declared)
