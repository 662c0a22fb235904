"""Keep the overviews of articles: what each is about, and the topics of all together."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from index.storage.database import Database
from index.types import Overview, Stated

_VALIDITY = ("version", "valid_from", "valid_until", "draft", "superseded", "replaces")
_TOLD = ("author", "published", "publisher", "place", *_VALIDITY)
# `sources` first, as in `articles`: in the order of its key, past the texts.
_OVERVIEW = """SELECT s.article_id, o.title, s.source, o.told, o.sentences,
(SELECT json_group_array(topic) FROM (
    SELECT topic FROM topics t WHERE t.article_id = s.article_id ORDER BY place)),
(SELECT json_group_array(name) FROM (
    SELECT name FROM series n WHERE n.article_id = s.article_id ORDER BY name))
FROM sources s JOIN overviews o ON o.article_id = s.article_id WHERE s.kind = 'own'"""
_TOPICS = """SELECT max(topic) FROM topics GROUP BY key
ORDER BY count(*) DESC, min(place), key LIMIT ?"""
# A name that more articles have is that of a kind ("Introduction") and not of one thing.
_MOST_VERSIONS = 40
_RELATED = f"""SELECT DISTINCT mine.article_id, other.article_id
FROM json_each(?) asked CROSS JOIN series mine ON mine.article_id = asked.value
CROSS JOIN series other ON other.name = mine.name AND other.article_id != mine.article_id
WHERE (SELECT count(*) FROM (SELECT 1 FROM series s WHERE s.name = mine.name
    LIMIT {_MOST_VERSIONS} + 1)) <= {_MOST_VERSIONS} AND (mine.versioned OR other.versioned)
ORDER BY mine.article_id, other.article_id"""


class StoredOverviews(Database):
    """The overviews, an article each."""

    def overview(self, article_id: str) -> Overview | None:
        """Return the overview of one article, or None when there is none with this id."""
        with self._readable():
            row = self._db.execute(f"{_OVERVIEW} AND s.article_id = ?", (article_id,)).fetchone()
        return _overview(row) if row else None

    def overviews(self, limit: int, offset: int) -> list[Overview]:
        """Return a stretch of the overviews, by source."""
        query = f"{_OVERVIEW} ORDER BY s.source LIMIT ? OFFSET ?"
        with self._readable():
            return [_overview(row) for row in self._db.execute(query, (limit, offset))]

    def related(self, article_ids: Iterable[str]) -> dict[str, list[Overview]]:
        """Map articles to the overviews of those that share the name of a series with them.

        Of two articles at least one tells its version or validity.
        """
        with self._readable():
            pairs = self._db.execute(_RELATED, (json.dumps(list(article_ids)),)).fetchall()
        overviews = {other: self.overview(other) for _, other in pairs}
        found: dict[str, list[Overview]] = {}
        for mine, other in pairs:
            if overview := overviews[other]:
                found.setdefault(mine, []).append(overview)
        return found

    def topics(self, limit: int) -> list[str]:
        """Return the topics of all articles: those of most articles first."""
        with self._readable():
            return [row[0] for row in self._db.execute(_TOPICS, (limit,))]

    def shared_titles(self) -> frozenset[str]:
        """Return the titles that several articles have."""
        query = "SELECT title FROM articles GROUP BY title HAVING count(*) > 1"
        with self._readable():
            return frozenset(row[0] for row in self._db.execute(query))


def add_overview(db: sqlite3.Connection, overview: Overview) -> None:
    """Store the overview of an article, in place of what it had."""
    told = {name: one and [one.value, one.start, one.end] for name, one in _told(overview)}
    row = overview.article_id, overview.title, json.dumps(told), json.dumps(overview.key)
    db.execute("INSERT OR REPLACE INTO overviews VALUES (?, ?, ?, ?)", row)
    db.execute("DELETE FROM topics WHERE article_id = ?", (overview.article_id,))
    rows = [
        (overview.article_id, place, topic, topic.casefold().removesuffix("s"))
        for place, topic in enumerate(overview.topics)
    ]
    db.executemany("INSERT INTO topics VALUES (?, ?, ?, ?)", rows)
    db.execute("DELETE FROM series WHERE article_id = ?", (overview.article_id,))
    versioned = any(getattr(overview, field) for field in _VALIDITY)
    names = [(name, overview.article_id, versioned) for name in overview.series]
    db.executemany("INSERT INTO series VALUES (?, ?, ?)", names)


def _told(overview: Overview) -> list[tuple[str, Stated | None]]:
    return [(name, getattr(overview, name)) for name in _TOLD]


def _overview(row: Sequence[Any]) -> Overview:
    article_id, title, source, told, sentences, topics, series = row
    stated = {name: one and Stated(*one) for name, one in json.loads(told).items()}
    key = tuple((start, end) for start, end in json.loads(sentences))
    topics, series = (tuple(json.loads(one)) for one in (topics, series))
    return Overview(article_id, title, source, **stated, key=key, topics=topics, series=series)
