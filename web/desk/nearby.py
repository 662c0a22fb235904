"""Questions nearby one that was declined: drafted from the nearest passages, asked, kept.

Only those that get an answer are shown.
"""

import time
from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock

from index.ranking.search import Index
from index.types import UNLIMITED, Limits, Scope
from qa.answerer import Answerer
from qa.question.refused import check_question
from qa.writing.questions.drafted import drafts
from web.desk.examples import NO_WRITING
from web.line import Line
from web.page.declining import stems

_COUNT, _TRIES = 3, 6
_PASSAGES = 8  # that are drafted from: as many as are read for an answer
_SECONDS = 4.0  # for all of it; fewer are returned when the time is over
_REMEMBERED = 64
_CLIENT = "nearby"  # in the line

_Key = tuple[str, tuple[str, ...] | None, str | None, int]


class Nearby:
    """Finds them only while no question waits for the models, and remembers them."""

    def __init__(
        self, index: Index, answerer: Answerer, line: Line, seconds: float = _SECONDS
    ) -> None:
        """Keep what they are found with."""
        self._index = index
        self._answerer = answerer
        self._line = line
        self._seconds = seconds
        self._found = OrderedDict[_Key, list[str]]()
        self._lock = Lock()

    def questions(self, question: str, limits: Limits = UNLIMITED) -> list[str]:
        """Return up to three questions near to one, each of which the articles answer.

        Raises `WellspringError` for what cannot be asked, or is limited to what there is not.
        """
        check_question(question)
        scope = self._index.scope(limits)
        named = None if limits.articles is None else tuple(limits.articles)
        key = _plain(question), named, limits.folder, self._index.stored_generation()
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        found, whole = self._look(question, scope)
        if whole:
            self._remember(key, found)
        return found

    def _look(self, question: str, scope: Scope | None) -> tuple[list[str], bool]:
        """Ask drafted questions; tell whether it came to an end: in time, and nobody else came."""
        end, found = time.monotonic() + self._seconds, list[str]()
        place = self._line.join_when_free(_CLIENT)
        if place is None:
            return found, False
        with place:
            drafted = self._drafted(question, scope)
        for draft in drafted[:_TRIES]:
            if len(found) == _COUNT:
                break
            place = self._line.join_when_free(_CLIENT) if time.monotonic() < end else None
            if place is None:
                return found, False
            with place:
                if self._answerer.ask(draft, flow=NO_WRITING, scope=scope).answered:
                    found.append(draft)
        return found, True

    def _drafted(self, question: str, scope: Scope | None) -> list[str]:
        """Return drafts from the nearest passages, those first that share most with a question."""
        asked, plain = stems(question), _plain(question)
        every = dict.fromkeys(self._drafts(question, scope))
        others = [draft for draft in every if _plain(draft) != plain]
        return sorted(others, key=lambda draft: -len(asked & stems(draft)))

    def _drafts(self, question: str, scope: Scope | None) -> Iterator[str]:
        for hit in self._index.search(question, _PASSAGES, scope):
            passage = hit.passage
            if article := self._index.article(passage.article_id):
                yield from drafts(article.text, passage.start, passage.end)

    def _remember(self, key: _Key, found: list[str]) -> None:
        with self._lock:
            self._found[key] = found
            while len(self._found) > _REMEMBERED:
                self._found.popitem(last=False)


def _plain(question: str) -> str:
    """Return a question as it is compared: without case, marks and spaces at its ends."""
    return " ".join(question.casefold().split()).strip(" ?.!")
