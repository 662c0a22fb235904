"""What the styles of a Word file say of its paragraphs and characters, each by inheritance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from index.reading.word.names import W, number, switched, value

_HEADING = re.compile(r"heading\s?(\d)\b", re.I)
_DEEPEST = 6  # level of a heading in Markdown
_BODY = 9  # outline level of what is no heading
_FIRST_ROW = 0x20  # the bit of a table look
_RAISED = {"superscript": 1, "subscript": -1, "baseline": 0}


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are shown: `raised` is 1 above the line, -1 below it, else 0."""

    raised: int = 0
    struck: bool = False
    hidden: bool = False
    bold: bool = False
    font: str = ""

    def under(self, properties: etree._Element | None) -> "Look":
        """Return the look with what the properties of a run or style (`w:rPr`) change in it."""
        if properties is None or not len(properties):
            return self
        struck = [switched(properties, "strike"), switched(properties, "dstrike")]
        hidden, fonts = switched(properties, "vanish"), properties.find(f"{W}rFonts")
        bold = switched(properties, "b")
        return replace(
            self,
            raised=_raised(properties, self.raised),
            struck=self.struck if struck == [None, None] else True in struck,
            hidden=self.hidden if hidden is None else hidden,
            bold=self.bold if bold is None else bold,
            font=self.font if fonts is None else fonts.get(f"{W}ascii") or self.font,
        )


PLAIN = Look()


def _raised(properties: etree._Element, inherited: int) -> int:
    set_as = value(properties, "vertAlign")
    if set_as is not None:
        return _RAISED.get(set_as, inherited)
    moved = number(properties, "position")
    if moved and number(properties, "sz") is not None:  # moved by hand and made smaller
        return 1 if moved > 0 else -1
    return inherited


class Styles:
    """The styles of a document by their ids; `root` is its `w:styles`, None without any."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId"): style for style in found}
        self._looks: dict[tuple[str | None, str | None], Look] = {}
        self._levels: dict[str | None, int] = {}
        self._default = next(
            (
                style.get(f"{W}styleId")
                for style in found
                if style.get(f"{W}default") in ("1", "true", "on")
                and style.get(f"{W}type") == "paragraph"
            ),
            None,
        )

    def name(self, style: str | None) -> str:
        """Return the name of a style that Word gives it in every language, in small letters."""
        return (value(self._styles.get(style), "name") or style or "").casefold()

    def look(self, paragraph: str | None, run: str | None) -> Look:
        """Return the look that the styles of a paragraph and of a run in it give together."""
        key = paragraph, run
        if key not in self._looks:
            look = PLAIN
            for style in (paragraph or self._default, run):
                for element in reversed(list(self.line(style))):
                    look = look.under(element.find(f"{W}rPr"))
            self._looks[key] = look
        return self._looks[key]

    def level(self, style: str | None) -> int:
        """Return the level of heading that a style of paragraphs stands for, 0 for none."""
        if style not in self._levels:
            self._levels[style] = self._level(style)
        return self._levels[style]

    def _level(self, style: str | None) -> int:
        if self.name(style) in ("title", "heading"):
            return 1
        for element in self.line(style):
            outline = number(element, "pPr/outlineLvl")
            named = _HEADING.match(value(element, "name") or element.get(f"{W}styleId") or "")
            if named and named[1] != "0":
                return min(int(named[1]), _DEEPEST)
            if outline is not None:
                return outline_level(outline)
        return 0

    def shows_heads(self, table: etree._Element) -> bool:
        """Tell whether the style of a table sets its first row apart from the others."""
        look = table.find(f"{W}tblPr/{W}tblLook")
        if look is None or not _has_first_row(look):
            return False
        parts = (
            part
            for style in self.line(value(table, "tblPr/tblStyle"))
            for part in style.findall(f"{W}tblStylePr")
        )
        return any(
            part.get(f"{W}type") == "firstRow"
            and (part.find(f"{W}rPr/{W}b") is not None or part.find(f"{W}tcPr/{W}shd") is not None)
            for part in parts
        )

    def line(self, style: str | None) -> Iterator[etree._Element]:
        """Yield a style and those it is based on, the nearest first."""
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")


def outline_level(outline: int) -> int:
    """Return the level of heading of an outline level (0 to 8), 0 for that of a body."""
    return min(outline + 1, _DEEPEST) if 0 <= outline < _BODY else 0


def _has_first_row(look: etree._Element) -> bool:
    """Tell whether a table uses what its style says of the first row."""
    named = look.get(f"{W}firstRow")
    if named is not None:
        return named in ("1", "true", "on")
    bits = look.get(f"{W}val") or ""
    return bool(re.fullmatch("[0-9A-Fa-f]+", bits)) and bool(int(bits, 16) & _FIRST_ROW)
