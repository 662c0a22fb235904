"""What a build or a search makes of an index that is there: of other settings, older, damaged."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.building.build import build
from index.ranking.search import Index
from index.types import WellspringError
from qa.wiring import Wellspring

if TYPE_CHECKING:
    from tests.index.conftest import Folder


def test_other_settings_are_refused_until_a_rebuild(folder: "Folder") -> None:
    folder.build()

    class Other:
        name = "another-model"
        encode = folder.embedder.encode
        overflows = folder.embedder.overflows

    with pytest.raises(WellspringError, match=r"another-model.*--rebuild"):
        build(folder.articles, folder.data, Other(), len)
    with pytest.raises(WellspringError, match="--rebuild"):
        Index(folder.data, Other())
    build(folder.articles, folder.data, Other(), len, rebuild=True)
    assert Index(folder.data, Other()).generation == 2


def test_an_open_index_refuses_a_build_with_another_model(folder: "Folder") -> None:
    folder.build()
    index = Index(folder.data, folder.embedder)

    class Other:
        name = "another-model"
        encode = folder.embedder.encode
        overflows = folder.embedder.overflows

    build(folder.articles, folder.data, Other(), len, rebuild=True)
    with pytest.raises(WellspringError, match="another-model"):
        index.search("bridge")


@pytest.mark.parametrize("harm", ["truncated", "missing", "garbage"])
def test_a_damaged_faiss_file_is_rebuilt_from_the_stored_vectors(
    folder: "Folder", harm: str
) -> None:
    folder.build()
    (file,) = folder.data.glob("*.faiss")
    if harm == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:100] if harm == "truncated" else b"garbage")
    assert "900 wheels" in folder.first("wheels of cheese")


def test_a_damaged_store_is_a_clear_error(folder: "Folder") -> None:
    folder.build()
    for file in folder.data.glob("index.sqlite*"):
        file.write_bytes(b"this is no database" * 100)
    with pytest.raises(WellspringError, match="Delete it"):
        Index(folder.data, folder.embedder)


def test_a_missing_index_says_how_to_make_one(tmp_path: Path, well: Wellspring) -> None:
    with pytest.raises(WellspringError, match="wellspring index FOLDER"):
        Index(tmp_path, well.embedder)


def test_an_index_of_an_older_format_is_made_anew_without_using_ids_again(folder: "Folder") -> None:
    folder.data.mkdir()
    db = sqlite3.connect(folder.data / "index.sqlite")
    db.executescript(OLDER)
    db.close()
    with pytest.raises(WellspringError, match="format 1 there"):
        folder.open()
    assert folder.build().generation == 8
    assert min(hit.passage.id for hit in folder.open().search("the", 50)) == 42


OLDER = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE articles (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL, indexed_at TEXT NOT NULL, published TEXT);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL, end INTEGER NOT NULL, tokens INTEGER NOT NULL, vector BLOB NOT NULL);
CREATE INDEX passages_of_article ON passages(article_id);
CREATE VIRTUAL TABLE words USING fts5(
    title, text, tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO meta VALUES
    ('settings', '{"embedder": "m", "format": 1}'), ('generation', '7'), ('folder', 'x');
INSERT INTO articles VALUES ('a', 'A', 'Text.', 'x/a.txt', '0', '2024', NULL);
INSERT INTO passages VALUES (41, 'a', 0, 5, 1, x'00');
"""


def test_a_faiss_file_of_another_index_is_not_used(folder: "Folder") -> None:
    folder.build()
    (file,) = folder.data.glob("*.faiss")
    for old in folder.data.glob("index.sqlite*"):
        old.unlink()
    folder.write("bridge.txt", "The tunnel at Marrow was opened in 1911.")
    folder.build()
    assert not file.exists()
    assert "1911" in folder.first("When was the tunnel opened?")
