"""Make a follow-up question stand on its own."""

import re
from collections.abc import Sequence

from index.language.east_asian import CHARACTER
from index.language.english.questions import GOES_ON, POINTS_BACK
from index.language.english.words import STOPWORDS
from qa.text.words import names
from qa.types import Turn

_WORD = re.compile(r"[\w%“”]+(?:['’.,-][\w%]+)*")
_SHORT = 4  # words; "By what percentage?" cannot stand alone
_MOST_TURNS = 3


def standalone_question(question: str, turns: Sequence[Turn]) -> str:
    """Return the question with the words of those it points back to, up to one that stands alone.

    Its own words come first: what is asked now must not be answered by what was asked before. A
    question that points nowhere is returned as it is, so that a change of topic stays one.
    """
    words = [word for earlier in pointed_to(question, turns) for word in _telling_words(earlier)]
    return " ".join([question.strip(), *dict.fromkeys(words)])


def read_as(question: str, turns: Sequence[Turn]) -> str:
    """Return the line that tells people what a follow-up is read as: with the questions before."""
    earlier = " ".join(pointed_to(question, turns))
    return f"{question.strip()} ({earlier})" if earlier else question.strip()


def pointed_to(question: str, turns: Sequence[Turn]) -> list[str]:
    """Return the questions that a question points back to, the oldest, which stands alone, first.

    Of a question that stands alone there are none.
    """
    earlier: list[str] = []
    last = question.strip()
    for turn in reversed(turns[-_MOST_TURNS:]):
        if not _points_back(last):
            break
        last = turn.question.strip()
        earlier.insert(0, last)
    return earlier


def _telling_words(question: str) -> list[str]:
    return [word for word in _WORD.findall(question) if word.lower() not in STOPWORDS]


def _points_back(question: str) -> bool:
    if GOES_ON.search(question) or POINTS_BACK.search(question):
        return True
    is_short = len(question.split()) <= _SHORT and not CHARACTER.search(question)
    return is_short and not names(question)
