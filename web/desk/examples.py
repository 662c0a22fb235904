"""Example questions, made from sentences of the indexed articles.

Only those that get an answer are shown.
"""

import time
from collections.abc import Iterator
from itertools import chain, zip_longest
from threading import Lock

from index.ranking.search import Index
from index.types import Article
from qa.answerer import Answerer
from qa.ways.inquiry import Flow
from qa.writing.questions.drafted import drafts
from web.line import Line

_COUNT = 4
NO_WRITING = Flow(generate=False)  # whether the articles say it is known before the model writes
_SECONDS = 6.0  # for finding all of them; fewer are shown when the time is over
_CLIENT = "examples"  # in the line
_ARTICLES = 8


class Examples:
    """The example questions of the index as it is now; found at the first request after a change.

    One request looks for them, and only while no question waits for the models. Others get what
    there is meanwhile.
    """

    def __init__(self, index: Index, answerer: Answerer, line: Line) -> None:
        """Keep what they are made with."""
        self._index = index
        self._answerer = answerer
        self._line = line
        self._looking = Lock()
        # For which generation all was looked at, and what was found last.
        self._found: tuple[int, list[str]] = (-1, [])

    def questions(self) -> list[str]:
        """Return up to four questions that the articles answer."""
        generation = self._index.stored_generation()
        if self._found[0] != generation and self._looking.acquire(blocking=False):
            try:
                self._look(generation)
            finally:
                self._looking.release()
        return self._found[1]

    def _look(self, generation: int) -> None:
        """Ask drafted questions.

        When somebody else needs the models, stop, and leave the rest to a later request.
        """
        end, found = time.monotonic() + _SECONDS, list[str]()
        for question in _spread([drafts(article.text) for article in self._first_articles()]):
            if len(found) == _COUNT or time.monotonic() > end:
                break
            place = self._line.join_when_free(_CLIENT)
            if place is None:
                self._found = (-1, found or self._found[1])
                return
            with place:
                if self._answerer.ask(question, flow=NO_WRITING).answered:
                    found.append(question)
        self._found = (generation, found)

    def _first_articles(self) -> Iterator[Article]:
        listed, _ = self._index.listing(limit=_ARTICLES)
        return (article for listed_one in listed if (article := self._index.article(listed_one.id)))


def _spread(lists: list[Iterator[str]]) -> Iterator[str]:
    """Yield one of each list in turn, none twice; each is drafted when it is wanted."""
    seen = set[str | None]({None})
    for question in chain.from_iterable(zip_longest(*lists)):
        if question not in seen:
            seen.add(question)
            yield question
