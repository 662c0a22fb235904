"""Where an article that is gone may be found again: what a build notes of it."""

import sqlite3


class Former:
    """The articles that went, by their ids; see `StoredArticles.article`, which follows them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def note(self, article_id: str) -> None:
        """Note the source and the bytes of an article that goes."""
        query = "INSERT OR REPLACE INTO former SELECT id, source, sha256 FROM articles WHERE id = ?"
        self._db.execute(query, (article_id,))

    def note_all(self) -> None:
        """Note all articles, before the index is made anew."""
        self._db.execute("INSERT OR REPLACE INTO former SELECT id, source, sha256 FROM articles")

    def forget(self, article_id: str) -> None:
        """Forget an article that is there again."""
        self._db.execute("DELETE FROM former WHERE article_id = ?", (article_id,))

    def replace(self, article_id: str, source: str, sha256: str) -> None:
        """Note that the article of another source stands for this one now."""
        row = article_id, source, sha256
        self._db.execute("INSERT OR REPLACE INTO former VALUES (?, ?, ?)", row)
