"""Vectors of a build that is not finished: one that was stopped need not embed them again."""

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.embedder import Embedder, Vectors
from index.storage.faults import explained

_FILE = "embedding.sqlite"
_TABLE = """CREATE TABLE IF NOT EXISTS vectors (
    key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"""


class VectorCache:
    """A SQLite file beside the index: vectors by embedder and text.

    It is only a cache, and deleted when a build is done.
    """

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / _FILE
        try:
            self._db = self._open()
        except sqlite3.DatabaseError:  # damaged: it is worth nothing
            self.delete()
            with explained(self._path):
                self._db = self._open()

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(_TABLE)
        return db

    def encode(self, embedder: Embedder, texts: Sequence[str]) -> Vectors:
        """Return one vector a text, shape (len(texts), dimension): kept ones, others embedded."""
        keys = [_key(embedder.name, text) for text in texts]
        with explained(self._path):
            found = {key: vector for key in keys if (vector := self._kept(key)) is not None}
            wanted = dict(zip(keys, texts, strict=True))
            if missing := {key: text for key, text in wanted.items() if key not in found}:
                vectors = embedder.encode(list(missing.values()))
                raw = (vector.astype("<f4").tobytes() for vector in vectors)
                new = dict(zip(missing, raw, strict=True))
                self._keep(new)
                found |= new
        return np.stack([np.frombuffer(found[key], dtype="<f4") for key in keys])

    def _kept(self, key: bytes) -> bytes | None:
        row = self._db.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _keep(self, vectors: dict[bytes, bytes]) -> None:
        self._db.execute("BEGIN")
        self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", vectors.items())
        self._db.execute("COMMIT")

    def close(self) -> None:
        """Close the file and leave it for the next build."""
        self._db.close()

    def delete(self) -> None:
        """Remove the file: the build that it served is done."""
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def _key(embedder: str, text: str) -> bytes:
    said = f"{embedder}\n{text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(said, digest_size=16).digest()
