"""Write an equation of Word (Office MathML) in a line: Q = 2.5 × √h, (a + b)/2, x², ∑_(i=1)^n."""

import re
import unicodedata
from collections.abc import Callable

from lxml import etree

from index.reading.signs.raised import subscript, superscript
from index.reading.word.names import MATH, TAKEN_AWAY, W

_RELATIONS = "=≠≈≃≅≡<>≤≥≪≫∝∼→←↔⇒⇐⇔∈∉⊂⊆≔"
_OPERATORS = "+−×÷±∓·⋅∗*-"
_OPENING = "([{|,;"
_SIGNS = re.compile(rf"\s*([{_RELATIONS}]+|[{re.escape(_OPERATORS)}])\s*")
_LETTERS_OF_MATHS = re.compile("[\U0001d400-\U0001d7ff\u210e]")
_INVISIBLE = re.compile("[\u2061-\u2064\u200b]")
_NUMBER = re.compile(r"\d+([.,]\d+)*")
_WORD = re.compile(r"\w+")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_PROPERTY_NAMES = (
    "rPr ctrlPr fPr radPr sSupPr sSubPr sSubSupPr sPrePr naryPr dPr funcPr limLowPr limUppPr "
    "accPr barPr boxPr borderBoxPr groupChrPr eqArrPr mPr oMathParaPr phantPr argPr"
)
_PROPERTIES = {f"{MATH}{name}" for name in _PROPERTY_NAMES.split()} | {f"{W}rPr"}


def linear(equation: etree._Element) -> str:
    """Return an equation as a line of text."""
    return _spaced(_inside(equation))


def _spaced(text: str) -> str:
    """Set spaces around relations and operators, but not around signs of numbers: x = -3."""

    def space(found: re.Match[str]) -> str:
        """Return a sign with spaces around it, or as it is before a number."""
        before, sign = found.string[: found.start()].rstrip(), found[1]
        alone = not before or before[-1] in _OPENING + _RELATIONS + _OPERATORS + "/^_"
        if alone and sign in _OPERATORS:  # of a number, not between two
            return f"{' ' if found[0][:1].isspace() and before else ''}{sign}"
        return f" {sign} "

    return " ".join(_SIGNS.sub(space, text).split())


def _inside(element: etree._Element | None) -> str:
    """Return what an element holds, its parts one after the other."""
    if element is None:
        return ""
    return "".join(map(_part, element))


def _part(node: etree._Element) -> str:
    if not isinstance(node.tag, str) or node.tag in _PROPERTIES or node.tag in TAKEN_AWAY:
        return ""
    if node.tag in (f"{MATH}t", f"{W}t"):
        return _plain(node.text or "")
    write = _WRITERS.get(node.tag.removeprefix(MATH))
    return write(node) if write else _inside(node)


def _plain(text: str) -> str:
    """Return text with plain letters for those that Unicode has for mathematics."""
    text = _LETTERS_OF_MATHS.sub(lambda it: unicodedata.normalize("NFKC", it[0]), text)
    return _INVISIBLE.sub("", text)


def _of(node: etree._Element, name: str) -> str:
    """Return one of the parts that a node names, empty without it."""
    return _inside(node.find(f"{MATH}{name}"))


def _set(node: etree._Element, path: str, otherwise: str) -> str:
    """Return what a property is set to: `otherwise` without it, empty where it is set so."""
    found = node.find("/".join(f"{MATH}{name}" for name in path.split("/")))
    return otherwise if found is None else found.get(f"{MATH}val") or ""


def _one(text: str) -> str:
    """Return a part in brackets, unless it is one thing."""
    text = text.strip()
    whole = _NUMBER.fullmatch(text) or _WORD.fullmatch(text) or _is_closed(text)
    return text if whole or len(text) < 2 else f"({_spaced(text)})"


def _is_closed(text: str) -> bool:
    """Tell whether a bracket goes from the first character to the last."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    depth = 0
    for at, char in enumerate(text):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth == 0:
            return at == len(text) - 1
    return False


def _fraction(node: etree._Element) -> str:
    over, under = _of(node, "num"), _of(node, "den")
    if _set(node, "fPr/type", "bar") == "noBar":
        return f"{over}¦{under}"
    return f"{_one(over)}/{_one(under)}"


def _power(node: etree._Element) -> str:
    base = _one(_of(node, "e"))
    return base + _up(_of(node, "sup"), base)


def _index(node: etree._Element) -> str:
    return _one(_of(node, "e")) + _down(_of(node, "sub"))


def _both(node: etree._Element) -> str:
    base = _one(_of(node, "e")) + _down(_of(node, "sub"))
    return base + _up(_of(node, "sup"), base)


def _before(node: etree._Element) -> str:
    return _down(_of(node, "sub")) + _up(_of(node, "sup")) + _one(_of(node, "e"))


def _up(text: str, base: str = "") -> str:
    return superscript("".join(text.split()), base) if text.strip() else ""


def _down(text: str) -> str:
    return subscript("".join(text.split())) if text.strip() else ""


def _root(node: etree._Element) -> str:
    degree = _of(node, "deg").strip()
    mark = _ROOTS.get(degree)
    if mark is None:
        mark = f"{superscript(degree)}√" if degree.isdigit() else f"{_one(degree)}√"
    return mark + _one(_of(node, "e"))


def _many(node: etree._Element) -> str:
    sign = _set(node, "naryPr/chr", "∫")
    return f" {sign}{_down(_of(node, 'sub'))}{_up(_of(node, 'sup'))} {_of(node, 'e')}"


def _delimited(node: etree._Element) -> str:
    between = _set(node, "dPr/sepChr", "|")
    parts = (_spaced(_inside(part)) for part in node.findall(f"{MATH}e"))
    first, last = _set(node, "dPr/begChr", "("), _set(node, "dPr/endChr", ")")
    return f"{first}{between.join(parts)}{last}"


def _function(node: etree._Element) -> str:
    name, argument = _of(node, "fName"), _of(node, "e")
    return f"{name}{'' if argument.startswith('(') else ' '}{argument}"


def _under(node: etree._Element) -> str:
    return f"{_of(node, 'e')}{_down(_of(node, 'lim'))}"


def _over(node: etree._Element) -> str:
    return f"{_of(node, 'e')}{_up(_of(node, 'lim'), _of(node, 'e'))}"


def _accent(node: etree._Element) -> str:
    return _one(_of(node, "e")) + _set(node, "accPr/chr", "\u0302")


def _bar(node: etree._Element) -> str:
    below = _set(node, "barPr/pos", "bot") != "top"
    return _one(_of(node, "e")) + ("\u0332" if below else "\u0305")


def _lines(node: etree._Element) -> str:
    return "; ".join(_spaced(_inside(part)).replace("&", "") for part in node.findall(f"{MATH}e"))


def _matrix(node: etree._Element) -> str:
    rows = (", ".join(map(_inside, row.findall(f"{MATH}e"))) for row in node.findall(f"{MATH}mr"))
    return "; ".join(rows)


_WRITERS: dict[str, Callable[[etree._Element], str]] = {
    "f": _fraction,
    "sSup": _power,
    "sSub": _index,
    "sSubSup": _both,
    "sPre": _before,
    "rad": _root,
    "nary": _many,
    "d": _delimited,
    "func": _function,
    "limLow": _under,
    "limUpp": _over,
    "acc": _accent,
    "bar": _bar,
    "eqArr": _lines,
    "m": _matrix,
}
