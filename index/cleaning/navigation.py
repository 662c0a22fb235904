"""Find the lines of one article that only lead elsewhere, each by a proof that needs no knowledge of the site.

A line without such a proof stays, whatever it looks like. Lines that need the other articles of the site as proof are
found by `boilerplate`, those that need the markup of a web page by `page_frame`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.cleaning.furniture import (
    TRAIL_BORDER,
    has_figure,
    is_here,
    is_offer,
    is_root,
    leads_on,
    plain,
    points_elsewhere,
    says_nothing,
)

POINTER = "pointer: every word of it only points elsewhere"
LINK = "link: by its markup nothing but a way to other pages"
LINKS_UNDER = "related links: a list of links under a heading that says nothing"
TRAIL = "trail: the way from the start page to this one, which ends in the title below it"
KEYWORDS = "advertising: a run-together list of keywords and a bare address that the article knows nothing of"

_SENTENCE_END = re.compile(r"[.!?。！？…][\"'”’)\]]*$")
_MARKED = re.compile(r"^(?:[-*+•>#|]|\d+[.)]\s)")
_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*>?(?:\s+\"[^\"]*\")?\s*\)"
)
_MARK_OF_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_BETWEEN_LINKS = re.compile(r"[\s|•·/›»>←→↑*+,-]*")
_ADDRESS = re.compile(
    r"^(?P<name>\D{2,80}?)[\s,:;-]*\s(?P<host>(?:https?://|www\.)[^\s,/]+)/?$", re.I
)
_READ_AT = re.compile(
    r"(?<=\w)[:\s]+(?:https?://|www\.)\S+$", re.I
)  # "Read the original article here: https://…"
_LED = re.compile(r"^[*_\s]*(\w[\w ]{2,20}?)\s*[:→»][*_\s]*(\[.*)$")
_GLUED = re.compile(r"\w,\w")
_SHORT = 200  # letters of a line with a long address
_HEAD = 40  # lines above a title: a menu of one line a room may stand there
_MANY_WORDS = (
    80  # different words of an article; a shorter one may well not name what its last line is about
)
_WORDY = 5  # words of a headline; a class, a place or a shelf has fewer
_KNOWN = 0.2  # of the words of a list of keywords: "equipment" may stand in any article
_WORD = re.compile(r"\w{4,}")


def dead_lines(lines: Sequence[str]) -> dict[int, str]:
    """Map the numbers of the lines that say nothing to the proof of it; empty when nothing else would remain."""
    texts = [line.strip() for line in lines]
    shown = [i for i in outside_code(lines) if texts[i]]
    found: dict[int, str] = {}
    while more := {
        i: rule for i, rule in _found(texts, [i for i in shown if i not in found]) if i not in found
    }:
        found |= more
    return found if len(found) < len(shown) else {}


def link_text(line: str) -> str | None:
    """Return the text of a Markdown line that is nothing but links, else None."""
    texts = [found.group(1) for found in _LINK.finditer(line)]
    bare = _MARK_OF_ITEM.sub("", line)
    return " ".join(texts) if texts and _BETWEEN_LINKS.fullmatch(_LINK.sub("", bare)) else None


def leads_on_by_link(line: str) -> bool:
    """Tell a line such as "Read more: [Fog closes the pass](fog.md)", whose link holds no figure."""
    found = _LED.match(line)
    text = link_text(found[2]) if found and leads_on(found[1]) else None
    return text is not None and not has_figure(text)


def outside_code(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are no code: not fenced, and not indented under an empty line."""
    fence, indented = "", False
    for i, line in enumerate(lines):
        text = line.strip()
        indented = line.startswith(("    ", "\t")) and (
            indented or not i or not lines[i - 1].strip()
        )
        mark = text[:3] if text.startswith(("```", "~~~")) else ""
        if mark and fence in ("", mark):
            fence = "" if fence else mark
        elif not fence and not (indented and text):
            yield i


