"""One open SQLite file with an index: what it says of itself, and one generation at a time."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict
from pathlib import Path

from index.problems import Problem
from index.storage.connection import connect
from index.storage.faults import explained
from index.storage.schema import FORMAT, IndexSettings
from index.types import WellspringError

_NO_INDEX = "There is no index yet. Make one with `wellspring index FOLDER`."


class Database:
    """An open index file.

    Raises `WellspringError` when the file is damaged, missing or not to be read.
    """

    _db: sqlite3.Connection

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            raise WellspringError(Problem.MISSING_INDEX, _NO_INDEX)
        with self._readable():
            self._db = connect(path)
            if not self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
                # A first build was stopped before its first step.
                raise WellspringError(Problem.MISSING_INDEX, _NO_INDEX)
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
        """Refuse an index made with another embedder, other passage sizes or another format."""
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
            f"The index in {str(self.path.parent)!r} was made with other settings "
            f"({'; '.join(differing)}). Make it anew with `wellspring index FOLDER --rebuild`, "
            "or set the old settings again.",
        )

    @property
    def is_older(self) -> bool:
        """Tell whether an older version of Wellspring wrote this index."""
        return int(self.meta().get("format", 1)) < FORMAT

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

    def counts(self) -> tuple[int, int]:
        """Count the articles and the passages."""
        about = self.meta()
        return int(about.get("articles", 0)), int(about.get("passages", 0))
