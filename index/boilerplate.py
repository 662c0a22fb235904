"""Find lines that most articles of a site repeat and that say nothing of their own, such as its menu.

What all minutes of a council repeat (their place, their secretary) is a fact of each: it stays, in each.
"""

import hashlib
import re
from collections.abc import Collection, Sequence
from itertools import groupby

from index.cleaning import Change
from index.furniture import has_figure, is_act, is_menu_line, is_saying, plain, says_nothing
from index.navigation import link_text, outside_code

REPEATED = "repeated: most articles of the site have this line, and it says nothing"
MIN_ARTICLES = 3  # of a site: two that share a line may be one and its revision
MOST = 0.5  # of the articles of a site, and one more
_MARKS = ("#", "- ", "* ", "+ ", ">", "|")


def repeatable_lines(title: str, text: str, links: Collection[str] = ()) -> dict[int, str]:
    """Return the lines that go if most articles of the site have them, by a 64-bit key; `links` are links by their markup."""
    lines = [line.strip() for line in text.split("\n")]
    shown = [i for i in outside_code(text.split("\n")) if lines[i]]
    silent = {i for i in shown if lines[i] != title and is_silent(lines[i], links)}
    found = {i for i in silent if _is_silent_anywhere(lines, i)}
    for may_go, run in groupby(shown, silent.__contains__):
        found.update(_of_run(lines, list(run), shown) if may_go else ())
    return {_key(lines[i]): lines[i] for i in sorted(found)}


def without_lines(text: str, keys: Collection[int]) -> tuple[str, list[Change]]:
    """Drop lines by their keys; an article of nothing else stays as it is."""
    lines = text.split("\n")
    open_lines = set(outside_code(lines))
    gone = {i for i in open_lines if lines[i].strip() and _key(lines[i].strip()) in keys}
    if all(i in gone or not line.strip() for i, line in enumerate(lines)):
        return text, []
    kept = "\n".join(line for i, line in enumerate(lines) if i not in gone)
    return re.sub(r"\n{3,}", "\n\n", kept).strip(), [Change(REPEATED, lines[i].strip(), "") for i in sorted(gone)]


def _of_run(lines: Sequence[str], run: list[int], shown: Sequence[int]) -> list[int]:
    """Return which of the silent lines that follow each other may go.

    At the head or foot of an article all of them; elsewhere the last may be a label of what comes below, links may be text,
    and one word alone may be anything: the kind of a thing, the ground of a match.
    """
    if len(run) == 1 and " " not in plain(lines[run[0]]):
        return []
    if run[0] == shown[0] or run[-1] == shown[-1]:
        return run
    return [i for i in run[:-1] if says_nothing(lines[i]) and not lines[i].startswith("#")]


def is_silent(line: str, links: Collection[str] = ()) -> bool:
    """Tell whether a line says nothing, or is a link or menu without a figure: it may go, and is no title."""
    if line in links or ((text := link_text(line)) is not None and not has_figure(text)):
        return True
    if is_menu_line(line):
        return True
    return says_nothing(line) and (line.startswith("#") or not line.startswith(_MARKS))


def _is_silent_anywhere(lines: Sequence[str], i: int) -> bool:
    """Tell whether a silent line is no label of what stands below it, no item of a list, no head of a table."""
    line = lines[i]
    if line.startswith(_MARKS):
        return False
    if is_menu_line(line):
        return not any("|" in near or "·" in near for near in (*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2]))
    return is_act(line) or is_saying(line)


def _key(line: str) -> int:
    return int.from_bytes(hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
