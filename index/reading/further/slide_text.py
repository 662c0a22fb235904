"""Read the paragraphs of a frame on a slide: numbers and marks of lists, formulas, struck text."""

import re
from collections.abc import Sequence

from lxml import etree
from pptx.text.text import TextFrame

from index.cleaning.cleaning import Change
from index.reading.signs.runs import Run, joined
from index.reading.word.names import MATH
from index.reading.word.signs.equations import linear
from index.reading.word.signs.formats import written

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NUMBER = re.compile("(arabic|alphaLc|alphaUc|romanLc|romanUc)(Period|ParenR|ParenBoth|Plain)")
_FORMS = {
    "arabic": "decimal",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}
_SHAPES = {"Period": "{}. ", "ParenR": "{}) ", "ParenBoth": "({}) ", "Plain": "{} "}
_STRUCK = ("sngStrike", "dblStrike")
_LEVELS = 9


def frame_text(frame: TextFrame, changes: list[Change], *, listed: bool = False) -> str:
    """Return the paragraphs of a frame, numbered as shown; several in one that lists have marks.

    Struck text is listed in `changes`.
    """
    read = [(paragraph._p, line_text(paragraph._p, changes)) for paragraph in frame.paragraphs]
    told = [(paragraph, text) for paragraph, text in read if text]
    marks = _marks([paragraph for paragraph, _ in told], "- " * (listed and len(told) > 1))
    return "\n".join(f"{mark}{text}" for mark, (_, text) in zip(marks, told, strict=True))


def lines_of(body: etree._Element, changes: list[Change]) -> str:
    """Return the paragraphs in a part of a drawing, a line each."""
    return "\n".join(filter(None, (line_text(one, changes) for one in body.iter(f"{_A}p"))))


def line_text(paragraph: etree._Element, changes: list[Change]) -> str:
    """Return the text of a paragraph, its raised and lowered runs as such."""
    runs: list[Run] = []
    for part in paragraph:
        if part.tag == f"{_A}br":
            runs.append(("\n", 0))
        elif part.tag in (f"{_A}r", f"{_A}fld"):
            properties = part.find(f"{_A}rPr")
            about = {} if properties is None else properties.attrib
            text = "".join(piece.text or "" for piece in part.iter(f"{_A}t")).replace("\v", "\n")
            if about.get("strike") in _STRUCK:
                changes += [Change("struck out", text.strip(), "")] if text.strip() else []
            else:
                height = float(about.get("baseline", "0").rstrip("%"))
                runs.append((text, int(height * 1000)))
        else:
            runs += [(linear(formula), 0) for formula in part.iter(f"{MATH}oMath")]
    return joined(runs).strip()


def _marks(paragraphs: Sequence[etree._Element], bullet: str) -> list[str]:
    """Return what stands before each paragraph: how deep it is, its number or its bullet."""
    found = []
    counts = [0] * _LEVELS
    for paragraph in paragraphs:
        about = paragraph.find(f"{_A}pPr")
        level = 0 if about is None else min(int(about.get("lvl", "0")), _LEVELS - 1)
        numbered = None if about is None else about.find(f"{_A}buAutoNum")
        form = None if numbered is None else _NUMBER.match(numbered.get("type", ""))
        counts[level + 1 :] = [0] * (_LEVELS - 1 - level)
        if numbered is not None and form is not None:
            counts[level] = (
                counts[level] + 1 if counts[level] else int(numbered.get("startAt", "1"))
            )
            mark = _SHAPES[form[2]].format(written(counts[level], _FORMS[form[1]]))
        else:
            counts[level] = 0
            plain = about is not None and about.find(f"{_A}buNone") is not None
            mark = "" if plain else bullet
        found.append(f"{'  ' * level * bool(mark)}{mark}")
    return found
