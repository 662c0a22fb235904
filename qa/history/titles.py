"""What a conversation is called: what its first question is about."""

import re
from itertools import pairwise

from index.language.english.words import AUXILIARIES, FUNCTION, QUANTIFIERS

MAX_TITLE = 120
_LEAST = 2  # words that a title has, else the question is the title
_ASKING = FUNCTION | QUANTIFIERS | frozenset("much tell describe explain list give name".split())
_HOLDS = (_ASKING - AUXILIARIES) | {"not", "cannot"}  # what follows them is not spared
_END_MARKS = " ?!.,;:…？！。，"


def title_of(question: str) -> str:
    """Return the matter of a question: without the words that ask, and verbs that help others."""
    said = " ".join(question.split()).strip(_END_MARKS)
    words = said.split(" ")
    while words and _plain(words[0]) in _ASKING and not _acts(words):
        words = words[1:]
    while words and _plain(words[-1]) in _ASKING:
        words = words[:-1]
    words = [word for before, word in pairwise(["", *words]) if not _helps(word, before)]
    title = " ".join(words) if len(words) >= _LEAST else said or question.strip()
    return _short(title[:1].upper() + title[1:])


def _acts(words: list[str]) -> bool:
    """Tell whether somebody is asked for by what they did, as in "Who won the cup?"."""
    return words[0].lower() == "who" and len(words) > 1 and _plain(words[1]) not in _ASKING


def _helps(word: str, before: str) -> bool:
    """Tell whether a word helps a verb and can be spared: not in "the will", "not be sold"."""
    return word in AUXILIARIES and _plain(before) not in _HOLDS


def _plain(word: str) -> str:
    return re.sub(r"['’]s$", "", word.lower()).strip(_END_MARKS)


def _short(title: str) -> str:
    return title if len(title) <= MAX_TITLE else title[: MAX_TITLE - 2] + " …"
