"""Write the formulas of a page, in MathML or TeX, as text in its lines."""

import re
from collections.abc import Callable

from lxml import etree
from lxml.html import HtmlElement

from index.reading.signs.raised import subscript, superscript

_TEX = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.S)
_LEFT_OUT = ("annotation", "annotation-xml", "mphantom", "maction")


def write_formulas(page: HtmlElement) -> None:
    """Put text in place of the formulas of a page."""
    for element in list(page.iter()):
        if not isinstance(element.tag, str):
            continue
        if _name(element) == "math" and element.getparent() is not None:
            text = formula_text(element)
            for child in list(element):
                element.remove(child)
            element.text = text
        element.text, element.tail = _without_tex(element.text), _without_tex(element.tail)


def formula_text(math: etree._Element) -> str:
    """Return a formula in MathML as a line of text."""
    return " ".join(_linear(math).split())


def _without_tex(text: str | None) -> str | None:
    if not text or ("\\(" not in text and "\\[" not in text):
        return text
    from index.reading.markup.tex import linear_tex

    return _TEX.sub(lambda found: linear_tex(found[1] or found[2]), text)


def _name(element: etree._Element) -> str:
    return re.split("[:}]", str(element.tag))[-1].lower()


def _linear(element: etree._Element) -> str:
    name = _name(element)
    if name in _LEFT_OUT:
        return ""
    parts = [_linear(child) for child in element if isinstance(child.tag, str)]
    if not parts:
        text = " ".join((element.text or "").split())
        return f" {text} " if name == "mo" and text in "=×·+−-<>≤≥≈→" else text
    if write := _WRITERS.get((name, len(parts))):
        return write(*parts)
    if name in _BETWEEN:
        return _BETWEEN[name].join(parts)
    joined = "".join(parts)
    return f"√{_grouped(joined)}" if name == "msqrt" else joined


def _grouped(text: str) -> str:
    text = text.strip()
    return text if re.fullmatch(r"[\w.,]+|√\w+|\(.*\)", text) else f"({text})"


def _up(base: str, up: str) -> str:
    return base + superscript(up, base)


def _down(base: str, down: str) -> str:
    return base + subscript(down)


def _both(base: str, down: str, up: str) -> str:
    return _up(_down(base, down), up)


def _fraction(above: str, below: str) -> str:
    return f"{_grouped(above)}/{_grouped(below)}"


def _root(base: str, degree: str) -> str:
    return f"{superscript(degree)}√{_grouped(base)}"


_BETWEEN = {"mtr": ", ", "mtable": "; "}
_WRITERS: dict[tuple[str, int], Callable[..., str]] = {
    ("msup", 2): _up,
    ("mover", 2): _up,
    ("msub", 2): _down,
    ("munder", 2): _down,
    ("msubsup", 3): _both,
    ("munderover", 3): _both,
    ("mfrac", 2): _fraction,
    ("mroot", 2): _root,
}
