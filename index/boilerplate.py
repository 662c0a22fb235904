"""Find lines that many articles repeat at their top or foot. They stay in one article, so that nothing they say is lost."""

import hashlib
import re

from index.cleaning import Change, is_table_row

_TOP, _FOOT = 2, 3  # lines at the ends of an article that are looked at
_MIN_WORDS = 4  # a shorter line may be a fact of each article: "Status: closed"
MIN_ARTICLES = 5
MIN_SHARE = 0.2  # of all articles


def edge_lines(title: str, text: str) -> dict[int, str]:
    """Return the lines at the top and foot of an article that could be boilerplate, by a 64-bit key."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    edges = dict.fromkeys([*lines[:_TOP], *lines[-_FOOT:]])
    return {_key(line): line for line in edges if _may_repeat(line) and line != title}


def without_lines(text: str, keys: set[int]) -> tuple[str, list[Change]]:
    """Drop lines by their keys; an article that would lose half of its text stays as it is."""
    changes: list[Change] = []
    kept = []
    for line in text.split("\n"):
        if _may_repeat(line.strip()) and _key(line.strip()) in keys:
            changes.append(Change("boilerplate", line.strip(), ""))
        else:
            kept.append(line)
    if 2 * sum(len(change.before) for change in changes) > len(text):
        return text, []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(), changes


def _may_repeat(line: str) -> bool:
    return len(line.split()) >= _MIN_WORDS and not line.startswith(("#", "-", "*", ">")) and not is_table_row(line)


def _key(line: str) -> int:
    return int.from_bytes(hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
