"""Tell the frame of a web page (menus, links to other pages, controls) from its article, by markup alone.

Only links, controls, overlays and lines that say nothing go. Text that is no link stays wherever it stands: a box of facts
is often an <aside>, an address or the date of a decision a <footer>. A link with a figure is a fact as well, unless it
stands in a <nav>; a link to a telephone or a mailbox is no way to another page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from index.furniture import has_figure, is_menu_line, says_nothing
from index.navigation import LINK, LINKS_UNDER

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
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|pagination|pager|share|sharing|social|related|recommended|skip)(?:$|[\s_-])"
)
_COOKIE_CLASS = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr)[_-]?(?:banner|notice|consent|bar|popup|message|law|overlay)(?:$|[\s_-])")
_AD_CLASS = re.compile(
    r"(?:^|\s)(?:ads?|adverts?|advertisement|adsbygoogle|ads?[_-](?:slot|box|banner|unit|container|wrapper)|banner[_-]ad|sponsored)(?:$|\s)"
)
_NO_WAY = re.compile(r"\s*(?:tel|mailto|sms|fax|geo):", re.I)
_OF_PERSONS = re.compile(r"(?:^|\s)(?:author|byline|vcard|fn)(?:$|\s)")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between two borders of the page: how much of it is links, and what part of the page it stands in."""

    text: str
    link_share: float
    frame: str

    @property
    def words(self) -> str:
        """Return the text without the marks of a heading or list."""
        return self.text.lstrip("#").removeprefix("- ").strip()

    @property
    def is_way(self) -> bool:
        """Tell whether the block is nothing but links to other pages, and holds no figure."""
        return self.link_share >= 1 and not has_figure(self.text) and not self.text.startswith("|")


def frame_of(element: HtmlElement, around: str) -> str:
    """Return what part of the page an element is, given the part around it."""
    part = _TAGS.get(element.tag) or _ROLES.get(element.get("role") or "") or _by_class(element)
    if part in (_EDGE, _ASIDE) and around in (_ARTICLE, _BOX):
        return _BOX
    if part == _EDGE and element.find(".//h1") is not None:
        return around
    return part or around


def _by_class(element: HtmlElement) -> str:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if names == " " or element.tag in ("html", "body"):
        return ""
    for pattern, part in ((_COOKIE_CLASS, _COOKIE), (_AD_CLASS, _AD), (_LINK_CLASS, _LINKS)):
        if pattern.search(names) and element.find(".//h1") is None:
            return part
    return ""


def is_way(link: HtmlElement) -> bool:
    """Tell whether a link leads to another page, not to a telephone, a mailbox or the person who wrote this one."""
    href = link.get("href")
    persons = link.get("rel") == "author" or link.get("itemprop") is not None or _OF_PERSONS.search(link.get("class") or "")
    return href is not None and not _NO_WAY.match(href) and not persons


def dead_blocks(blocks: Sequence[Block]) -> dict[int, str]:
    """Map the numbers of the blocks that belong to the frame to the proof of it; empty when nothing else would remain."""
    dead = dict(_dead(blocks))
    return dead if len(dead) < len(blocks) else {}


def _dead(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    titles = {block.words.casefold() for block in blocks if block.text.startswith("# ")}
    inside = any(block.frame == _ARTICLE for block in blocks)
    heading: int | None = None
    for i, block in enumerate(blocks):
        if block.frame in (_ARTICLE, _BOX, "", _ASIDE) and block.text.startswith("#"):
            heading = i
        under = heading is not None and heading != i and blocks[heading].frame == block.frame
        if rule := _rule(block, titles):
            yield i, rule
        elif block.is_way and under and heading is not None and says_nothing(blocks[heading].words):
            yield from ((i, LINKS_UNDER), (heading, LINKS_UNDER))
        elif block.is_way and not under and (block.frame == _ASIDE or (inside and not block.frame)):
            yield i, FRAME


def _rule(block: Block, titles: set[str]) -> str:
    """Return the proof that a block says nothing, as far as the block itself and its place in the page give one."""
    silent, figure = says_nothing(block.words), has_figure(block.text)
    here = silent or block.words.casefold() in titles
    proofs = (
        (OVERLAY, block.frame == _COOKIE or (block.frame == _DIALOG and not figure)),
        (CONTROL, block.frame == _CONTROL and not figure),
        (ADVERT, block.frame == _AD and (block.link_share >= 1 or not figure)),
        (MENU, block.frame == _MENU and (block.link_share > 0.5 or here)),
        (MENU, block.frame == _LINKS and (block.is_way or here)),
        (FRAME, block.frame == _EDGE and (block.is_way or silent)),
        (FRAME, block.frame == _ASIDE and silent and not block.text.startswith("#")),
        (LINK, block.is_way and (silent or is_menu_line(block.text))),
    )
    return next((rule for rule, holds in proofs if holds), "")
