"""Words that the end of a line breaks: joined, or with the hyphen that is their own."""

import re
from collections.abc import Iterable
from functools import cached_property

from index.cleaning.cleaning import Change
from index.language.english.numbers import TENS, UNITS
from index.language.european import SUSPENDING

RULE = "hyphenation: a line ends within the word"
_SOFT = "\u00ad"
BREAKS = ("-", "‐", _SOFT)
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST = re.compile(r"(.*?)([^\W_]+)([-‐\u00ad])")
_NEXT = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?:^|[.!?:]['’”\")]?\s+)$")


class Hyphens:
    """Decide about hyphens by the words of a document; it knows those that no line breaks."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.changes: list[Change] = []
        self._lines = lines

    @cached_property
    def words(self) -> set[str]:
        """Return the words that no line breaks; most documents never ask for them."""
        found: set[str] = set()
        broken = False
        for line in self._lines:
            words = [word.lower().replace("‐", "-") for word in _WORD.findall(line)]
            ends = line.endswith(BREAKS)
            found.update(words[int(broken) : len(words) - ends])
            broken = ends
        return found

    def joined(self, before: str, after: str) -> str:
        """Join two lines of a paragraph."""
        last = _LAST.fullmatch(before[before.rfind(" ") + 1 :]) if before.endswith(BREAKS) else None
        following = _NEXT.match(after)
        if last is None or following is None:
            close = before.endswith(("—", "–")) and before[-2:-1].strip() and after[:1].isalnum()
            return f"{before}{after}" if close else f"{before} {after}"
        head, hyphen, tail = last[2], last[3], following[0]
        if tail.lower() in SUSPENDING and not _is_known(head + tail):
            return f"{before} {after}"
        whole = hyphen == _SOFT or (not last[1].endswith("-") and self._is_one(before, head, tail))
        if not whole:
            return f"{before}{after}"
        self.changes.append(Change(RULE, f"{head}{hyphen} {tail}", head + tail))
        return f"{before[:-1]}{after}"

    def _is_one(self, before: str, head: str, tail: str) -> bool:
        """Tell whether two pieces are one word, and the hyphen only the end of a line."""
        if not (head + tail).isalpha() or (tail[0].isupper() and not head.isupper()):
            return False
        word, compound = (head + tail).lower(), f"{head}-{tail}".lower()
        if word in self.words or compound in self.words:
            return word in self.words
        if len(head) == 1 or head.lower() in (*UNITS, *TENS):
            return False  # no word is broken after one letter; "three-storey"
        starts = _SENTENCE_END.search(before[: -len(head) - 1])
        if head[0].isupper() and not head.isupper() and not starts:
            return True  # a name
        return _is_known(word) or not (_is_known(head) and _is_known(tail))


def _is_known(word: str) -> bool:
    """Tell whether an English dictionary has a word."""
    import lemminflect  # loads its dictionary: half a second that few files need

    return bool(lemminflect.getAllLemmas(word.lower()))
