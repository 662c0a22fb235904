"""The store: one SQLite file that holds articles, passages, vectors and the lexical index.

It is the truth; the FAISS index is derived from it. Every build is one transaction, so a
reader sees the generation before or the one after, never half of one. `index.writing` writes it.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from index.cleaning.cleaning import Change
from index.embedder import Vectors
from index.problems import Problem
from index.storage.connection import connect
from index.storage.faults import explained
from index.storage.schema import FORMAT, IndexSettings
from index.types import Article, ListedArticle, Passage, WellspringError

__all__ = ["FORMAT", "IndexSettings", "Store"]

INDEX_FILE = "index.sqlite"
_PASSAGE = """SELECT p.id, p.article_id, a.title, a.source, substr(a.text, p.start + 1, p.end - p.start), p.start, p.end, p.tokens
FROM passages p JOIN articles a ON a.id = p.article_id"""
_SOURCES = "(SELECT json_group_array(source) FROM (SELECT source FROM sources s WHERE s.article_id = articles.id ORDER BY kind != 'own', source))"
# `sources` first, in the order of its key: what stands behind the text in a row of `articles` costs reading all of the text.
_LISTED = """FROM sources s CROSS JOIN articles a ON a.id = s.article_id
WHERE s.kind = 'own' AND (:words = '' OR holds(a.title || ' ' || s.source, :words))"""
_ARTICLE = (
    f"SELECT id, title, text, source, sha256, indexed_at, published, url, {_SOURCES} FROM articles"
)


class Store:
    """One open SQLite file. Raises `WellspringError` when the file is damaged, missing or not to be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        missing = WellspringError(
            Problem.MISSING_INDEX, "There is no index yet. Make one with `wellspring index FOLDER`."
        )
        if not path.is_file():
            raise missing
        with self._readable():
            self._db = connect(path)
            if not self._db.execute(
                "SELECT 1 FROM sqlite_master"
            ).fetchone():  # a first build was stopped before its first step
                raise missing
            self._db.execute("SELECT count(*) FROM meta").fetchone()

    def _readable(self) -> AbstractContextManager[None]:
        return explained(self.path)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let every read inside see one and the same generation."""
        with self._readable():
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                if self._db.in_transaction:  # an error of the disk has ended it already
                    self._db.execute("COMMIT")

    def meta(self) -> dict[str, str]:
        """Return what the index says of itself: settings, folder, generation, identity, counts."""
        with self._readable():
            return dict(self._db.execute("SELECT key, value FROM meta"))

    def check_settings(self, settings: IndexSettings) -> None:
        """Refuse an index that was made with another embedder, other passage sizes or another format."""
        stored = self.meta().get("settings")
        if stored is None or stored == settings.to_json():
            return
        now = asdict(settings)
        differing = [
            f"{key} {old!r} there, {now.get(key)!r} now"
            for key, old in json.loads(stored).items()
            if now.get(key) != old
        ]
        raise WellspringError(
            Problem.OTHER_SETTINGS,
            f"The index in {str(self.path.parent)!r} was made with other settings ({'; '.join(differing)}). "
            "Make it anew with `wellspring index FOLDER --rebuild`, or set the old settings again.",
        )

    @property
    def generation(self) -> int:
        """Count the builds that changed this index."""
        with self._readable():
            row = self._db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
        return int(row[0]) if row else 0

    @property
    def embedder(self) -> str:
        """Name the embedder that made the vectors."""
        return str(json.loads(self.meta().get("settings", "{}")).get("embedder", ""))

    def articles(self) -> list[Article]:
        """Return every article, by source."""
        with self._readable():
            return [_article(row) for row in self._db.execute(f"{_ARTICLE} ORDER BY source")]

    def article(self, article_id: str) -> Article | None:
        """Return one article, or None when there is none with this id."""
        with self._readable():
            row = self._db.execute(f"{_ARTICLE} WHERE id = ?", (article_id,)).fetchone()
        return _article(row) if row else None

    def listing(self, search: str, limit: int, offset: int) -> tuple[list[ListedArticle], int]:
        """Return a stretch of the articles whose title or source holds all words of `search`, by source, and how many there are."""
        found = {"words": search.casefold().strip(), "limit": limit, "offset": offset}
        columns = "a.id, a.title, s.source, length(a.text), a.indexed_at, a.published, s.file"
        with self._readable():
            rows = self._db.execute(
                f"SELECT {columns} {_LISTED} ORDER BY s.source LIMIT :limit OFFSET :offset", found
            )
            listed = [ListedArticle(*row) for row in rows]
            total = (
                self._db.execute(f"SELECT count(*) {_LISTED}", found).fetchone()[0]
                if found["words"]
                else self.counts()[0]
            )
        return listed, total

    def passages_of(self, article_id: str) -> list[tuple[int, int, int]]:
        """Return start, end and tokens of the passages of an article, in order."""
        with self._readable():
            query = "SELECT start, end, tokens FROM passages WHERE article_id = ? ORDER BY start"
            return self._db.execute(query, (article_id,)).fetchall()

    def passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        """Return the passages with these ids; an id that is gone is left out."""
        with self._readable():
            rows = self._db.execute(
                f"{_PASSAGE} WHERE p.id IN (SELECT value FROM json_each(?))",
                (json.dumps([int(i) for i in ids]),),
            )
            return {row[0]: Passage(*row) for row in rows}

    def vectors(self, after: int = 0) -> Iterator[tuple[np.ndarray, Vectors]]:
        """Yield ids, shape (n,), and vectors, shape (n, dimension), of the passages with a higher id, 10,000 at a time."""
        with self._readable():
            rows = self._db.execute(
                "SELECT id, vector FROM passages WHERE id > ? ORDER BY id", (after,)
            )
            while batch := rows.fetchmany(10_000):
                ids = np.array([row[0] for row in batch], dtype=np.int64)
                yield (
                    ids,
                    np.frombuffer(b"".join(row[1] for row in batch), dtype="<f4").reshape(
                        len(batch), -1
                    ),
                )

    def removed_since(self, generation: int) -> np.ndarray:
        """Return the ids of the passages that were removed after a generation."""
        with self._readable():
            rows = self._db.execute(
                "SELECT passage_id FROM removed WHERE generation > ?", (generation,)
            ).fetchall()
        return np.array([row[0] for row in rows], dtype=np.int64)

    def changes(self) -> Iterator[tuple[str, Change]]:
        """Yield what cleaning changed or removed, with the source it stood in."""
        query = "SELECT a.source, c.rule, c.before, c.after FROM changes c JOIN articles a ON a.id = c.article_id ORDER BY a.source, c.id"
        with self._readable():
            for source, *change in self._db.execute(query):
                yield source, Change(*change)

    def indexed(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield every source by name, with its kind (own, exact, near), its article's own source and its title."""
        query = "SELECT s.source, s.kind, a.source, a.title FROM sources s JOIN articles a ON a.id = s.article_id ORDER BY s.source"
        with self._readable():
            yield from self._db.execute(query)

    def sources(self, *, own: bool = False) -> set[str]:
        """Name all sources, or only those that have an article of their own."""
        with self._readable():
            return {
                row[0]
                for row in self._db.execute(
                    f"SELECT source FROM {'articles' if own else 'sources'}"
                )
            }

    def passages_after(self, passage_id: int) -> int:
        """Count the passages with a higher id."""
        with self._readable():
            return int(
                self._db.execute(
                    "SELECT count(*) FROM passages WHERE id > ?", (passage_id,)
                ).fetchone()[0]
            )

    def skipped(self) -> list[tuple[str, str]]:
        """Return what the last build skipped, with the reason."""
        with self._readable():
            return self._db.execute("SELECT source, reason FROM skipped ORDER BY source").fetchall()

    def files(self) -> dict[str, tuple[str, str]]:
        """Map each file that the last build saw to its SHA-256 and its stamp."""
        with self._readable():
            return {
                file: (sha256, stamp)
                for file, sha256, stamp in self._db.execute("SELECT file, sha256, stamp FROM files")
            }

    def hashes(self) -> dict[str, str]:
        """Map each file that the last build saw to its SHA-256; "" for one that is to be read again."""
        return {file: sha256 for file, (sha256, _) in self.files().items()}

    def ranked(self, words: Sequence[str], limit: int) -> list[int]:
        """Return the ids of the passages that hold one of the words or a form of it, best first by BM25."""
        match = " OR ".join(f'"{word}"' for word in words)
        with self._readable():
            rows = self._db.execute(
                "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", (match, limit)
            )
            return [row[0] for row in rows]

    def document_frequency(self, word: str) -> int:
        """Count the passages that hold a word or a form of it."""
        with self._readable():
            row = self._db.execute(
                "SELECT count(*) FROM words WHERE words MATCH ?", (f'"{word}"',)
            ).fetchone()
        return int(row[0])

    def counts(self) -> tuple[int, int]:
        """Count the articles and the passages."""
        about = self.meta()
        return int(about.get("articles", 0)), int(about.get("passages", 0))


def _article(row: Sequence[Any]) -> Article:
    *known, sources = row
    return replace(Article(*known), sources=tuple(json.loads(sources)))
