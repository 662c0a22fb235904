"""Write the store: one transaction a build, so that everything becomes visible at once or not at all."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.cleaning.cleaning import Change
from index.embedder import Vectors
from index.reading.readers import ReadArticle, Skipped
from index.storage.connection import connect
from index.storage.likeness import NearDuplicates, RepeatedLines
from index.storage.schema import FORMAT, INDEXES, TABLES
from index.storage.store import Store


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage about to be stored: its range in the article, its size and its vector."""

    start: int
    end: int
    tokens: int
    vector: Vectors


class WritableStore(Store):
    """The store as a build sees it. Every method that writes belongs in a `transaction`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._readable():
            self._db = connect(path)
            self.near, self.lines = NearDuplicates(self._db), RepeatedLines(self._db)
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA journal_mode = WAL")
            if not self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
                with self.transaction():
                    self._create()

    @property
    def is_older(self) -> bool:
        """Tell whether an older version of Wellspring wrote this index."""
        return int(self.meta().get("format", 1)) < FORMAT

    def _create(self) -> None:
        for statement in (*TABLES.values(), *INDEXES):
            self._db.execute(statement)
        self.set_meta(format=str(FORMAT), identity=uuid.uuid4().hex[:12])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside visible at once, or not at all."""
        with self._readable():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:  # a full disk has ended it already
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def renew(self) -> None:
        """Empty the index, also one of another format; the generation goes on, and no passage id is used again."""
        last_id = (
            self._db.execute(
                "SELECT max(seq) FROM sqlite_sequence WHERE name = 'passages'"
            ).fetchone()[0]
            or 0
        )
        generation = self.generation
        for (name,) in self._db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE%'"
        ).fetchall():
            if name in TABLES:
                self._db.execute(f"DROP TABLE {name}")
        self._create()
        self._db.execute(
            "INSERT INTO sqlite_sequence (name, seq) VALUES ('passages', ?)", (last_id,)
        )
        self.set_meta(generation=str(generation))

    def settle(self) -> None:
        """Move what was committed into the main file, so that it is whole by itself; searches that go on put it off."""
        with self._readable():
            self._db.execute("PRAGMA busy_timeout = 500")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._db.execute("PRAGMA busy_timeout = 10000")

    def set_meta(self, **values: str) -> None:
        """Store facts about the index."""
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def count(self) -> None:
        """Note how many articles and passages there are."""
        for table in ("articles", "passages"):
            self._db.execute(
                f"INSERT OR REPLACE INTO meta SELECT '{table}', CAST(count(*) AS TEXT) FROM {table}"
            )

    def add(self, article: ReadArticle, file: str, text_key: int) -> None:
        """Store an article, without passages yet, in place of what came from the same source."""
        self.remove(article.source)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = (
            article.id,
            article.title,
            article.text,
            article.source,
            article.sha256,
            now,
            article.published,
            article.url,
            text_key,
        )
        self._db.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        self._db.execute(
            "INSERT INTO sources VALUES (?, ?, ?, 'own', ?)",
            (article.source, file, article.sha256, article.id),
        )
        self.add_changes(article.id, article.changes)

    def add_changes(self, article_id: str, changes: Iterable[Change]) -> None:
        """Note what cleaning changed in an article."""
        rows = ((article_id, change.rule, change.before, change.after) for change in changes)
        self._db.executemany(
            "INSERT INTO changes (article_id, rule, before, after) VALUES (?, ?, ?, ?)", rows
        )

    def add_duplicate(self, article: ReadArticle, file: str, kind: str, article_id: str) -> None:
        """Note that the article of a source is a duplicate of a stored one."""
        self.remove(article.source)
        self._db.execute(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?)",
            (article.source, file, article.sha256, kind, article_id),
        )

    def add_passages(
        self, article_id: str, title: str, text: str, passages: Sequence[NewPassage]
    ) -> None:
        """Store the passages of an article."""
        for passage in passages:
            row = (
                article_id,
                passage.start,
                passage.end,
                passage.tokens,
                passage.vector.astype("<f4").tobytes(),
            )
            new_id = self._db.execute(
                "INSERT INTO passages (article_id, start, end, tokens, vector) VALUES (?, ?, ?, ?, ?)",
                row,
            ).lastrowid
            self._db.execute(
                "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
                (new_id, title, text[passage.start : passage.end]),
            )

    def remove(self, source: str) -> None:
        """Delete what came from a source; its duplicates lose their article, its passage ids are not used again."""
        for (article_id,) in self._db.execute(
            "SELECT id FROM articles WHERE source = ?", (source,)
        ).fetchall():
            old = "SELECT id FROM passages WHERE article_id = ?"
            self._db.execute(f"DELETE FROM words WHERE rowid IN ({old})", (article_id,))
            self._db.execute(
                f"INSERT INTO removed SELECT id, ? FROM ({old})", (self.generation + 1, article_id)
            )
            self._db.execute("DELETE FROM articles WHERE id = ?", (article_id,))
        self._db.execute("DELETE FROM sources WHERE source = ?", (source,))

    def unsettle(self, source: str) -> None:
        """Delete the article of a source, but remember that its file must be read again."""
        row = self._db.execute(
            "SELECT file, sha256, kind FROM sources WHERE source = ?", (source,)
        ).fetchone()
        self.remove(source)
        self._db.execute("INSERT INTO sources VALUES (?, ?, ?, ?, NULL)", (source, *row))

    def sources_of(self, file: str) -> dict[str, tuple[str, str | None]]:
        """Map what came from a file to its SHA-256 and its article."""
        rows = self._db.execute(
            "SELECT source, sha256, article_id FROM sources WHERE file = ?", (file,)
        )
        return {source: (sha256, article_id) for source, sha256, article_id in rows}

    def orphans(self) -> list[str]:
        """Return the files whose duplicates have lost their article, and must be read again."""
        return [
            row[0]
            for row in self._db.execute(
                "SELECT DISTINCT file FROM sources WHERE article_id IS NULL ORDER BY file"
            )
        ]

    def note_file(self, file: str, sha256: str, stamp: str, skipped: Sequence[Skipped]) -> None:
        """Note what was read of a file, and what of it was skipped."""
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (file, sha256, stamp))
        self._db.execute("DELETE FROM skipped WHERE file = ?", (file,))
        self._db.executemany(
            "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)",
            [(item.source, file, item.reason) for item in skipped],
        )

    def forget_file(self, file: str) -> None:
        """Forget a file that is gone; its articles are removed by source."""
        for table in ("files", "skipped"):
            self._db.execute(f"DELETE FROM {table} WHERE file = ?", (file,))

    def restamp(self, file: str, stamp: str) -> None:
        """Note another stamp of a file whose bytes are the same."""
        self._db.execute("UPDATE files SET stamp = ? WHERE file = ?", (stamp, file))

    def replace_text(self, article_id: str, text: str) -> None:
        """Store another text of an article that has no passages yet."""
        self._db.execute("UPDATE articles SET text = ? WHERE id = ?", (text, article_id))

    def is_current(self, source: str, sha256: str) -> bool:
        """Tell whether an article stands for these bytes of a source."""
        query = "SELECT 1 FROM sources WHERE source = ? AND sha256 = ? AND article_id NOT NULL"
        return self._db.execute(query, (source, sha256)).fetchone() is not None

    def with_text(self, key: int) -> tuple[str, str] | None:
        """Return id and source of an article that has the text of a key, or None."""
        found: tuple[str, str] | None = self._db.execute(
            "SELECT id, source FROM articles WHERE text_key = ? LIMIT 1", (key,)
        ).fetchone()
        return found

    def forget_removed(self, generation: int) -> None:
        """Forget the passages that were removed up to a generation: no file has them any more."""
        self._db.execute("DELETE FROM removed WHERE generation <= ?", (generation,))
