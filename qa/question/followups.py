"""Make a follow-up question stand on its own."""

import re
from collections.abc import Callable, Sequence

from index.language.east_asian import CHARACTER
from index.language.english.overviews import ALL_ARTICLES, ONE_ARTICLE_NAMED
from index.language.english.questions import GOES_ON, POINTS_BACK, POINTS_TO_PERSON
from index.language.english.sayings import SAYINGS
from index.language.english.words import STOPWORDS
from qa.question.kinds import OF_ARTICLES, Kind
from qa.text.words import bare, names
from qa.types import Turn

_WORD = re.compile(r"[\w%“”]+(?:['’.,-][\w%]+)*")
_SHORT = 4  # words; "By what percentage?" cannot stand alone
_MOST_TURNS = 3
_OF_THEMSELVES = (*OF_ARTICLES, Kind.SMALL_TALK)  # kinds that need no fact out of an article


def standalone_question(question: str, turns: Sequence[Turn]) -> str:
    """Return the question with the words of those it points back to, up to one that stands alone.

    Its own words come first: what is asked now must not be answered by what was asked before. A
    question that points nowhere is returned as it is, so that a change of topic stays one.
    """
    earlier = pointed_to(question, turns)
    words = [word for one in earlier for word in _telling_words(one)]
    if earlier and _means_answer(question, earlier):
        words += _names_of(turns[-1].answer)
    return " ".join([question.strip(), *dict.fromkeys(words)])


def kind_of_follow_up(kind_of: Callable[[str], Kind], question: str, turns: Sequence[Turn]) -> Kind:
    """Return the kind of a question that may point back to others.

    It is about articles where it says so, or the question before it is; small talk where it is a
    known saying. Else it is of the kind that it has with the words of those it points back to.
    """
    kind, earlier = kind_of(question), pointed_to(question, turns)
    if not earlier or kind not in _OF_THEMSELVES:
        return kind
    if kind is Kind.SMALL_TALK:
        known = not POINTS_BACK.search(question) or _is_any(question, *(one for one, _ in SAYINGS))
    else:
        named = _is_any(question, ALL_ARTICLES, ONE_ARTICLE_NAMED)
        known = named or kind_of(earlier[-1]) in OF_ARTICLES
    if known:
        return kind
    whole = kind_of(standalone_question(question, turns))
    return Kind.FACT if whole in _OF_THEMSELVES else whole


def _is_any(question: str, *shapes: re.Pattern[str]) -> bool:
    return any(shape.search(question) for shape in shapes)


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


def _means_answer(question: str, earlier: Sequence[str]) -> bool:
    """Tell whether a question means who or what was the answer, not what was asked about."""
    if POINTS_TO_PERSON.search(question):
        return True
    return bool(POINTS_BACK.search(question)) and not any(names(one) for one in earlier)


def _names_of(answer: str) -> list[str]:
    """Return the names of an answer in their order."""
    known = names(answer)
    return [word for word in _WORD.findall(answer) if bare(word.lower()) in known]


def _telling_words(question: str) -> list[str]:
    return [word for word in _WORD.findall(question) if word.lower() not in STOPWORDS]


def _points_back(question: str) -> bool:
    if GOES_ON.search(question) or POINTS_BACK.search(question):
        return True
    is_short = len(question.split()) <= _SHORT and not CHARACTER.search(question)
    return is_short and not names(question)
