"""What of an index a question looks at: all of it, or the articles that it is limited to."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.embedder import Embedder, Vectors
from index.ranking.search import Index
from index.types import Article, Hit, ListedArticle, Overview, Scope

_TOPICS = 8


@dataclass(frozen=True, slots=True)
class View:
    """An index as one question sees it."""

    index: Index
    embedder: Embedder
    scope: Scope | None = None

    def count(self) -> int:
        """Count the articles."""
        return len(self.scope.article_ids) if self.scope else self.index.counts()[0]

    def search(self, query: str, top_k: int) -> list[Hit]:
        """Return the passages for a query, best first."""
        return self.index.search(query, top_k, self.scope)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return the unit vectors of texts, a row each."""
        return self.embedder.encode(list(texts))

    def article(self, article_id: str) -> Article | None:
        """Return one article as stored, or None."""
        return self.index.article(article_id)

    def overview(self, article_id: str) -> Overview | None:
        """Return what one article is about and tells of itself, or None."""
        return self.index.overview(article_id)

    def overviews(self, limit: int) -> list[Overview]:
        """Return the first overviews, by source of their articles."""
        if self.scope is None:
            return self.index.overviews(limit)
        found = [it for one in self.scope.article_ids if (it := self.index.overview(one))]
        return sorted(found, key=lambda overview: overview.source)[:limit]

    def titled(self, words: Collection[str]) -> frozenset[str]:
        """Return the articles whose title or source has words that begin with all of some."""
        found = self.listed(" ".join(words))
        return frozenset(
            one.id
            for one in found
            if all(re.search(rf"(?<![^\W_]){re.escape(word)}", _name(one)) for word in words)
        )

    def sizes(self) -> dict[str, int]:
        """Return the characters of each article."""
        return {one.id: one.characters for one in self.listed("")}

    def listed(self, words: str) -> list[ListedArticle]:
        """Return the articles whose title or source holds all of some words, in small letters."""
        found, _ = self.index.listing(words, self.index.counts()[0])
        return [one for one in found if self.scope is None or one.id in self.scope.article_ids]

    def topics(self) -> list[str]:
        """Return the topics of all articles together: those of most articles first."""
        if self.scope is None:
            return self.index.topics(_TOPICS)
        overviews = self.overviews(len(self.scope.article_ids))
        told = Counter(topic for overview in overviews for topic in overview.topics)
        return [topic for topic, _ in told.most_common(_TOPICS)]

    def holding(self, words: str) -> list[tuple[str, int, int]]:
        """Return all articles that hold words: id, start and end of one passage each."""
        found = self.index.holding(words)
        if self.scope is None:
            return found
        return [place for place in found if place[0] in self.scope.article_ids]


def _name(listed: ListedArticle) -> str:
    return f"{listed.title} {listed.source}".casefold()
