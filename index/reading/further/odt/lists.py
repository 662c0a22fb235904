"""Number the items of lists of an .odt file as they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from index.reading.further.odt.running_text import text_ns

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 4000  # the last number in letters


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of a level are numbered: 1, a, A, i or I, from a number on."""

    form: str
    before: str
    behind: str
    first: int
    shown: int  # levels whose numbers are shown, of which this is the last


class Numbers:
    """Counts the items of lists, each list of its style."""

    def __init__(self, parts: Iterable[etree._Element]) -> None:
        """Take the parts of a file, whose styles say how lists are numbered."""
        self.levels = {
            (
                style.get(f"{_STYLE}name") or style.get(text_ns("name")) or "",
                _whole(level, "level"),
            ): (_level(level))
            for part in parts
            for style in part.iter(text_ns("list-style"))
            for level in style.iter(text_ns("list-level-style-number"))
            if level.get(f"{_STYLE}num-format")
        }
        self.last: dict[tuple[str, int], int] = {}  # of a style and level, and of a list by its id

    def begin(self, element: etree._Element, style: str, level: int) -> None:
        """Begin a list: from its first number, or after the last of the list that it continues."""
        goes_on = element.get(text_ns("continue-list"))
        if goes_on and (goes_on, level) in self.last:
            self.last[style, level] = self.last[goes_on, level]
        elif element.get(text_ns("continue-numbering")) != "true":
            self.last.pop((style, level), None)

    def end(self, element: etree._Element, style: str, level: int) -> None:
        """End a list, that another may continue by its id."""
        name = element.get(_XML_ID) or element.get(text_ns("id"))
        if name and (style, level) in self.last:
            self.last[name, level] = self.last[style, level]

    def mark(self, item: etree._Element, style: str, level: int) -> str:
        """Return the number of the next item, "- " for one without."""
        told = self.levels.get((style, level))
        if told is None:
            return "- "
        start = item.get(text_ns("start-value"))
        number = int(start) if start else self.last.get((style, level), told.first - 1) + 1
        self.last[style, level] = number
        numbers = [self._written(style, at) for at in range(max(1, level + 1 - told.shown), level)]
        shown = ".".join(filter(None, (*numbers, _in_form(number, told.form))))
        return f"{told.before}{shown}{told.behind} "

    def _written(self, style: str, level: int) -> str:
        told = self.levels.get((style, level))
        return _in_form(self.last.get((style, level), told.first), told.form) if told else ""


def _level(style: etree._Element) -> _Level:
    before = (style.get(f"{_STYLE}num-prefix") or "").strip()
    behind = (style.get(f"{_STYLE}num-suffix") or "").strip() or "."
    form = style.get(f"{_STYLE}num-format") or "1"
    start, shown = _whole(style, "start-value"), _whole(style, "display-levels")
    return _Level(form, before, behind, start, shown)


def _whole(element: etree._Element, name: str) -> int:
    return int(element.get(text_ns(name)) or 1)


def _in_form(number: int, form: str) -> str:
    if form.lower() not in ("a", "i") or not 0 < number < _MOST:
        return str(number)
    written = _in_letters(number) if form.lower() == "a" else _in_roman(number)
    return written.upper() if form.isupper() else written


def _in_letters(number: int) -> str:
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def _in_roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written
