"""Tell the frame of a web page from its article, by markup alone.

The frame is menus, links to other pages and controls. Only links, controls, overlays and lines that
say nothing go. Text that is no link stays wherever it stands: a box of facts is often an <aside>,
an address or the date of a decision a <footer>. A link with a figure is a fact as well, unless it
stands in a <nav>; a link to a telephone or a mailbox is no way to another page.
"""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from index.cleaning.furniture import (
    has_figure,
    is_menu_line,
    is_offer,
    leads_on,
    says_nothing,
    starts_at_root,
)
from index.cleaning.links import LINK, LINKS_UNDER
from index.reading.web.block import Block

MENU = "menu: a link in the navigation of the page"
FRAME = "page frame: a link outside the article, or a line there that says nothing"
CONTROL = "control: the label of a button or choice"
OVERLAY = "overlay: a dialog or cookie notice over the page"
ADVERT = "advertising: marked as such in the page"

_ARTICLE, _MENU, _LINKS, _EDGE, _ASIDE, _BOX, _CONTROL, _DIALOG, _COOKIE, _AD = (
    "article menu links edge aside box control dialog cookie ad".split()
)
_TAGS = {
    **dict.fromkeys(("nav", "menu"), _MENU),
    **dict.fromkeys(("header", "footer"), _EDGE),
    **dict.fromkeys(("button", "select"), _CONTROL),
    **dict.fromkeys(("main", "article"), _ARTICLE),
    "aside": _ASIDE,
    "dialog": _DIALOG,
}
_ROLES = {
    **dict.fromkeys(("navigation", "menu", "menubar", "search"), _MENU),
    **dict.fromkeys(("banner", "contentinfo"), _EDGE),
    **dict.fromkeys(("dialog", "alertdialog"), _DIALOG),
    "complementary": _ASIDE,
    "button": _CONTROL,
    "main": _ARTICLE,
}
_LINK_CLASS = re.compile(
    r"(?:^|\s)(?:(?:(?:main|site|top|page|primary|secondary|global|sub|left|side|footer|header|mobile)[_-]?)?"
    r"(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager)(?:[_-](?:list|links|bar|container|wrapper|inner))?"
    r"|(?:share|sharing|social)(?:[_-](?:buttons?|links?|bar|icons?|media|list))?"
    r"|(?:related|recommended)(?:[_-](?:articles?|posts?|stories|links|news|content))?"
    r"|skip(?:[_-](?:links?|nav|to[_-]content))?)(?:$|\s)"
)
_COOKIE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr)[_-]?(?:banner|notice|consent|bar|popup|message|law|overlay)(?:$|[\s_-])"
)
_AD_CLASS = re.compile(
    r"(?:^|\s)(?:ads?|adverts?|advertisement|adsbygoogle|ads?[_-](?:slot|box|banner|unit|container|wrapper)|banner[_-]ad|sponsored)(?:$|\s)"
)
_NO_WAY = re.compile(
    r"\s*(?:tel|mailto|sms|fax|geo):|https?://(?:maps\.|[^/]+/maps|[^/]*openstreetmap\.|creativecommons\.)",
    re.I,
)
_OF_PERSONS = re.compile(r"(?:^|\s)(?:author|byline|vcard|fn)(?:$|\s)")
_SENTENCE = re.compile(r"[.!?:。！？：]")


def frame_of(element: HtmlElement, around: str) -> str:
    """Return what part of the page an element is, given the part around it."""
    part = _TAGS.get(element.tag) or _ROLES.get(element.get("role") or "") or _by_class(element)
    if part in (_EDGE, _ASIDE) and around in (_ARTICLE, _BOX):
        return _BOX
    if part == _CONTROL and _says_what_follows(element, around):
        return around
    if part == _EDGE and element.find(".//h1") is not None:
        return around
    return part or around


def _says_what_follows(control: HtmlElement, around: str) -> bool:
    """Tell the head of a part that folds out, or the choices of an article, from a mere button."""
    folds = control.get("aria-expanded") is not None or control.get("aria-controls") is not None
    heading = re.fullmatch("h[1-6]", str(control.getparent().tag))
    return folds or bool(heading) or (control.tag == "select" and around in (_ARTICLE, _BOX, ""))


def _by_class(element: HtmlElement) -> str:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if names == " " or element.tag in ("html", "body"):
        return ""
    for pattern, part in ((_COOKIE_CLASS, _COOKIE), (_AD_CLASS, _AD), (_LINK_CLASS, _LINKS)):
        if pattern.search(names) and element.find(".//h1") is None:
            return part
    return ""


def is_way(link: HtmlElement) -> bool:
    """Tell whether a link leads to another page.

    Not to a telephone, a mailbox, a map, a licence or who wrote this one.
    """
    href = link.get("href")
    if href is None or _NO_WAY.match(href) or next(link.iterancestors("address"), None) is not None:
        return False
    said = link.get("rel") in ("author", "license") or link.get("itemprop") is not None
    return not said and not _OF_PERSONS.search(link.get("class") or "")


def dead_blocks(blocks: Sequence[Block]) -> dict[int, str]:
    """Map the numbers of the blocks that belong to the frame to the proof of it.

    Empty when nothing else would remain.
    """
    dead = dict(_dead(blocks))
    return dead if len(dead) < len(blocks) else {}


def _dead(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    titles = {block.words.casefold() for block in blocks if block.text.startswith("# ")}
    inside = any(block.frame == _ARTICLE for block in blocks)
    # The block of the same part of the page that says what the links below it are.
    label: int | None = None
    for i, block in enumerate(blocks):
        if label is not None and blocks[label].frame != block.frame:
            label = None
        offered = label is not None and is_offer(blocks[label].words)
        if rule := _rule(block, titles):
            yield i, rule
        elif not block.is_way:
            label = i
        elif label is not None and offered:
            yield from ((i, LINKS_UNDER), (label, LINKS_UNDER))
        elif label is None and (block.frame == _ASIDE or (inside and not block.frame)):
            yield i, FRAME


def _rule(block: Block, titles: set[str]) -> str:
    """Return the proof that a block says nothing, as far as it and its place give one."""
    frame, all_link = block.frame, block.link_share >= 1
    silent, figure = says_nothing(block.words), has_figure(block.text)
    here = silent or block.words.casefold() in titles
    mostly_link = all_link or (block.link_share > 0.5 and not figure)
    menu_of_links = block.links > 1 and (is_menu_line(block.text) or starts_at_root(block.text))
    proofs = (
        (OVERLAY, frame == _COOKIE or (frame == _DIALOG and not figure)),
        (CONTROL, frame == _CONTROL and not figure and not _SENTENCE.search(block.text)),
        (ADVERT, frame == _AD and (all_link or not figure)),
        (MENU, frame == _MENU and (mostly_link or here)),
        (MENU, frame == _LINKS and (block.is_way or here)),
        (FRAME, frame == _EDGE and (block.is_way or silent)),
        (FRAME, frame == _ASIDE and silent and not is_offer(block.words)),
        (LINK, block.is_way and (silent or menu_of_links)),
        (LINK, not figure and block.lead != "" and leads_on(block.lead)),
    )
    return next((rule for rule, holds in proofs if holds), "")
