"""The SQLite file of conversations: its tables, and one connection that threads share."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from index.problems import Problem
from index.types import WellspringError

_TABLES = """
CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS turns (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    question TEXT NOT NULL, answer TEXT NOT NULL, json TEXT NOT NULL, versions TEXT NOT NULL,
    submission TEXT, created TEXT NOT NULL, replaced_by INTEGER,
    UNIQUE (conversation_id, submission));
CREATE INDEX IF NOT EXISTS turns_of_submission ON turns(submission);
CREATE TABLE IF NOT EXISTS feedback (
    turn_id TEXT PRIMARY KEY REFERENCES turns(id) ON DELETE CASCADE,
    up INTEGER NOT NULL, comment TEXT NOT NULL, created TEXT NOT NULL);
"""


class ConversationsFile:
    """The open file. Safe for several threads and processes."""

    def __init__(self, path: Path) -> None:
        """Open the file, made when it is missing; raises `WellspringError` for a damaged one."""
        self._path = path
        self._lock = Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
        with self.opened() as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA foreign_keys = ON")
            db.executescript(_TABLES)
            if "replaced_by" not in {row[1] for row in db.execute("PRAGMA table_info(turns)")}:
                db.execute("ALTER TABLE turns ADD COLUMN replaced_by INTEGER")

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to one thread at a time."""
        with self._lock:
            try:
                yield self._db
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.IntegrityError | sqlite3.OperationalError):
                    raise
                told = f"The file {self._path} cannot be read ({error})."
                cure = "Move it away to start with an empty list of conversations."
                raise WellspringError(Problem.DAMAGED_CONVERSATIONS, f"{told} {cure}") from error

    def rows(self, query: str, *values: Any, **named: Any) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        with self.opened() as db:
            return db.execute(query, named or values).fetchall()

    def change(self, statement: str, *values: Any) -> int:
        """Change the file; return how many rows were changed."""
        with self.opened() as db:
            return db.execute(statement, values).rowcount

    def close(self) -> None:
        """Close the file."""
        self._db.close()
