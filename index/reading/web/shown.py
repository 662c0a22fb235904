"""Take out of a page what its reader does not see, and what is struck out in it."""

import re
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from index.cleaning.cleaning import Change

HIDDEN = "hidden"
STRUCK = "struck out: the text is marked as no longer valid"
NOT_SHOWN = frozenset("svg iframe object embed canvas audio video textarea".split())
_FOR_OTHERS = NOT_SHOWN | {"template", "noscript"}  # their text stands for what is shown
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?:\.0*)?(?![\d.])",
    re.I,
)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
_OPENERS = ("aria-controls", "data-target", "data-bs-target")  # name the part that they fold out


def take_out(page: HtmlElement) -> list[Change]:
    """Take what is hidden or struck out of a page, and return it."""
    folded = _folded(page)
    hidden = [Change(HIDDEN, text, "") for text in _drop(page, lambda it: _is_hidden(it, folded))]
    return [*hidden, *(Change(STRUCK, text, "") for text in _drop(page, _is_struck))]


def _drop(page: HtmlElement, goes: Callable[[HtmlElement], bool]) -> Iterator[str]:
    """Drop elements, yielding their text."""
    for element in list(page.iter()):
        if isinstance(element.tag, str) and goes(element) and element.getparent() is not None:
            text = " ".join(element.text_content().split())
            element.drop_tree()
            if text:
                yield text


def _folded(page: HtmlElement) -> frozenset[str]:
    """Return the ids of the parts that a click on the page folds out: they are text of it."""
    said = (element.get(name) for name in _OPENERS for element in page.iterfind(f".//*[@{name}]"))
    return frozenset(name.lstrip("#") for ids in said if ids for name in ids.split())


def _is_hidden(element: HtmlElement, folded: frozenset[str]) -> bool:
    if element.tag in _FOR_OTHERS or "katex-html" in (element.get("class") or ""):
        return True
    hidden = element.get("hidden")
    marked = hidden is not None and hidden.casefold() != "until-found"
    if not marked and not _HIDDEN.search(element.get("style") or ""):
        return False
    unfolds = element.get("id") in folded or element.get("role") == "tabpanel"
    return not unfolds and not _is_formula(element)


def _is_formula(element: HtmlElement) -> bool:
    """Tell whether an element is a formula for machines, shown as a picture beside it."""
    return len(element) == 1 and element[0].tag == "math" and not (element.text or "").strip()


def _is_struck(element: HtmlElement) -> bool:
    if element.tag in ("del", "s", "strike"):
        return True
    return bool(_STRUCK.search(element.get("style") or ""))
