"""How the styles of an .odt file set text: raised, lowered, struck, hidden, as a title."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_POSITION = re.compile(r"\s*(?:(?P<word>super|sub)\b|(?P<up>[+-]?\d+(?:\.\d+)?)%)")
_LINES = ("line-through-style", "line-through-type")  # either says it
_DEEP = 20  # styles based on each other
STRUCK, HIDDEN = "struck out", "hidden"
PLAIN = (0, "")
Look = tuple[int, str]  # above 0 raised, below 0 lowered; why it is gone, "" where it is not


class Looks:
    """The styles of a file by family and name."""

    def __init__(self, parts: Iterable[etree._Element]) -> None:
        """Take the parts of a file that hold styles."""
        styles = (one for part in parts for one in part.iter(f"{_STYLE}style"))
        self._styles = {
            (one.get(f"{_STYLE}family"), one.get(f"{_STYLE}name")): one for one in styles
        }

    def text(self, style: str | None, around: Look) -> Look:
        """Return the look of a run with a style, given that of the text around it."""
        return self._look("text", style, around)

    def paragraph(self, style: str | None) -> Look:
        """Return the look of a paragraph with a style."""
        return self._look("paragraph", style, PLAIN)

    def is_title(self, style: str | None) -> bool:
        """Tell whether a style of paragraphs is that of the title, or based on it."""
        line = self._line("paragraph", style)
        return style == "Title" or any(one.get(f"{_STYLE}name") == "Title" for one in line)

    def _look(self, family: str, style: str | None, around: Look) -> Look:
        height: int | None = None
        struck: bool | None = None
        hidden: bool | None = None
        for one in self._line(family, style):
            for told in one.iter(f"{_STYLE}text-properties"):
                height = _height(told) if height is None else height
                struck = _is_struck(told) if struck is None else struck
                hidden = _is_hidden(told) if hidden is None else hidden
        gone = around[1]
        if hidden is not None or struck is not None:
            gone = HIDDEN if hidden else STRUCK if struck else ""
        return around[0] if height is None else height, gone

    def _line(self, family: str, style: str | None) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on, the nearest first."""
        for _ in range(_DEEP):
            one = self._styles.get((family, style))
            if one is None:
                return
            yield one
            style = one.get(f"{_STYLE}parent-style-name")


def _height(told: etree._Element) -> int | None:
    found = _POSITION.match(told.get(f"{_STYLE}text-position", ""))
    if not found:
        return None
    up = float(found["up"] or {"super": 1, "sub": -1}[found["word"]])
    return (up > 0) - (up < 0)


def _is_struck(told: etree._Element) -> bool | None:
    said = [kind for name in _LINES if (kind := told.get(f"{_STYLE}text-{name}"))]
    return any(kind != "none" for kind in said) if said else None


def _is_hidden(told: etree._Element) -> bool | None:
    said = told.get(f"{_TEXT}display")
    return None if said is None else said == "none"
