"""Read the articles of the store."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from index.cleaning.cleaning import Change
from index.storage.database import Database
from index.types import Article, ListedArticle, Order

_ARTICLE = """SELECT id, title, text, source, sha256, indexed_at, published, url, author, pages,
(SELECT json_group_array(source) FROM (
    SELECT source FROM sources s WHERE s.article_id = articles.id ORDER BY kind != 'own', source))
FROM articles"""
# `sources` first, in the order of its key: what stands behind the text in a row of `articles` costs
# reading all of the text.
_LISTED = """FROM sources s CROSS JOIN articles a ON a.id = s.article_id
WHERE s.kind = 'own' AND (:words = '' OR holds(a.title || ' ' || s.source, :words))"""
# Which ones first, without their texts; then only those few are read.
_STRETCH = f"SELECT s.source {_LISTED} ORDER BY {{order}} LIMIT :limit OFFSET :offset"
_ORDERS = {
    Order.SOURCE: "s.source",
    Order.TITLE: "a.title COLLATE NOCASE, s.source",
    Order.NEWEST: "a.published IS NULL, a.published DESC, s.source",
    Order.OLDEST: "a.published IS NULL, a.published, s.source",
    Order.ADDED: "a.indexed_at DESC, s.source",
}
_LISTED_AS = "a.id, a.title, s.source, length(a.text), a.indexed_at, a.published, s.file"
_CHANGES = """SELECT a.source, c.rule, c.before, c.after
FROM changes c JOIN articles a ON a.id = c.article_id
WHERE ? = '' OR c.rule = ? ORDER BY a.source, c.id"""
# A name may be an id, a source, or a file; of a .jsonl file that is each of its lines.
_NAMED = " UNION ".join(
    f"""SELECT n.value, s.article_id FROM json_each(:names) n
    CROSS JOIN sources s ON s.{column} = n.value WHERE s.article_id NOT NULL"""
    for column in ("article_id", "source", "file")
)
# What stands for an article that is gone: that of the source in its place, or with its bytes.
_STANDS_FOR = """SELECT f.article_id, s.article_id FROM json_each(?) n
CROSS JOIN former f ON f.article_id = n.value
JOIN sources s ON s.source = f.source OR s.sha256 = f.sha256
WHERE s.article_id NOT NULL AND s.kind != 'near' ORDER BY s.source = f.source, s.source DESC"""
_CHARACTERS = """SELECT coalesce(sum(length(a.text)), 0)
FROM json_each(?) n JOIN articles a ON a.id = n.value"""
_TITLED = """SELECT title, id FROM articles
WHERE title IN (SELECT value FROM json_each(?)) ORDER BY id"""
_OWN_SOURCES = """SELECT s.source FROM json_each(?) n
CROSS JOIN sources s ON s.article_id = n.value WHERE s.kind = 'own' ORDER BY s.source"""
_INDEXED = """SELECT s.source, s.kind, a.source, a.title
FROM sources s JOIN articles a ON a.id = s.article_id ORDER BY s.source"""


class StoredArticles(Database):
    """The articles and their sources."""

    def articles(self) -> list[Article]:
        """Return every article, by source."""
        with self._readable():
            return [_article(row) for row in self._db.execute(f"{_ARTICLE} ORDER BY source")]

    def characters(self, article_ids: Iterable[str]) -> int:
        """Count the characters of articles."""
        with self._readable():
            asked = json.dumps(list(article_ids))
            return int(self._db.execute(_CHARACTERS, (asked,)).fetchone()[0])

    def article(self, article_id: str) -> Article | None:
        """Return one article, or None when there is none with this id.

        Of an article that was renamed or replaced, the one that stands for it now.
        """
        query = f"{_ARTICLE} WHERE id = ?"
        with self._readable():
            row = self._db.execute(query, (article_id,)).fetchone()
            if not row and (other := self.standing_for([article_id]).get(article_id)):
                row = self._db.execute(query, (other,)).fetchone()
        return _article(row) if row else None

    def listing(
        self, search: str, limit: int, offset: int, order: Order
    ) -> tuple[list[ListedArticle], int]:
        """Return a stretch of the articles in an order, and how many there are.

        Only of those whose title or source holds all words of `search`.
        """
        found = {"words": search.casefold().strip(), "limit": limit, "offset": offset}
        among = f"s.source IN ({_STRETCH.format(order=_ORDERS[order])})"
        query = f"SELECT {_LISTED_AS} {_LISTED} AND {among} ORDER BY {_ORDERS[order]}"
        with self._readable():
            listed = [ListedArticle(*row) for row in self._db.execute(query, found)]
            if not found["words"]:
                return listed, self.counts()[0]
            (total,) = self._db.execute(f"SELECT count(*) {_LISTED}", found).fetchone()
        return listed, total

    def changes(self, rule: str = "") -> Iterator[tuple[str, Change]]:
        """Yield what was changed or removed, with the source it stood in; all, or by a rule."""
        with self._readable():
            for source, *change in self._db.execute(_CHANGES, (rule, rule)):
                yield source, Change(*change)

    def indexed(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield every source by name, with its kind, its article's own source and its title.

        The kind is own, exact or near.
        """
        with self._readable():
            yield from self._db.execute(_INDEXED)

    def sources(self, *, own: bool = False) -> set[str]:
        """Name all sources, or only those that have an article of their own."""
        query = f"SELECT source FROM {'articles' if own else 'sources'}"
        with self._readable():
            return {row[0] for row in self._db.execute(query)}

    def named(self, names: Iterable[str]) -> dict[str, list[str]]:
        """Map names to the articles with that id, source or file, duplicates' sources included."""
        return self._by_name(_NAMED, names)

    def standing_for(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Map the ids of articles that are gone to those that have their bytes or their place."""
        with self._readable():
            return dict(self._db.execute(_STANDS_FOR, (json.dumps(list(article_ids)),)))

    def titled(self, titles: Iterable[str]) -> dict[str, list[str]]:
        """Map titles to the articles that have them."""
        return self._by_name(_TITLED, titles)

    def _by_name(self, query: str, names: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        with self._readable():
            for name, article_id in self._db.execute(query, (json.dumps(list(names)),)):
                found.setdefault(name, []).append(article_id)
        return found

    def own_sources(self, article_ids: Iterable[str]) -> list[str]:
        """Return the sources of articles, in order; an article that is gone is left out."""
        with self._readable():
            rows = self._db.execute(_OWN_SOURCES, (json.dumps(list(article_ids)),))
            return [row[0] for row in rows]

    def with_bytes(self, hashes: Iterable[str]) -> list[str]:
        """Return the sources whose bytes have one of these SHA-256, in order."""
        query = "SELECT source FROM json_each(?) n JOIN sources s ON s.sha256 = n.value ORDER BY 1"
        with self._readable():
            return [row[0] for row in self._db.execute(query, (json.dumps(list(hashes)),))]

    def languages(self) -> set[str]:
        """Return the languages of the articles, by ISO 639-1 code."""
        with self._readable():
            rows = self._db.execute("SELECT DISTINCT language FROM articles")
            return {language for row in rows for language in row[0].split()}

    def versions(self, article_id: str) -> dict[str, str]:
        """Map the sources of an article, duplicates' too, to the SHA-256 of each."""
        query = "SELECT source, sha256 FROM sources WHERE article_id = ? ORDER BY source"
        with self._readable():
            return dict(self._db.execute(query, (article_id,)))


def _article(row: Sequence[Any]) -> Article:
    *known, pages, sources = row
    numbered = tuple((start, number) for start, number in json.loads(pages))
    return replace(Article(*known), sources=tuple(json.loads(sources)), pages=numbered)
