import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from index.building.build import build
from index.building.lock import writing
from index.ranking.search import Index
from index.types import WellspringError
from index.unread import Unread

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
    index = Index(folder.data, folder.embedder)
    folder.write("owl.txt", "The observatory counted 77 owls in March.")
    folder.build()
    assert "77 owls" in index.search("How many owls?")[0].passage.text
    assert index.generation == 2


def test_passage_ids_are_never_used_again(folder: "Folder") -> None:
    folder.build()
    before = {hit.passage.id for hit in Index(folder.data, folder.embedder).search("the", 50)}
    folder.build(rebuild=True)
    after = {hit.passage.id for hit in Index(folder.data, folder.embedder).search("the", 50)}
    assert not before & after


def test_an_unreadable_file_keeps_its_last_good_version(folder: "Folder") -> None:
    folder.build()
    (folder.articles / "cheese.txt").write_bytes(b"\x00\x01")
    report = folder.build()
    assert [skipped.source for skipped in report.skipped] == ["articles/cheese.txt"]
    assert "900 wheels" in folder.first("wheels of cheese")


@pytest.mark.parametrize("harm", ["empty", "missing"])
def test_a_bad_folder_leaves_the_index_as_it_was_and_is_told(quick: "Folder", harm: str) -> None:
    quick.build()
    shutil.rmtree(quick.articles)
    if harm == "empty":
        quick.articles.mkdir()
    report = quick.build()
    assert (report.changed, [one.code for one in report.failed]) == (False, [Unread.FOLDER_AWAY])
    assert "900 wheels" in quick.first("wheels of cheese")
    with pytest.raises(WellspringError, match="articles"):  # of which nothing could be kept
        quick.build(rebuild=True)
    assert quick.stored().keys() == {"bridge.txt", "cheese.txt"}


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
        build(folder.articles, folder.data, folder.embedder, failing)
    assert Index(folder.data, folder.embedder).generation == 1


def test_a_rebuild_keeps_nothing_of_a_file_that_cannot_be_read_now(folder: "Folder") -> None:
    folder.build()
    (folder.articles / "cheese.txt").write_bytes(b"\x00")
    assert folder.build(rebuild=True).removed == ("articles/cheese.txt",)
    assert "cheese" not in folder.first("wheels of cheese")


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
