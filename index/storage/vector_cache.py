"""Vectors of a build that is not finished, so that one that was stopped need not embed them again."""

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.embedder import Embedder, Vectors
from index.storage.faults import explained

_FILE = "embedding.sqlite"


class VectorCache:
    """A SQLite file beside the index: vectors by embedder and text. It is only a cache, and deleted when a build is done."""

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
        db.execute(
            "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"
        )
        return db

    def encode(self, embedder: Embedder, texts: Sequence[str]) -> Vectors:
        """Return one vector a text, shape (len(texts), dimension): from the cache, else embedded and kept."""
        with explained(self._path):
            keys = [
                hashlib.blake2b(
                    f"{embedder.name}\n{text}".encode("utf-8", "surrogatepass"), digest_size=16
                ).digest()
                for text in texts
            ]
            found = {
                key: row[0]
                for key in keys
                if (
                    row := self._db.execute(
                        "SELECT vector FROM vectors WHERE key = ?", (key,)
                    ).fetchone()
                )
            }
            if missing := {
                key: text for key, text in zip(keys, texts, strict=True) if key not in found
            }:
                vectors = embedder.encode(list(missing.values()))
                new = {
                    key: vector.astype("<f4").tobytes()
                    for key, vector in zip(missing, vectors, strict=True)
                }
                self._db.execute("BEGIN")
                self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", new.items())
                self._db.execute("COMMIT")
                found |= new
        return np.stack([np.frombuffer(found[key], dtype="<f4") for key in keys])

    def close(self) -> None:
        """Close the file and leave it for the next build."""
        self._db.close()

    def delete(self) -> None:
        """Remove the file: the build that it served is done."""
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
