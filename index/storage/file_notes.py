"""What a build notes of each file: its bytes, what came from it, and what of it was skipped."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from index.reading.readers import Skipped


class FileNotes:
    """The files of the folder with the articles or duplicates that each became."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def keep(self, file: str, sha256: str, stamp: str, skipped: Sequence[Skipped]) -> None:
        """Note what was read of a file, and what of it was skipped."""
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (file, sha256, stamp))
        self._db.execute("DELETE FROM skipped WHERE file = ?", (file,))
        rows = [(item.source, file, item.reason) for item in skipped]
        self._db.executemany("INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)", rows)

    def forget(self, file: str) -> None:
        """Forget a file that is gone; its articles are removed by source."""
        for table in ("files", "skipped"):
            self._db.execute(f"DELETE FROM {table} WHERE file = ?", (file,))

    def restamp(self, file: str, stamp: str) -> None:
        """Note another stamp of a file whose bytes are the same."""
        self._db.execute("UPDATE files SET stamp = ? WHERE file = ?", (stamp, file))

    def read_again(self, file: str) -> None:
        """Let the next build read a file again whatever its bytes are."""
        self._db.execute("UPDATE files SET sha256 = '', stamp = '' WHERE file = ?", (file,))

    def files_of(self, sources: Iterable[str]) -> dict[str, str]:
        """Map those of some sources that there are to the files that they came from."""
        query = """SELECT s.source, s.file FROM json_each(?) n
        CROSS JOIN sources s ON s.source = n.value"""
        return dict(self._db.execute(query, (json.dumps(list(sources)),)))

    def sources_of(self, file: str) -> dict[str, tuple[str, str | None]]:
        """Map what came from a file to its SHA-256 and its article."""
        query = "SELECT source, sha256, article_id FROM sources WHERE file = ?"
        rows = self._db.execute(query, (file,))
        return {source: (sha256, article_id) for source, sha256, article_id in rows}

    def orphans(self) -> list[str]:
        """Return the files whose duplicates have lost their article, and must be read again."""
        query = "SELECT DISTINCT file FROM sources WHERE article_id IS NULL ORDER BY file"
        return [row[0] for row in self._db.execute(query)]

    def is_current(self, source: str, sha256: str) -> bool:
        """Tell whether an article stands for these bytes of a source."""
        query = "SELECT 1 FROM sources WHERE source = ? AND sha256 = ? AND article_id NOT NULL"
        return self._db.execute(query, (source, sha256)).fetchone() is not None
