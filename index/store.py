"""The store: one SQLite file that holds articles, passages, vectors and the lexical index.

It is the truth; the FAISS index is derived from it. Every build is one transaction, so a
reader sees the generation before or the one after, never half of one.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from index.embedder import Vectors
from index.readers import ReadArticle
from index.types import Article, Passage, WellspringError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL, indexed_at TEXT NOT NULL, published TEXT);
CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL, end INTEGER NOT NULL, tokens INTEGER NOT NULL, vector BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS passages_of_article ON passages(article_id);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2');
"""
_PASSAGE = """SELECT p.id, p.article_id, a.title, a.source, substr(a.text, p.start + 1, p.end - p.start), p.start, p.end, p.tokens
FROM passages p JOIN articles a ON a.id = p.article_id"""
_ARTICLE = "SELECT id, title, text, source, sha256, indexed_at, published FROM articles"


FORMAT = 1  # of the stored index; raise it whenever cleaning, cutting or the schema changes


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """What an index was made with; two indexes with other settings do not mix."""

    embedder: str
    passage_tokens: int = 200
    overlap_tokens: int = 40
    format: int = FORMAT

    def to_json(self) -> str:
        """Write the settings the way the store keeps them."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage about to be stored: its range in the article, its size and its vector."""

    start: int
    end: int
    tokens: int
    vector: Vectors


class Store:
    """One open SQLite file. Raises `WellspringError` when the file is damaged or missing."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        if not create and not path.is_file():
            raise WellspringError("missing_index", "There is no index yet. Make one with `wellspring index FOLDER`.")
        with self._readable():
            self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
            self._db.execute("PRAGMA foreign_keys = ON")
            if create:
                self._db.execute("PRAGMA journal_mode = WAL")
                self._db.executescript(_SCHEMA)
            self._db.execute("SELECT count(*) FROM meta").fetchone()

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise
            raise WellspringError(
                "damaged_index",
                f"The index file {self.path} cannot be read ({error}). "
                "Delete it and run `wellspring index FOLDER`; your articles are untouched.",
            ) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside visible at once, or not at all."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def meta(self) -> dict[str, str]:
        """Return what the index says of itself: settings, folder, generation."""
        with self._readable():
            return dict(self._db.execute("SELECT key, value FROM meta"))

    def check_settings(self, settings: IndexSettings) -> None:
        """Refuse an index that was made with another embedder, other passage sizes or another format."""
        stored = self.meta().get("settings")
        if stored is None or stored == settings.to_json():
            return
        now = asdict(settings)
        differing = [f"{key} {old!r} there, {now.get(key)!r} now" for key, old in json.loads(stored).items() if now.get(key) != old]
        raise WellspringError(
            "other_settings",
            f"The index in {str(self.path.parent)!r} was made with other settings ({'; '.join(differing)}). "
            "Make it anew with `wellspring index FOLDER --rebuild`, or set the old settings again.",
        )

    def set_meta(self, **values: str) -> None:
        """Store facts about the index."""
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    @property
    def generation(self) -> int:
        """Count the builds that changed this index."""
        return int(self.meta().get("generation", "0"))

    def sources(self) -> dict[str, str]:
        """Map each indexed source to the SHA-256 of its file."""
        with self._readable():
            return dict(self._db.execute("SELECT source, sha256 FROM articles"))

    def add(self, article: ReadArticle, passages: Sequence[NewPassage]) -> None:
        """Store an article with its passages, in place of the one from the same source."""
        self.remove([article.source])
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, NULL)",
            (article.id, article.title, article.text, article.source, article.sha256, now),
        )
        for passage in passages:
            row = (article.id, passage.start, passage.end, passage.tokens, passage.vector.astype("<f4").tobytes())
            new_id = self._db.execute("INSERT INTO passages (article_id, start, end, tokens, vector) VALUES (?, ?, ?, ?, ?)", row).lastrowid
            text = article.text[passage.start : passage.end]
            self._db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (new_id, article.title, text))

    def remove(self, sources: Iterable[str]) -> None:
        """Delete the articles of these sources, with their passages; their ids are not used again."""
        for source in sources:
            old = "SELECT p.id FROM passages p JOIN articles a ON a.id = p.article_id WHERE a.source = ?"
            self._db.execute(f"DELETE FROM words WHERE rowid IN ({old})", (source,))
            self._db.execute("DELETE FROM articles WHERE source = ?", (source,))

    def articles(self) -> list[Article]:
        """Return every article, by source."""
        with self._readable():
            return [Article(*row) for row in self._db.execute(f"{_ARTICLE} ORDER BY source")]

    def article(self, article_id: str) -> Article | None:
        """Return one article, or None when there is none with this id."""
        with self._readable():
            row = self._db.execute(f"{_ARTICLE} WHERE id = ?", (article_id,)).fetchone()
        return Article(*row) if row else None

    def passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        """Return the passages with these ids; an id that is gone is left out."""
        with self._readable():
            rows = self._db.execute(f"{_PASSAGE} WHERE p.id IN (SELECT value FROM json_each(?))", (json.dumps([int(i) for i in ids]),))
            return {row[0]: Passage(*row) for row in rows}

    def vectors(self) -> tuple[int, np.ndarray, Vectors]:
        """Return the generation with all its passage ids, shape (n,), and vectors, shape (n, dimension)."""
        query = "SELECT (SELECT value FROM meta WHERE key = 'generation'), id, vector FROM passages ORDER BY id"
        with self._readable():
            rows = self._db.execute(query).fetchall()  # one statement sees one generation
        ids = np.array([row[1] for row in rows], dtype=np.int64)
        return int(rows[0][0]), ids, np.frombuffer(b"".join(row[2] for row in rows), dtype="<f4").reshape(len(rows), -1)

    def lexical(self, query: str, limit: int) -> list[int]:
        """Return the ids of the passages that share words with the query, best first by BM25."""
        words = dict.fromkeys(re.findall(r"\w+", query.lower()))
        if not words:
            return []
        match = " OR ".join(f'"{word}"' for word in words)
        with self._readable():
            rows = self._db.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", (match, limit))
            return [row[0] for row in rows]

    def document_frequency(self, word: str) -> int:
        """Count the passages that hold a word or a form of it."""
        with self._readable():
            row = self._db.execute("SELECT count(*) FROM words WHERE words MATCH ?", (f'"{word}"',)).fetchone()
        return int(row[0])

    def counts(self) -> tuple[int, int]:
        """Count the articles and the passages."""
        with self._readable():
            row = self._db.execute("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM passages)").fetchone()
        return row[0], row[1]
