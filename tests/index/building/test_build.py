import os
import shutil
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.building.build import build
from index.building.lock import writing
from index.ranking.search import Index
from index.types import WellspringError
from qa.wiring import Wellspring

if TYPE_CHECKING:
    from tests.index.conftest import Folder


def test_a_second_build_does_no_work(folder: "Folder") -> None:
    first, second = folder.build(), folder.build()
    assert (len(first.read), first.generation) == (2, 1)
    assert (len(second.read), second.generation, second.changed) == (0, 1, False)


def test_only_a_changed_file_is_read_again(folder: "Folder") -> None:
    folder.build()
    folder.write("cheese.txt", "The cooperative makes 1,200 wheels of cheese a year.")
    report = folder.build()
    assert report.read == ("articles/cheese.txt",)
    assert "1,200 wheels" in folder.first("How many wheels of cheese?")


def test_a_removed_file_is_not_found_any_more(folder: "Folder") -> None:
    folder.build()
    (folder.articles / "cheese.txt").unlink()
    assert folder.build().removed == ("articles/cheese.txt",)
    assert "cheese" not in folder.first("wheels of cheese")


def test_an_open_index_follows_a_build(folder: "Folder") -> None:
    folder.build()
    index = Index(folder.data, folder.well.embedder)
    folder.write("owl.txt", "The observatory counted 77 owls in March.")
    folder.build()
    assert "77 owls" in index.search("How many owls?")[0].passage.text
    assert index.generation == 2


def test_passage_ids_are_never_used_again(folder: "Folder") -> None:
    folder.build()
    before = {hit.passage.id for hit in Index(folder.data, folder.well.embedder).search("the", 50)}
    folder.build(rebuild=True)
    after = {hit.passage.id for hit in Index(folder.data, folder.well.embedder).search("the", 50)}
    assert not before & after


def test_an_unreadable_file_keeps_its_last_good_version(folder: "Folder") -> None:
    folder.build()
    (folder.articles / "cheese.txt").write_bytes(b"\x00\x01")
    report = folder.build()
    assert [skipped.source for skipped in report.skipped] == ["articles/cheese.txt"]
    assert "900 wheels" in folder.first("wheels of cheese")


@pytest.mark.parametrize("harm", ["empty", "missing"])
def test_a_bad_folder_leaves_the_index_as_it_was(folder: "Folder", harm: str) -> None:
    folder.build()
    shutil.rmtree(folder.articles)
    if harm == "empty":
        folder.articles.mkdir()
    with pytest.raises(WellspringError):
        folder.build()
    assert "900 wheels" in folder.first("wheels of cheese")


def test_a_failure_while_embedding_stores_nothing(
    folder: "Folder", monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.build()
    folder.write("owl.txt", "The observatory counted 77 owls.")
    count = 0

    def failing(text: str) -> int:
        nonlocal count
        count += 1
        if count > 2:
            raise RuntimeError("power cut")
        return 1

    with pytest.raises(RuntimeError):
        build(folder.articles, folder.data, folder.well.embedder, failing)
    assert Index(folder.data, folder.well.embedder).generation == 1


def test_other_settings_are_refused_until_a_rebuild(folder: "Folder") -> None:
    folder.build()

    class Other:
        name = "another-model"
        encode = folder.well.embedder.encode
        overflows = folder.well.embedder.overflows

    with pytest.raises(WellspringError, match=r"another-model.*--rebuild"):
        build(folder.articles, folder.data, Other(), len)
    with pytest.raises(WellspringError, match="--rebuild"):
        Index(folder.data, Other())
    build(folder.articles, folder.data, Other(), len, rebuild=True)
    assert Index(folder.data, Other()).generation == 2


def test_a_rebuild_keeps_nothing_of_a_file_that_cannot_be_read_now(folder: "Folder") -> None:
    folder.build()
    (folder.articles / "cheese.txt").write_bytes(b"\x00")
    assert folder.build(rebuild=True).removed == ("articles/cheese.txt",)
    assert "cheese" not in folder.first("wheels of cheese")


def test_an_open_index_refuses_a_build_with_another_model(folder: "Folder") -> None:
    folder.build()
    index = Index(folder.data, folder.well.embedder)

    class Other:
        name = "another-model"
        encode = folder.well.embedder.encode
        overflows = folder.well.embedder.overflows

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
        Index(folder.data, folder.well.embedder)


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
CREATE TABLE articles (id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL, indexed_at TEXT NOT NULL, published TEXT);
CREATE TABLE passages (id INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL, end INTEGER NOT NULL, tokens INTEGER NOT NULL, vector BLOB NOT NULL);
CREATE INDEX passages_of_article ON passages(article_id);
CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO meta VALUES ('settings', '{"embedder": "m", "format": 1}'), ('generation', '7'), ('folder', 'x');
INSERT INTO articles VALUES ('a', 'A', 'Text.', 'x/a.txt', '0', '2024', NULL);
INSERT INTO passages VALUES (41, 'a', 0, 5, 1, x'00');
"""


def test_a_second_writer_is_told_who_writes(folder: "Folder") -> None:
    with (
        writing(folder.data),
        pytest.raises(
            WellspringError, match=rf"process {os.getpid()} of .* since .* Wait until it ends"
        ),
    ):
        folder.build()
    assert folder.build().generation == 1


def test_an_emptied_file_takes_its_article_along(folder: "Folder") -> None:
    folder.build()
    folder.write("cheese.txt", "")
    report = folder.build()
    assert (report.removed, [one.reason for one in report.skipped]) == (
        ("articles/cheese.txt",),
        ["holds no text"],
    )
    assert folder.stored().keys() == {"bridge.txt"}


def test_what_is_skipped_is_reported_by_every_build_until_it_is_mended(folder: "Folder") -> None:
    folder.write("broken.pdf", b"%PDF rubbish")
    assert [one.source for one in folder.build().skipped] == ["articles/broken.pdf"]
    assert [one.source for one in folder.build().skipped] == ["articles/broken.pdf"]
    folder.remove("broken.pdf")
    assert folder.build().skipped == ()


def test_an_unchanged_file_is_not_opened_again(
    folder: "Folder", monkeypatch: pytest.MonkeyPatch
) -> None:
    old = time.time_ns() - 60_000_000_000
    for path in folder.articles.iterdir():
        os.utime(path, ns=(old, old))
    monkeypatch.setattr(time, "time_ns", lambda: old + 10**12)  # their times are no longer fresh
    folder.build()
    (folder.articles / "cheese.txt").chmod(0o644)  # only its times change: it is hashed, not read
    assert folder.build().changed is False


def test_a_small_update_leaves_the_faiss_file_and_is_found_by_open_and_new_indexes(
    folder: "Folder",
) -> None:
    folder.build()
    (file,) = folder.data.glob("*.faiss")
    index = folder.open()
    folder.write("owl.txt", "The observatory counted 77 owls in March.")
    folder.remove("cheese.txt")
    folder.build()
    assert list(folder.data.glob("*.faiss")) == [file]
    for opened in (index, folder.open()):
        texts = [hit.passage.text for hit in opened.search("How many owls?", 50, lexical=False)]
        assert texts[0].startswith("The observatory")
        assert len(texts) == 2


def test_a_faiss_file_of_another_index_is_not_used(folder: "Folder") -> None:
    folder.build()
    (file,) = folder.data.glob("*.faiss")
    for old in folder.data.glob("index.sqlite*"):
        old.unlink()
    folder.write("bridge.txt", "The tunnel at Marrow was opened in 1911.")
    folder.build()
    assert not file.exists()
    assert "1911" in folder.first("When was the tunnel opened?")
