"""Find the lines of one article that only lead elsewhere, by proofs that need no other article.

A line without such a proof stays, whatever it looks like. Lines that need the other articles of the
site as proof are found by `boilerplate`, those that need the markup of a web page by `page_frame`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.cleaning.furniture import (
    TRAIL_BORDER,
    has_figure,
    is_here,
    is_root,
    plain,
    points_elsewhere,
    says_nothing,
)
from index.cleaning.keywords import SENTENCE_END, keyword_foot
from index.cleaning.links import dead_links
from index.cleaning.markdown import LINK, MARKED, outside_code

POINTER = "pointer: every word of it only points elsewhere"
TRAIL = "trail: the way from the start page to this one, which ends in the title below it"

# "Read the original article here: https://…"
_READ_AT = re.compile(r"(?<=\w)[:\s]+(?:https?://|www\.)\S+$", re.I)
_READING = frozenset(
    "continue reading|keep reading|阅读原文|点击阅读原文|查看原文|点击查看更多".split("|")
)
_MORE = frozenset(
    "read more|see more|show more|learn more|view more|find out more|more|click for more".split("|")
)
_SHORT = 200  # letters of a line with a long address
_HEAD = 40  # lines above a title: a menu of one line a room may stand there
_STATIONS = 3  # of a trail at least, the title with them
_STATION = 6  # words at most
_WORDY = 5  # words of a headline; a class, a place or a shelf has fewer


def dead_lines(lines: Sequence[str]) -> dict[int, str]:
    """Map the numbers of the lines that say nothing to the proof of it.

    Empty when nothing else would remain.
    """
    texts = [line.strip() for line in lines]
    shown = [i for i in outside_code(lines) if texts[i]]
    found: dict[int, str] = {}
    while more := dict(_found(texts, [i for i in shown if i not in found])):
        found |= more  # another look may find what stood beside it
    return found if len(found) < len(shown) else {}


def _found(texts: Sequence[str], left: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield what one look at the lines that are left finds."""
    yield from _trail(texts, left)
    yield from keyword_foot(texts, left)
    if any("](" in texts[i] for i in left):
        yield from dead_links(texts, left)
    neighbours = zip(left, [None, *left], [*left[1:], None], strict=False)
    yield from ((i, POINTER) for i, *beside in neighbours if _is_pointer(texts, i, *beside))


def _is_pointer(texts: Sequence[str], i: int, above: int | None, below: int | None) -> bool:
    """Tell a line that sends the reader elsewhere, standing for itself.

    A headline, a step of a list or a label is none.
    """
    text = texts[i] if len(texts[i]) < _SHORT else ""
    text = _READ_AT.sub("", text) if "://" in text or "www." in text else text
    if not text or not says_nothing(text) or MARKED.match(text):
        return False
    said = plain(text)
    if said.startswith("skip to "):
        return True
    if above is None:
        return False
    closed = below is None or _apart(texts, i, below)
    alone = closed and _apart(texts, above, i)
    if points_elsewhere(text) or said in _READING:
        return alone or (closed and bool(SENTENCE_END.search(texts[above])))
    return alone and said in _MORE


def _apart(texts: Sequence[str], above: int, below: int) -> bool:
    """Tell whether an empty line stands between two lines."""
    return any(not text for text in texts[above + 1 : below])


def _trail(texts: Sequence[str], left: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Find the way to this page above its title."""
    for i, below in pairwise(left[:_HEAD]):
        title = texts[below].lstrip("#").strip()
        line = LINK.sub(r"\1", texts[i])
        way = line.removesuffix(title)
        if title and way != line and not MARKED.match(texts[i]) and _leads_to(title, way):
            yield i, TRAIL


def _leads_to(title: str, way: str) -> bool:
    """Tell whether stations without a figure, the first of them the start page, lead to a title."""
    *stations, rest = TRAIL_BORDER.split(way)
    long = any(len(station.split()) > _STATION for station in stations)
    if rest or long or has_figure(way) or len(stations) + 1 < _STATIONS:
        return False
    characters = len(re.findall(r"[\u3040-\u9fff]", title))
    wordy = len(title.split()) >= _WORDY or characters >= 2 * _WORDY
    return is_root(stations[0]) or (is_here(stations[0]) and wordy)
