"""Answer with the sentences of articles that are in the language of a question, not English."""

import math
import re

from index.identifying import language_of, languages_of
from index.language.english import CODE
from index.language.english.questions import BEGINS_QUESTION
from index.language.english.words import STOPWORDS
from index.language.rooms import EUROPEAN, ROOMS
from index.ranking.search import Index
from qa.evidence.shared import by_shared_words
from qa.text.sought import measured
from qa.types import Statement
from qa.ways.inquiry import Inquiry, Reason, Reply
from qa.writing.shown import as_shown
from qa.writing.tables import with_heads

_READ = 12  # passages
_WORD = re.compile(r"[^\W\d_]+")


class Foreign:
    """Questions in a language other than English in which there are articles."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def language(self, question: str) -> str:
        """Return the language of a question that may be answered here; "" for any other one."""
        known = self._index.languages() & ROOMS.keys()
        language = language_of(question, {*known, CODE}) if known else ""
        return language if language in known and not _asks_in_english(question, language) else ""

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return the sentences that share the question's words and tell what it seeks.

        None where it is not surely in a language of the articles, or English.
        """
        question, language = inquiry.question, self.language(inquiry.question)
        if not language:
            return None
        reply = self._told(inquiry, question, language)
        return reply if reply.statements or language_of(question) == language else None

    def _told(self, inquiry: Inquiry, question: str, language: str) -> Reply:
        room = ROOMS[language]
        hits = self._index.search(question, _READ, inquiry.scope, dense=False)
        same = [hit for hit in hits if language in (languages_of(hit.passage.text) or {language})]
        inquiry.clock.lap("retrieve")
        found = by_shared_words(question, room, same, self._rarity)
        inquiry.clock.lap("evidence")
        if not found.answers:
            return Reply([], hits=hits, reason=Reason.NOT_SAID, nearest=found.nearest)
        said = [Statement(as_shown(item.text), (item,)) for item in found.answers]
        said = with_heads(said, found.answers, self._index.article, question)
        return Reply(said, found.share, hits)

    def _rarity(self, word: str) -> float:
        """Return the inverse document frequency of a word."""
        _, passages = self._index.counts()
        return math.log((passages + 1) / (self._index.document_frequency(word) + 0.5))


def _asks_in_english(question: str, language: str) -> bool:
    """Tell whether a question with foreign names asks in English: "Was Schloss Linderhof dear?".

    A word that asks in both languages leaves it to the others, and to what is measured.
    """
    words = [word.lower() for word in _WORD.findall(question)]
    if language not in EUROPEAN or not BEGINS_QUESTION.match(question):
        return False
    room = ROOMS[language]
    tells = not room.function.isdisjoint(set(words) - STOPWORDS) or measured(question, room)
    return words[0] not in room.function or not tells
