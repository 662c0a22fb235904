"""Small talk, help and languages that are not read: fixed words, no search."""

import re

from index.identifying import language_of
from index.language.east_asian import CHARACTER, is_chinese
from index.language.english.sayings import HELP, SAYINGS
from index.language.english.words import STOPWORDS
from index.language.rooms import EUROPEAN
from index.language.told import CHINESE, ENGLISH_ONLY
from index.ranking.search import Index
from qa.text.words import content_words
from qa.ways.inquiry import Reason, Reply, plainly

_KNOWN = 0.6  # of a question's words
_JOINING = 2  # words
_WORD = re.compile(r"[^\W\d_]+")


def small_talk(question: str) -> Reply:
    """Return what is said to a greeting, thanks, a cry for help and the like."""
    said = next((reply for asked, reply in SAYINGS if asked.search(question)), HELP)
    return plainly(said, Reason.NO_QUESTION)


def is_strange(question: str, index: Index) -> bool:
    """Tell whether a question is surely in another language, or the articles know few of its words.

    One in the language of the articles, or of a name alone, is looked for all the same. Of a
    question in Chinese, Japanese or Korean its names in other letters say nothing.
    """
    if _is_foreign(question):
        return True
    words = content_words(question)
    words = {word for word in words if CHARACTER.search(word)} or words
    known = sum(index.document_frequency(word) > 0 for word in words)
    return known < _KNOWN * len(words)


def _is_foreign(question: str) -> bool:
    """Tell a question in French about "fromage" from a French name: by two words that join others.

    Of 8,357 English questions of public sets none has them.
    """
    room = EUROPEAN.get(language_of(question))
    words = {word.lower() for word in _WORD.findall(question)}
    return room is not None and len(words & room.function - STOPWORDS) >= _JOINING


def other_language(question: str) -> Reply:
    """Say that the question's language is not read: in Chinese to Chinese, else in English."""
    return plainly(CHINESE if is_chinese(question) else ENGLISH_ONLY, Reason.OTHER_LANGUAGE)
