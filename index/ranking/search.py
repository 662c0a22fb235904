"""Search an index: dense (FAISS) and lexical (BM25) rankings, fused by reciprocal rank."""

from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from index.embedder import Embedder
from index.problems import Problem
from index.ranking.dense import open_dense
from index.ranking.fusion import best, fuse
from index.ranking.lexical import Lexical
from index.ranking.scope import folders, passages_of, resolve
from index.reading.roots import Roots
from index.storage.schema import IndexSettings
from index.storage.store import INDEX_FILE, Store
from index.types import (
    Article,
    Hit,
    Limits,
    ListedArticle,
    Order,
    Overview,
    Scope,
    WellspringError,
)

_CANDIDATES = 50  # of each leg


class Index:
    """An open index. Safe for several threads; follows builds of other processes by itself.

    Searches have a connection of their own: the one that opens a new generation may take seconds,
    and whoever reads an article or a number meanwhile does not wait for it. Each connection serves
    one thread at a time.
    """

    def __init__(
        self, data_dir: Path, embedder: Embedder, settings: IndexSettings | None = None
    ) -> None:
        """Open the index; raises `WellspringError`: it is missing, damaged or of other settings."""
        self._data_dir, self._embedder = data_dir, embedder
        self._settings = settings or IndexSettings(embedder.name)
        self._reading, self._searching = Lock(), Lock()
        self._store, self._searched = Store(data_dir / INDEX_FILE), Store(data_dir / INDEX_FILE)
        self._lexical = Lexical(self._searched)
        with self._searched.snapshot():
            self._load()

    def close(self) -> None:
        """Close the file."""
        for lock, store in ((self._searching, self._searched), (self._reading, self._store)):
            with lock:
                store.close()

    def _load(self) -> None:
        """Load the vectors of the stored generation."""
        self._searched.check_settings(self._settings)
        if self._searched.generation == 0:
            raise WellspringError(
                Problem.MISSING_INDEX, "The index is empty. Fill it with `wellspring index FOLDER`."
            )
        self._dense = open_dense(self._searched, self._data_dir)

    def _follow(self) -> None:
        """Take over a new generation: what changed since, or everything after a rebuild."""
        self._searched.check_settings(self._settings)
        if not self._dense.follow(self._searched):
            self._load()

    def scope(self, limits: Limits) -> Scope | None:
        """Return the articles that somebody limits a question to, None for all.

        Raises `WellspringError` for a name or a folder that there is not.
        """
        with self._reading, self._store.snapshot():
            return resolve(self._store, limits)

    def folders(self) -> list[str]:
        """Return the folders that a question can be limited to, as it names them."""
        with self._reading:
            return folders(self._store)

    def search(
        self,
        query: str,
        top_k: int = 5,
        scope: Scope | None = None,
        *,
        of_each: int = 0,
        dense: bool = True,
        lexical: bool = True,
    ) -> list[Hit]:
        """Return the `top_k` passages for a query, best first, from both legs or from one.

        Those of the articles of a scope, where there is one; raises `WellspringError` when all of
        them are gone. Behind them come the best `of_each` of each leg that are not among them.
        """
        vector = self._embedder.encode([query]) if dense else None
        with self._searching, self._searched.snapshot():
            if self._searched.generation != self._dense.generation:
                self._follow()
            among, now = passages_of(self._searched, scope), self.generation
            near = self._dense.search(vector, _CANDIDATES, among) if vector is not None else []
            worded = self._lexical.search(query, _CANDIDATES, now, among) if lexical else []
            ranking = best(fuse(near, worded), top_k, of_each)
            passages = self._searched.passages([passage_id for passage_id, *_ in ranking])
        found = (row for row in ranking if row[0] in passages)
        return [Hit(passages[row[0]], row[1] / (dense + lexical), *row[2:]) for row in found]

    def article(self, article_id: str) -> Article | None:
        """Return one article as stored, or None."""
        with self._reading:
            return self._store.article(article_id)

    def articles(self) -> list[Article]:
        """Return every article with its text, by source."""
        with self._reading:
            return self._store.articles()

    def listing(
        self, search: str = "", limit: int = 50, offset: int = 0, order: Order = Order.SOURCE
    ) -> tuple[list[ListedArticle], int]:
        """Return a stretch of those with all words in title or source, and how many there are."""
        with self._reading, self._store.snapshot():
            return self._store.listing(search, limit, offset, order)

    def overview(self, article_id: str) -> Overview | None:
        """Return what one article is about and tells of itself, or None."""
        with self._reading:
            return self._store.overview(article_id)

    def overviews(self, limit: int = 50, offset: int = 0) -> list[Overview]:
        """Return a stretch of the overviews, by source of their articles."""
        with self._reading:
            return self._store.overviews(limit, offset)

    def related(self, article_ids: Iterable[str]) -> dict[str, list[Overview]]:
        """Map articles to the overviews of others, called the same but for the version."""
        with self._reading, self._store.snapshot():
            return self._store.related(article_ids)

    def topics(self, limit: int = 8) -> list[str]:
        """Return the topics of all articles together: those of most articles first."""
        with self._reading:
            return self._store.topics(limit)

    def holding(self, words: str, limit: int | None = None) -> list[tuple[str, int, int]]:
        """Return all articles that hold words, best first: id, start and end of one passage each.

        As a phrase where it occurs at all, else all words in one passage, else in one article.
        """
        with self._reading:
            return self._store.holding(words, limit)

    def passages_of(self, article_id: str) -> list[tuple[int, int, int]]:
        """Return start, end and tokens of the passages of an article, in order."""
        with self._reading:
            return self._store.passages_of(article_id)

    def languages(self) -> set[str]:
        """Return the languages of the articles, by ISO 639-1 code; "" for one that is not told."""
        with self._reading:
            return self._store.languages()

    def skipped(self) -> list[tuple[str, str]]:
        """Return what the last build skipped, with the reason."""
        with self._reading:
            return self._store.skipped()

    def counts(self) -> tuple[int, int]:
        """Count the articles and the passages."""
        with self._reading:
            return self._store.counts()

    def stored_generation(self) -> int:
        """Return the generation that is stored; searches see it from the next one on."""
        with self._reading:
            return self._store.generation

    def stored_as(self) -> str:
        """Name the stored generation as no generation of another index is named."""
        with self._reading:
            about = self._store.meta()
            return f"{about.get('identity', '')} {about.get('generation', 0)}"

    def roots(self) -> Roots:
        """Return the folders that are indexed."""
        with self._reading:
            return self._store.roots()

    def document_frequency(self, word: str) -> int:
        """Count the passages that hold a word or a form of it."""
        with self._searching:
            return self._lexical.frequency(word, self.generation)

    @property
    def generation(self) -> int:
        """Return the generation that searches see now: one number, read whole without a lock."""
        return self._dense.generation
