"""What finds articles that are alike, and lines that many repeat: two tables for a build alone."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence


class NearDuplicates:
    """The keys of which two nearly equal articles share at least one."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, article_id: str, keys: Iterable[int]) -> None:
        """Keep the keys of an article."""
        self._db.executemany("INSERT INTO near VALUES (?, ?)", [(key, article_id) for key in keys])

    def likely(self, keys: Sequence[int], most: int) -> list[str]:
        """Return at most so many articles that share keys, those that share most first."""
        query = "SELECT article_id FROM near WHERE key = ? LIMIT ?"
        shared = Counter(row[0] for key in keys for row in self._db.execute(query, (key, most)))
        return [article_id for article_id, _ in shared.most_common(most)]


class RepeatedLines:
    """The lines that go where most articles of a site have them.

    A site is a folder with what lies below it.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, article_id: str, site: str, lines: Iterable[int]) -> None:
        """Keep the lines of an article, by their keys."""
        rows = [(line, site, article_id) for line in lines]
        self._db.executemany("INSERT INTO edges VALUES (?, ?, ?)", rows)

    def of(self, article_id: str) -> list[tuple[int, str]]:
        """Return the lines of an article, each with the site it stands in."""
        query = "SELECT line, site FROM edges WHERE article_id = ?"
        return self._db.execute(query, (article_id,)).fetchall()

    def having(self, line: int, site: str) -> int:
        """Count the articles of a site that have a line."""
        return self._count("edges WHERE line = ? AND site", line, site)

    def articles(self, site: str) -> int:
        """Count the articles of a site."""
        return self._count("sources WHERE kind = 'own' AND source", site)

    def _count(self, of: str, *values: int | str) -> int:
        query = f"SELECT count(*) FROM {of} BETWEEN ? AND ?"
        last = f"{values[-1]}{chr(0x10FFFF)}"  # whatever stands below the site
        return int(self._db.execute(query, (*values, last)).fetchone()[0])
