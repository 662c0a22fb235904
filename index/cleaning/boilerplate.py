"""Find lines that most articles of a site repeat and that say nothing, such as its menu.

What all minutes of a council repeat (their place, their secretary) is a fact of each: it stays, in
each.
"""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import groupby

from index.cleaning.cleaning import Change
from index.cleaning.furniture import (
    has_figure,
    is_act,
    is_menu_line,
    is_root,
    is_saying,
    plain,
    says_nothing,
)
from index.cleaning.markdown import link_text, outside_code
from index.cleaning.places import carried
from index.types import Pages

REPEATED = "repeated: most articles of the site have this line, and it says nothing"
MIN_ARTICLES = 3  # of a site: two that share a line may be one and its revision
MOST = 0.5  # of the articles of a site, and one more
_ROOMS = 40  # lines of a menu
_MARKS = ("#", "- ", "* ", "+ ", ">", "|")


def repeatable_lines(title: str, text: str, links: Collection[str] = ()) -> dict[int, str]:
    """Return the lines that go if most articles of the site have them, by a 64-bit key.

    `links` are links by their markup.
    """
    lines = [line.strip() for line in text.split("\n")]
    silent = {i for i in silent_lines(text, links) if lines[i] != title}
    shown = [i for i in outside_code(text.split("\n")) if lines[i]]
    found = {i for i in silent if _is_silent_anywhere(lines, i)}
    for may_go, run in groupby(shown, silent.__contains__):
        found.update(_of_run(lines, list(run), shown) if may_go else ())
    return {_key(lines[i]): lines[i] for i in sorted(found)}


def silent_lines(text: str, links: Collection[str] = ()) -> set[int]:
    """Return the numbers of the lines that say nothing, or are a link or menu without a figure.

    They may go, and are no title.
    """
    lines = text.split("\n")
    shown = [i for i in outside_code(lines) if lines[i].strip()]
    return {i for i in shown if _is_silent(lines[i].strip(), links)} | _menu_at_the_head(lines)


def _menu_at_the_head(lines: Sequence[str]) -> set[int]:
    """Find a menu of one room a line at the head of an article.

    It is the first block, starts with the start page, and holds one more room of every site.
    """
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    last = next((i for i in range(first, len(lines)) if not lines[i].strip()), len(lines))
    rooms = [line.strip() for line in lines[first:last]]
    short = all(
        len(room.split()) <= 3 and not has_figure(room) and ":" not in room for room in rooms
    )
    enough = 4 <= len(rooms) <= _ROOMS
    is_menu = enough and short and is_root(rooms[0]) and any(map(says_nothing, rooms[1:]))
    return set(range(first, last)) if is_menu else set()


def without_lines(
    text: str, keys: Collection[int], pages: Pages = ()
) -> tuple[str, list[Change], Pages]:
    """Drop lines by their keys; an article of nothing else stays as it is.

    Returns what is left, what went, and where the pages are now.
    """
    lines = text.split("\n")
    open_lines = set(outside_code(lines))
    gone = {i for i in open_lines if lines[i].strip() and _key(lines[i].strip()) in keys}
    if all(i in gone or not line.strip() for i, line in enumerate(lines)):
        return text, [], pages
    kept = "\n".join(line for i, line in enumerate(lines) if i not in gone)
    changes = [Change(REPEATED, lines[i].strip(), "") for i in sorted(gone)]
    left = re.sub(r"\n{3,}", "\n\n", kept).strip()
    return left, changes, carried(pages, lines, gone, str, left)


def _of_run(lines: Sequence[str], run: list[int], shown: Sequence[int]) -> list[int]:
    """Return which of the silent lines that follow each other may go.

    At the head or foot of an article all of them, but for links under a heading that says what they
    are; elsewhere the last may be a label of what comes below, links may be text, and one word
    alone may be anything: the kind of a thing, a place.
    """
    if len(run) == 1 and " " not in plain(lines[run[0]]):
        return []
    if run[0] == shown[0]:
        return run
    above = lines[shown[bisect_left(shown, run[0]) - 1]]
    if run[-1] == shown[-1]:
        labelled = above.startswith("#") or above.endswith((":", "："))
        return [i for i in run if says_nothing(lines[i])] if labelled else run
    return [i for i in run[:-1] if says_nothing(lines[i]) and not lines[i].startswith("#")]


def _is_silent(line: str, links: Collection[str]) -> bool:
    text = link_text(line) if "](" in line else None
    if line in links or (text is not None and not has_figure(text)) or is_menu_line(line):
        return True
    return says_nothing(line) and (line.startswith("#") or not line.startswith(_MARKS))


def _is_silent_anywhere(lines: Sequence[str], i: int) -> bool:
    """Tell whether a silent line is no label of what is below it, no list item, no table head."""
    line = lines[i]
    if line.startswith(_MARKS):
        return False
    if is_menu_line(line):
        beside = (*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2])
        return not any("|" in near or "·" in near for near in beside)
    return is_act(line) or is_saying(line)


def _key(line: str) -> int:
    digest = hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