def _found(texts: Sequence[str], left: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield what a look at the lines that are left finds; another look may find what stood beside it."""
    yield from _trail(texts, left)
    yield from _keywords(texts, left)
    if any("](" in texts[i] for i in left):
        yield from _links(texts, left)
    for place, i in enumerate(left):
        above = left[place - 1] if place else None
        below = left[place + 1] if place + 1 < len(left) else None
        if _is_pointer(texts, i, above, below):
            yield i, POINTER


def _is_pointer(texts: Sequence[str], i: int, above: int | None, below: int | None) -> bool:
    """Tell a line that sends the reader elsewhere, standing for itself, from a headline, a step of a list or a label."""
    text = texts[i] if len(texts[i]) < _SHORT else ""
    text = _READ_AT.sub("", text) if "://" in text or "www." in text else text
    if not text or not says_nothing(text) or _MARKED.match(text):
        return False
    alone = (above is None or _apart(texts, above, i)) and (
        below is None or _apart(texts, i, below)
    )
    if plain(text).startswith("skip to "):
        return True
    if above is None:
        return False
    ends = alone or (
        (below is None or _apart(texts, i, below)) and bool(_SENTENCE_END.search(texts[above]))
    )
    return ends if points_elsewhere(text) or _is_reading(text) else alone and _is_more(text)


def _apart(texts: Sequence[str], above: int, below: int) -> bool:
    """Tell whether an empty line stands between two lines."""
    return any(not text for text in texts[above + 1 : below])


def _is_more(text: str) -> bool:
    return plain(text) in (
        "read more",
        "see more",
        "show more",
        "learn more",
        "view more",
        "find out more",
        "more",
        "click for more",
    )


def _is_reading(text: str) -> bool:
    return plain(text) in (
        "continue reading",
        "keep reading",
        "阅读原文",
        "点击阅读原文",
        "查看原文",
        "点击查看更多",
    )


def _trail(texts: Sequence[str], left: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Find the way to this page above its title: stations without a figure, the first of them the start page."""
    for i, below in pairwise(left[:_HEAD]):
        title = texts[below].lstrip("#").strip()
        line = _LINK.sub(r"\1", texts[i])
        way = line.removesuffix(title)
        if not title or way == line or has_figure(way) or _MARKED.match(texts[i]):
            continue
        stations = TRAIL_BORDER.split(way)
        if (
            len(stations) < 3
            or stations[-1]
            or any(len(station.split()) > 6 for station in stations)
        ):
            continue
        wordy = (
            len(title.split()) >= _WORDY or len(re.findall(r"[\u3040-\u9fff]", title)) >= 2 * _WORDY
        )
        if is_root(stations[0]) or (is_here(stations[0]) and wordy):
            yield i, TRAIL


def _keywords(texts: Sequence[str], left: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Find the foot that a scraped page brought along: phrases run together with commas, then a firm with a bare address."""
    address = _ADDRESS.match(texts[left[-1]]) if left else None
    if not address:
        return
    lists = []
    for i in reversed(left[:-1]):
        if not _is_glued(texts[i]):
            break
        lists.append(i)
    body = set(_words(texts[i] for i in left[: len(left) - len(lists) - 1]))
    tail = Counter(_words([address["name"], *(texts[i] for i in lists)]))
    known = [word for word in tail if word in body]
    named = any(tail[word] > 1 for word in known) or any(
        word in address["host"].casefold() for word in body
    )
    if lists and len(body) >= _MANY_WORDS and not named and len(known) < _KNOWN * len(tail):
        yield from ((i, KEYWORDS) for i in (*lists, left[-1]))


def _is_glued(text: str) -> bool:
    return (
        len(_GLUED.findall(text)) >= 2
        and ", " not in text
        and ":" not in text
        and not has_figure(text)
        and not _SENTENCE_END.search(text)
    )


def _words(texts: Iterator[str] | Sequence[str]) -> list[str]:
    return [word.casefold() for text in texts for word in _WORD.findall(text)]


def _links(texts: Sequence[str], left: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Find Markdown lines that are links and say nothing, and lists of links under a heading that only offers other pages."""
    heading: int | None = None
    for i in left:
        text = link_text(texts[i]) if "](" in texts[i] else None
        if text is None:
            heading = i if len(texts[i]) < _SHORT and is_offer(texts[i]) else None
            if "](" in texts[i] and leads_on_by_link(texts[i]):
                yield i, LINK
        elif (says_nothing(text) or _is_menu_of_links(texts[i])) and _among_links(texts, i):
            yield i, LINK
        elif heading is not None and not has_figure(text):
            yield from ((i, LINKS_UNDER), (heading, LINKS_UNDER))


def _among_links(texts: Sequence[str], i: int) -> bool:
    """Tell whether a paragraph holds only links and what says nothing: among other lines, or in a listing, a link is text."""
    first, last = i, i
    while first and texts[first - 1]:
        first -= 1
    while last + 1 < len(texts) and texts[last + 1]:
        last += 1
    near = (text for text in texts[first : last + 1] if not text.startswith("#"))
    return all(link_text(text) is not None or says_nothing(text) for text in near)


def _is_menu_of_links(line: str) -> bool:
    cells = [found.group(1) for found in _LINK.finditer(line)]
    return len(cells) >= 3 and not has_figure(" ".join(cells)) and any(map(says_nothing, cells))
