"""Write what a page says by the place or look of its words, so that it stands in the text itself.

Raised and lowered text, marks of notes, quotation marks, line ends, words of pictures.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from index.cleaning.cleaning import Change
from index.reading.signs.raised import lowered, note_mark, raised

LINE_END = "\u2028"  # of a <br>: those of the file are white space
CENTS = "raised cents: part of the price before them"
BACK_LINK = "back link: leads from a note to its mark"
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.I)
_LOWERED = re.compile(r"vertical-align\s*:\s*sub\b", re.I)
_TO_NOTE = re.compile(
    r"#_?(?:cite|f(?:oot)?n|ftn|e(?:nd)?n|edn|note|ref|sdfootnote|sdendnote)", re.I
)
_NOTE_MARK = re.compile(r"\(?\[?\w{1,4}\]?\)?")
_BACK = re.compile(
    r"(?:^|[\s_-])(?:backlink|back-?ref|footnote-(?:back|return)|reversefootnote)", re.I
)
_ARROWS = frozenset("↩ ↑ ^ ↵ ⏎ ⤴ ↩︎ ¶ 🔗".split())
_BORDERS = frozenset(
    "p div li td th dd dt h1 h2 h3 h4 h5 h6 br section article blockquote body figcaption".split()
)


def write_inline(page: HtmlElement) -> list[Change]:
    """Write the look of words into the text of a page; return what was left out."""
    changes = [Change(BACK_LINK, text, "") for text in _drop_back_links(page)]
    for element in list(page.iter()):
        tag = element.tag
        if tag == "br":
            element.tail = LINE_END + (element.tail or "")
        elif tag == "q":
            _put(element, f"“{element.text_content()}”")
        elif tag == "a" and _is_note(element):
            _put(element, note_mark(element.text_content(), _before(element), _after(element)))
        elif tag == "sup" or _RAISED.search(element.get("style") or ""):
            changes += _raise(element)
        elif tag == "sub" or _LOWERED.search(element.get("style") or ""):
            _put(element, lowered(element.text_content(), _before(element)))
    return changes


def _raise(element: HtmlElement) -> Iterator[Change]:
    """Write raised text in its line; yields the point that raised cents get."""
    text, before, after = element.text_content(), _before(element), _after(element)
    if _links(element):
        _put(element, note_mark(text, before, after))
    else:
        _put(element, written := raised(text, before, after))
        if written == f".{text.strip()}":
            price = before.split()[-1]
            yield Change(CENTS, f"{price} {text}", f"{price}{written}")


def _links(element: HtmlElement) -> bool:
    """Tell whether raised text is a link within the page, which that to a note is."""
    around = [*element.iterdescendants("a"), *element.iterancestors("a")]
    return any("#" in (link.get("href") or "") for link in around)


def _is_note(link: HtmlElement) -> bool:
    """Tell whether a link is the mark of a note, in the text or before the note."""
    text = link.text_content().strip()
    if not _NOTE_MARK.fullmatch(text) or "#" not in (link.get("href") or ""):
        return False
    return link.get("role") == "doc-noteref" or bool(_TO_NOTE.search(link.get("href")))


def _drop_back_links(page: HtmlElement) -> Iterator[str]:
    for link in list(page.iter("a")):
        text = link.text_content().strip()
        if "#" not in (link.get("href") or "") or link.getparent() is None:
            continue
        names = f"{link.get('class') or ''} {link.get('role') or ''}"
        if text in _ARROWS or (_BACK.search(names) and not _NOTE_MARK.fullmatch(text)):
            link.drop_tree()
            yield text


def _put(element: HtmlElement, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text


def _before(element: HtmlElement) -> str:
    """Return what stands right before an element in its line."""
    while True:
        sibling = element.getprevious()
        if sibling is not None:
            text = sibling.tail or ("" if sibling.tag in _BORDERS else sibling.text_content())
            if text or sibling.tag in _BORDERS:
                return text.rpartition(LINE_END)[2]
            element = sibling
            continue
        parent = element.getparent()
        if parent is None or parent.text or parent.tag in _BORDERS:
            return (parent.text or "") if parent is not None else ""
        element = parent


def _after(element: HtmlElement) -> str:
    """Return what stands right behind an element in its line."""
    while not element.tail:
        sibling, parent = element.getnext(), element.getparent()
        if sibling is not None:
            return "" if sibling.tag in _BORDERS else sibling.text_content()
        if parent is None or parent.tag in _BORDERS:
            return ""
        element = parent
    return str(element.tail)
