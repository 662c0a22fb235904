"""The tables of the index, and what an index remembers of how it was made."""

import json
from dataclasses import asdict, dataclass

FORMAT = 10  # of the stored index; raise it whenever cleaning, cutting, summing up or tables change


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """What an index was made with; two indexes with other settings do not mix."""

    embedder: str
    passage_tokens: int = 200
    overlap_tokens: int = 40
    format: int = FORMAT

    def to_json(self) -> str:
        """Write the settings the way the store keeps them."""
        return json.dumps(asdict(self))


_OF_ARTICLE = "article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE"

# files: what was read of the folder. sources: what each article of a file became (its own article,
# or a duplicate of another: `kind`). near: what finds duplicates. edges: lines that may be
# boilerplate, with their folder. removed: passages that an older FAISS file still has. overviews:
# what each article is about; `told` and `sentences` are JSON, as the `pages` of an article. topics:
# those of articles, the most telling at place 0, to be counted over articles by `key`. series: what
# an article is called without its version, and whether it has one. words: Chinese, Japanese and
# Korean as bigrams.
TABLES = {
    "meta": "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "files": """CREATE TABLE files (
        file TEXT PRIMARY KEY, sha256 TEXT NOT NULL, stamp TEXT NOT NULL) WITHOUT ROWID""",
    "skipped": """CREATE TABLE skipped (
        source TEXT PRIMARY KEY, file TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID""",
    "articles": """CREATE TABLE articles (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL, indexed_at TEXT NOT NULL, published TEXT, url TEXT, author TEXT,
        text_key INTEGER NOT NULL, language TEXT NOT NULL, pages TEXT NOT NULL)""",
    "sources": """CREATE TABLE sources (
        source TEXT PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL, kind TEXT NOT NULL,
        article_id TEXT REFERENCES articles(id) ON DELETE SET NULL) WITHOUT ROWID""",
    "passages": f"""CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT, {_OF_ARTICLE}, start INTEGER NOT NULL,
        end INTEGER NOT NULL, tokens INTEGER NOT NULL, page INTEGER, vector BLOB NOT NULL)""",
    "words": """CREATE VIRTUAL TABLE words USING fts5(
        title, text, tokenize = 'porter unicode61 remove_diacritics 2')""",
    "changes": f"""CREATE TABLE changes (
        id INTEGER PRIMARY KEY, {_OF_ARTICLE},
        rule TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL)""",
    "near": f"CREATE TABLE near (key INTEGER NOT NULL, {_OF_ARTICLE})",
    "edges": f"CREATE TABLE edges (line INTEGER NOT NULL, site TEXT NOT NULL, {_OF_ARTICLE})",
    "overviews": """CREATE TABLE overviews (
        article_id TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
        title TEXT NOT NULL, told TEXT NOT NULL, sentences TEXT NOT NULL) WITHOUT ROWID""",
    "topics": f"""CREATE TABLE topics (
        {_OF_ARTICLE}, place INTEGER NOT NULL, topic TEXT NOT NULL, key TEXT NOT NULL,
        PRIMARY KEY (article_id, place)) WITHOUT ROWID""",
    "series": f"""CREATE TABLE series (
        name TEXT NOT NULL, {_OF_ARTICLE}, versioned INTEGER NOT NULL,
        PRIMARY KEY (name, article_id)) WITHOUT ROWID""",
    "removed": "CREATE TABLE removed (passage_id INTEGER PRIMARY KEY, generation INTEGER NOT NULL)",
}
# What outlives an index that is made anew. former: where an article that is gone is found again, by
# the source that took its place or by its bytes.
KEPT = """CREATE TABLE IF NOT EXISTS former (
    article_id TEXT PRIMARY KEY, source TEXT NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID"""
INDEXES = (
    "CREATE INDEX articles_by_language ON articles(language)",
    "CREATE INDEX articles_by_text ON articles(text_key)",
    "CREATE INDEX skipped_by_file ON skipped(file)",
    "CREATE INDEX sources_by_file ON sources(file)",
    "CREATE INDEX sources_by_article ON sources(article_id)",
    "CREATE INDEX sources_by_bytes ON sources(sha256)",
    "CREATE INDEX passages_by_article ON passages(article_id)",
    "CREATE INDEX changes_by_article ON changes(article_id)",
    "CREATE INDEX near_by_key ON near(key)",
    "CREATE INDEX near_by_article ON near(article_id)",
    "CREATE INDEX edges_by_line ON edges(line, site)",
    "CREATE INDEX edges_by_article ON edges(article_id)",
    "CREATE INDEX series_by_article ON series(article_id)",
    "CREATE INDEX topics_by_key ON topics(key, place, topic)",
    "CREATE INDEX removed_by_generation ON removed(generation)",
)
