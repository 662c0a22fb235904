"""Put the words that stand for a picture in its place, where they say something of their own."""

import re

from lxml.html import HtmlElement

from index.cleaning.furniture import has_figure
from index.language.english.pages import IMAGE

_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|svg|webp|avif|bmp)$", re.I)
_TEX = re.compile(r"\{\\(?:displaystyle|textstyle) ?(.*)\}", re.S)
_FRAME = frozenset("nav header footer button a h1 h2 h3 h4 h5 h6".split())
_WORDS = 3  # of a picture that tells something; fewer name it


def write_pictures(page: HtmlElement) -> None:
    """Write the words of pictures behind them."""
    for picture in list(page.iter("img")):
        if said := _said(picture):
            after = picture.tail or ""
            picture.tail = f" {said}{' ' if after[:1].isalnum() else ''}{after}"
    for element in list(page.iterfind(".//*[@role='img']")):
        words = " ".join((element.get("aria-label") or "").split())
        if words and element.tag != "img" and has_figure(words) and words not in _text(element):
            element.tail = f" {words} {element.tail or ''}"


def _said(picture: HtmlElement) -> str:
    alt = " ".join((picture.get("alt") or "").split())
    if not any(map(str.isalnum, alt)):
        return alt if len(alt) <= 2 else ""  # a mark, such as ✓
    if formula := _TEX.fullmatch(alt):
        return _formula(picture, formula[1])
    around = list(picture.iterancestors())
    if any(parent.tag in ("td", "th") for parent in around[:4]) and not _FILE.match(alt):
        return alt
    if any(parent.tag in _FRAME for parent in around) or _FILE.match(alt):
        return ""
    if (len(alt.split()) < _WORDS and not has_figure(alt)) or _is_told(picture, around, alt):
        return ""
    parent = picture.getparent()
    beside = _text(parent) if parent is not None and parent.tag in ("p", "li", "span") else ""
    return f"({IMAGE}: {alt})" if beside else f"{IMAGE}: {alt}"


def _is_told(picture: HtmlElement, around: list[HtmlElement], alt: str) -> bool:
    """Tell whether the caption of a picture says the same."""
    figure = next((parent for parent in around if parent.tag == "figure"), None)
    return figure is not None and alt.casefold().rstrip(".") in _text(figure).casefold()


def _formula(picture: HtmlElement, tex: str) -> str:
    """Return a formula as text, unless it stands beside its picture for machines."""
    beside = picture.getprevious()
    if beside is not None and (beside.tag == "math" or beside.find(".//math") is not None):
        return ""
    from index.reading.markup.tex import linear_tex

    return linear_tex(tex)


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
