"""Write the formulas of a page, in MathML or TeX, as text in its lines."""

import re

from lxml.html import HtmlElement

from index.reading.markup.raised import lowered, raised

_TEX = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.S)
_LEFT_OUT = ("annotation", "annotation-xml", "mphantom", "maction")


def write_formulas(page: HtmlElement) -> None:
    """Put text in place of the formulas of a page."""
    for element in list(page.iter()):
        if not isinstance(element.tag, str):
            continue
        if _name(element) == "math" and element.getparent() is not None:
            text = " ".join(_linear(element).split())
            for child in list(element):
                element.remove(child)
            element.text = text
        element.text, element.tail = _without_tex(element.text), _without_tex(element.tail)


def _without_tex(text: str | None) -> str | None:
    if not text or ("\\(" not in text and "\\[" not in text):
        return text
    from index.reading.markup.tex import linear_tex

    return _TEX.sub(lambda found: linear_tex(found[1] or found[2]), text)


def _name(element: HtmlElement) -> str:
    return str(element.tag).rsplit(":", 1)[-1].lower()


def _linear(element: HtmlElement) -> str:
    name = _name(element)
    if name in _LEFT_OUT:
        return ""
    parts = [_linear(child) for child in element if isinstance(child.tag, str)]
    if not parts:
        text = " ".join((element.text or "").split())
        return f" {text} " if name == "mo" and text in "=×·+−-<>≤≥≈→" else text
    first, *rest = parts
    match name, rest:
        case "msup" | "mover", [up]:
            return first + raised(up, "x", "")
        case "msub" | "munder", [down]:
            return first + lowered(down, "x")
        case "msubsup" | "munderover", [down, up]:
            return first + lowered(down, "x") + raised(up, "x", "")
        case "mfrac", [below]:
            return f"{_grouped(first)}/{_grouped(below)}"
        case "mroot", [degree]:
            return f"{raised(degree, 'x', '')}√{_grouped(first)}"
        case "msqrt", _:
            return f"√{_grouped(''.join(parts))}"
        case "mtr", _:
            return ", ".join(parts)
        case "mtable", _:
            return "; ".join(parts)
    return "".join(parts)


def _grouped(text: str) -> str:
    text = text.strip()
    return text if re.fullmatch(r"[\w.,]+|√\w+|\(.*\)", text) else f"({text})"
