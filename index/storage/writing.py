"""Write the store: one transaction a build, so that all of it becomes visible at once or not."""

import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.bigrams import searchable
from index.cleaning.cleaning import Change
from index.embedder import Vectors
from index.identifying import languages_of
from index.reading.readers import ReadArticle
from index.storage.connection import connect
from index.storage.file_notes import FileNotes
from index.storage.former import Former
from index.storage.likeness import NearDuplicates, RepeatedLines
from index.storage.schema import FORMAT, INDEXES, KEPT, TABLES
from index.storage.store import Store
from index.storage.stored.overviews import add_overview
from index.types import Overview, Pages

_LAST_PASSAGE = "SELECT max(seq) FROM sqlite_sequence WHERE name = 'passages'"
_OWN_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE%'"
_NEW_PASSAGE = """INSERT INTO passages (article_id, start, end, tokens, page, vector)
VALUES (?, ?, ?, ?, ?, ?)"""


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage about to be stored: its range in the article, its size, vector and page."""

    start: int
    end: int
    tokens: int
    vector: Vectors
    page: int | None = None


class WritableStore(Store):
    """The store as a build sees it. Every method that writes belongs in a `transaction`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._readable():
            self._db = connect(path)
            self.notes, self.former = FileNotes(self._db), Former(self._db)
            self.near, self.lines = NearDuplicates(self._db), RepeatedLines(self._db)
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA journal_mode = WAL")
            if not self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
                with self.transaction():
                    self._create()
            self._db.execute(KEPT)

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
        """Empty the index, also one of another format.

        The generation goes on, and no passage id is used again.
        """
        last_id = self._db.execute(_LAST_PASSAGE).fetchone()[0] or 0
        generation = self.generation
        if not self.is_older:
            self.former.note_all()
        for (name,) in self._db.execute(_OWN_TABLES).fetchall():
            if name in TABLES:
                self._db.execute(f"DROP TABLE {name}")
        self._create()
        self._db.execute("INSERT INTO sqlite_sequence VALUES ('passages', ?)", (last_id,))
        self.set_meta(generation=str(generation))

    def settle(self) -> None:
        """Move what was committed into the main file, so that it is whole by itself.

        Searches that go on put it off.
        """
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
            (number,) = self._db.execute(f"SELECT count(*) FROM {table}").fetchone()
            self.set_meta(**{table: str(number)})

    def add(self, article: ReadArticle, file: str, text_key: int) -> None:
        """Store an article, without passages yet, in place of what came from the same source."""
        self.remove(article.source)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        said = article.id, article.title, article.text, article.source, article.sha256
        languages = " ".join(sorted(languages_of(article.text)))
        told = article.published, article.url, article.author
        kept = text_key, languages, json.dumps(article.pages)
        self._db.execute(
            f"INSERT INTO articles VALUES ({', '.join('?' * 12)})", (*said, now, *told, *kept)
        )
        self._add_source(article, file, "own", article.id)
        self.former.forget(article.id)
        self.add_changes(article.id, article.changes)

    def add_duplicate(self, article: ReadArticle, file: str, kind: str, article_id: str) -> None:
        """Note that the article of a source is a duplicate of a stored one."""
        self.remove(article.source)
        self._add_source(article, file, kind, article_id)

    def _add_source(self, article: ReadArticle, file: str, kind: str, article_id: str) -> None:
        row = article.source, file, article.sha256, kind, article_id
        self._db.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?)", row)

    def add_changes(self, article_id: str, changes: Iterable[Change]) -> None:
        """Note what cleaning changed in an article."""
        query = "INSERT INTO changes (article_id, rule, before, after) VALUES (?, ?, ?, ?)"
        rows = ((article_id, change.rule, change.before, change.after) for change in changes)
        self._db.executemany(query, rows)

    def add_passages(
        self, article_id: str, title: str, text: str, passages: Sequence[NewPassage]
    ) -> None:
        """Store the passages of an article."""
        for one in passages:
            vector = one.vector.astype("<f4").tobytes()
            row = article_id, one.start, one.end, one.tokens, one.page, vector
            new_id = self._db.execute(_NEW_PASSAGE, row).lastrowid
            words = new_id, searchable(title), searchable(text[one.start : one.end])
            self._db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", words)

    def add_overview(self, overview: Overview) -> None:
        """Store the overview of an article, in place of what it had."""
        add_overview(self._db, overview)

    def remove(self, source: str) -> None:
        """Delete what came from a source.

        Its duplicates lose their article, its passage ids are not used again.
        """
        own = "SELECT id FROM articles WHERE source = ?"
        old = "SELECT id FROM passages WHERE article_id = ?"
        for (article_id,) in self._db.execute(own, (source,)).fetchall():
            self._db.execute(f"DELETE FROM words WHERE rowid IN ({old})", (article_id,))
            gone = self.generation + 1, article_id
            self._db.execute(f"INSERT INTO removed SELECT id, ? FROM ({old})", gone)
            self.former.note(article_id)
            self._db.execute("DELETE FROM articles WHERE id = ?", (article_id,))
        self._db.execute("DELETE FROM sources WHERE source = ?", (source,))

    def replace_text(self, article_id: str, text: str, pages: Pages) -> None:
        """Store another text of an article that has no passages yet."""
        row = text, json.dumps(pages), article_id
        self._db.execute("UPDATE articles SET text = ?, pages = ? WHERE id = ?", row)

    def with_text(self, key: int) -> tuple[str, str] | None:
        """Return id and source of an article that has the text of a key, or None."""
        query = "SELECT id, source FROM articles WHERE text_key = ? LIMIT 1"
        found: tuple[str, str] | None = self._db.execute(query, (key,)).fetchone()
        return found

    def forget_removed(self, generation: int) -> None:
        """Forget the passages that were removed up to a generation: no file has them any more."""
        self._db.execute("DELETE FROM removed WHERE generation <= ?", (generation,))
