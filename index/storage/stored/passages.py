"""Read the passages of the store: texts, vectors and the lexical index."""

import json
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from index.bigrams import match
from index.embedder import Vectors
from index.storage.database import Database
from index.types import Passage

_PASSAGE = """SELECT p.id, p.article_id, a.title, a.source,
substr(a.text, p.start + 1, p.end - p.start), p.start, p.end, p.tokens, p.page
FROM passages p JOIN articles a ON a.id = p.article_id"""
_OF_ARTICLES = """SELECT p.id FROM json_each(?) n
CROSS JOIN passages p ON p.article_id = n.value ORDER BY p.id"""
_RANKED = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
# Not by `rank`, which ranks every match before any is left out: of 200,000 passages that hold a
# word, 5 are ranked in 8 ms instead of 500. `+` keeps SQLite from one search for each id.
_RANKED_AMONG = """SELECT rowid FROM words WHERE words MATCH ?
AND +rowid IN (SELECT value FROM json_each(?)) AND rowid BETWEEN ? AND ?
ORDER BY bm25(words) LIMIT ?"""
_READ_AT_ONCE = 10_000  # vectors


class StoredPassages(Database):
    """The passages, their vectors, and the words in them."""

    def passages_of(self, article_id: str) -> list[tuple[int, int, int]]:
        """Return start, end and tokens of the passages of an article, in order."""
        query = "SELECT start, end, tokens FROM passages WHERE article_id = ? ORDER BY start"
        with self._readable():
            return self._db.execute(query, (article_id,)).fetchall()

    def passages_in(self, article_ids: Iterable[str]) -> np.ndarray:
        """Return the ids of the passages of some articles, ascending."""
        with self._readable():
            rows = self._db.execute(_OF_ARTICLES, (json.dumps(list(article_ids)),)).fetchall()
        return np.array([row[0] for row in rows], dtype=np.int64)

    def passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        """Return the passages with these ids; an id that is gone is left out."""
        wanted = json.dumps([int(i) for i in ids])
        query = f"{_PASSAGE} WHERE p.id IN (SELECT value FROM json_each(?))"
        with self._readable():
            return {row[0]: Passage(*row) for row in self._db.execute(query, (wanted,))}

    def vectors(self, after: int = 0) -> Iterator[tuple[np.ndarray, Vectors]]:
        """Yield ids, shape (n,), and vectors, shape (n, dimension), of passages with a higher id.

        10,000 at a time.
        """
        query = "SELECT id, vector FROM passages WHERE id > ? ORDER BY id"
        with self._readable():
            rows = self._db.execute(query, (after,))
            while batch := rows.fetchmany(_READ_AT_ONCE):
                ids = np.array([row[0] for row in batch], dtype=np.int64)
                raw = b"".join(row[1] for row in batch)
                yield ids, np.frombuffer(raw, dtype="<f4").reshape(len(batch), -1)

    def vectors_of(self, article_id: str) -> Vectors:
        """Return the vectors of the passages of an article, in their order."""
        query = "SELECT vector FROM passages WHERE article_id = ? ORDER BY start"
        with self._readable():
            raw = [row[0] for row in self._db.execute(query, (article_id,))]
        return np.frombuffer(b"".join(raw), dtype="<f4").reshape(len(raw), -1 if raw else 0)

    def removed_since(self, generation: int) -> np.ndarray:
        """Return the ids of the passages that were removed after a generation."""
        query = "SELECT passage_id FROM removed WHERE generation > ?"
        with self._readable():
            rows = self._db.execute(query, (generation,)).fetchall()
        return np.array([row[0] for row in rows], dtype=np.int64)

    def passages_after(self, passage_id: int) -> int:
        """Count the passages with a higher id."""
        return self._count("SELECT count(*) FROM passages WHERE id > ?", passage_id)

    def ranked(
        self, words: Sequence[str], limit: int, among: np.ndarray | None = None
    ) -> list[int]:
        """Return the ids of the passages that hold one of the words or a form of it.

        Several words parted by spaces are a phrase.

        Best first by BM25; only `among` some ids, ascending, where they are given.
        """
        query, either = _RANKED, " OR ".join(map(match, words))
        asked: tuple[str | int, ...] = (either, limit)
        if among is not None:
            query = _RANKED_AMONG
            asked = either, json.dumps(among.tolist()), int(among[0]), int(among[-1]), limit
        with self._readable():
            return [row[0] for row in self._db.execute(query, asked)]

    def document_frequency(self, word: str) -> int:
        """Count the passages that hold a word or a form of it."""
        return self._count("SELECT count(*) FROM words WHERE words MATCH ?", match(word))

    def _count(self, query: str, value: int | str) -> int:
        with self._readable():
            return int(self._db.execute(query, (value,)).fetchone()[0])
