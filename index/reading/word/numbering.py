"""The numbers that Word sets before the items of a list, a clause or a heading by itself.

No text of the document holds them: they are counted anew, in the order of its paragraphs.
"""

import re
from dataclasses import dataclass

from lxml import etree

from index.reading.word.names import W, number, switched, value
from index.reading.word.signs.formats import padded, written
from index.reading.word.signs.symbols import with_letters
from index.reading.word.styles import Styles

BULLET = "•"
_BOXES = ("☐", "☑", "☒")  # bullets that say something
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is numbered.

    `text` holds a place for each number (`%1.%2`), `pad` shows how many digits it has at least,
    `restart` is the level (from 1 on) after which it starts anew, 0 never.
    """

    start: int
    form: str
    text: str
    restart: int
    legal: bool
    pad: str
    style: str | None


_NO_LEVEL = _Level(1, "none", "", 0, False, "", None)


@dataclass(frozen=True, slots=True)
class _List:
    """A list: the `counter` that it may share with others, its levels, where it starts anew."""

    counter: str | None
    levels: tuple[_Level, ...]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, counting; `root` is its `w:numbering`, None without any."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        found = [] if root is None else root.findall(f"{W}num")
        abstract = [] if root is None else root.findall(f"{W}abstractNum")
        self._nums = {num.get(f"{W}numId"): num for num in found}
        self._abstract = {one.get(f"{W}abstractNumId"): one for one in abstract}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str | None, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, properties: etree._Element | None, style: str | None) -> str:
        """Count a paragraph by its properties (`w:pPr`) and style.

        Returns what stands before its text, `BULLET` in place of any bullet, empty without any.
        """
        num, level = self._place(properties, style)
        listed = self._list(num)
        if listed is None or level >= len(listed.levels):
            return ""
        self._count(num, listed, level)
        shown = listed.levels[level]
        if shown.form == "bullet":
            return shown.text if shown.text in _BOXES else BULLET if shown.text.strip() else ""
        counts = self._counts[listed.counter]

        def figure(place: re.Match[str]) -> str:
            """Return the number of a level, as its form writes it."""
            at = int(place[1]) - 1
            of = listed.levels[at] if at < len(listed.levels) else _NO_LEVEL
            count = counts.get(at, of.start)
            if of.pad:
                return padded(count, of.pad)
            if shown.legal:
                return str(count)
            return "" if of.form == "none" else written(count, of.form)

        return _PLACE.sub(figure, shown.text).strip()

    def _place(self, properties: etree._Element | None, style: str | None) -> tuple[str, int]:
        """Return the id of the list that a paragraph is in, and the level there."""
        num, level = value(properties, "numPr/numId"), number(properties, "numPr/ilvl")
        if num is not None:
            return num, level or 0
        for element in self._styles.line(style):
            num = value(element, "pPr/numPr/numId")
            level = number(element, "pPr/numPr/ilvl") if level is None else level
            if num is not None:
                return num, self._level_of(num, element) if level is None else level
        return "0", 0

    def _level_of(self, num: str, style: etree._Element) -> int:
        listed, name = self._list(num), style.get(f"{W}styleId")
        levels = listed.levels if listed else ()
        return next((at for at, level in enumerate(levels) if level.style == name), 0)

    def _count(self, num: str, listed: _List, level: int) -> None:
        counts = self._counts.setdefault(listed.counter, {})
        if level in listed.starts and (num, level) not in self._started:
            counts[level] = listed.starts[level]
        else:
            counts[level] = counts.get(level, listed.levels[level].start - 1) + 1
        self._started.add((num, level))
        for deeper in range(level + 1, len(listed.levels)):
            if level < listed.levels[deeper].restart:
                counts.pop(deeper, None)

    def _list(self, num: str) -> _List | None:
        if num not in self._lists:
            self._lists[num] = self._read(num)
        return self._lists[num]

    def _read(self, num: str) -> _List | None:
        """Return the list of an id; None for none, as 0 says."""
        element = self._nums.get(num)
        counter, abstract = self._defined(num)
        if element is None or abstract is None:
            return None
        levels = {number_of(level): level for level in abstract.findall(f"{W}lvl")}
        starts = {}
        for override in element.findall(f"{W}lvlOverride"):
            at, own = number_of(override), override.find(f"{W}lvl")
            levels[at] = levels.get(at) if own is None else own
            start = number(override, "startOverride")
            if start is not None:
                starts[at] = start
        read = tuple(_level(levels.get(at), at) for at in range(_LEVELS))
        return _List(counter, read, starts)

    def _defined(self, num: str | None) -> tuple[str | None, etree._Element | None]:
        """Return the definition that a list goes by, through the styles that stand for others."""
        counter, seen = None, set()
        while num in self._nums and num not in seen:
            seen.add(num)
            counter = value(self._nums[num], "abstractNumId")
            abstract = self._abstract.get(counter)
            link = value(abstract, "numStyleLink")
            if link is None:
                return counter, abstract
            linked = (value(style, "pPr/numPr/numId") for style in self._styles.line(link))
            num = next(filter(None, linked), None)
        return counter, None


def number_of(element: etree._Element) -> int:
    """Return the number of a level or of what overrides it, -1 without a right one."""
    written_as = element.get(f"{W}ilvl") or ""
    return int(written_as) if written_as.isascii() and written_as.isdigit() else -1


def _level(element: etree._Element | None, at: int) -> _Level:
    if element is None:
        return _NO_LEVEL
    form = next(element.iter(f"{W}numFmt"), None)  # a custom one stands in a choice
    start, restart = number(element, "start"), number(element, "lvlRestart")
    text, fonts = value(element, "lvlText") or "", element.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii") or ""
    return _Level(
        start=0 if start is None else start,  # so the standard says
        form="decimal" if form is None else form.get(f"{W}val") or "decimal",
        # A bullet may be a picture, or a sign of a font that has no letters.
        text=with_letters(font, text)
        or ("?" if element.find(f"{W}lvlPicBulletId") is not None else ""),
        restart=at if restart is None else restart,
        legal=bool(switched(element, "isLgl")),
        pad="" if form is None else form.get(f"{W}format") or "",
        style=value(element, "pStyle"),
    )
