"""Find the foot that a scraped page brought along: run-together keywords and a bare address."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from index.cleaning.furniture import has_figure

KEYWORDS = (
    "advertising: a run-together list of keywords and a bare address "
    "that the article knows nothing of"
)
SENTENCE_END = re.compile(r"[.!?。！？…][\"'”’)\]]*$")

_ADDRESS = re.compile(
    r"^(?P<name>\D{2,80}?)[\s,:;-]*\s(?P<host>(?:https?://|www\.)[^\s,/]+)/?$", re.I
)
_GLUED = re.compile(r"\w,\w")
_MANY_WORDS = 80  # different ones; a shorter article may well not name what its last line is about
_KNOWN = 0.2  # of the words of a list of keywords: "equipment" may stand in any article
_WORD = re.compile(r"\w{4,}")


def keyword_foot(texts: Sequence[str], left: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Find phrases run together with commas above a firm with a bare address, at the very end.

    They go only when a long article knows nothing of them.
    """
    address = _ADDRESS.match(texts[left[-1]]) if left else None
    if not address:
        return
    lists = list(takewhile(lambda i: _is_glued(texts[i]), reversed(left[:-1])))
    body = set(_words(texts[i] for i in left[: len(left) - len(lists) - 1]))
    foot = Counter(_words(chain([address["name"]], (texts[i] for i in lists))))
    known = [word for word in foot if word in body]
    host = address["host"].casefold()
    named = any(foot[word] > 1 for word in known) or any(word in host for word in body)
    if lists and len(body) >= _MANY_WORDS and not named and len(known) < _KNOWN * len(foot):
        yield from ((i, KEYWORDS) for i in (*lists, left[-1]))


def _is_glued(text: str) -> bool:
    glued = len(_GLUED.findall(text)) >= 2 and ", " not in text and ":" not in text
    return glued and not has_figure(text) and not SENTENCE_END.search(text)


def _words(texts: Iterator[str]) -> list[str]:
    return [word.casefold() for text in texts for word in _WORD.findall(text)]
