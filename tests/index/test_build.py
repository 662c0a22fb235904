import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from index.build import BuildReport, build
from index.search import Index
from index.types import WellspringError
from qa.wiring import Wellspring


class Folder:
    """A folder of small articles with an index beside it."""

    def __init__(self, path: Path, well: Wellspring) -> None:
        self.articles, self.data, self.well = path / "articles", path / "data", well
        self.articles.mkdir()
        self.write("bridge.txt", "The bridge at Marrow was opened in 1874. It is 240 metres long.")
        self.write("cheese.txt", "The cooperative makes 900 wheels of cheese a year. It has 31 members.")

    def write(self, name: str, text: str) -> None:
        (self.articles / name).write_text(text, "utf-8")

    def build(self, rebuild: bool = False) -> BuildReport:
        return build(self.articles, self.data, self.well.embedder, lambda text: len(text.split()), rebuild=rebuild)

    def first(self, query: str) -> str:
        return Index(self.data, self.well.embedder).search(query)[0].passage.text


@pytest.fixture
def folder(tmp_path: Path, well: Wellspring) -> Folder:
    return Folder(tmp_path, well)


def test_a_second_build_does_no_work(folder: Folder) -> None:
    first, second = folder.build(), folder.build()
    assert (len(first.read), first.generation) == (2, 1)
    assert (len(second.read), second.generation, second.changed) == (0, 1, False)


def test_only_a_changed_file_is_read_again(folder: Folder) -> None:
    folder.build()
    folder.write("cheese.txt", "The cooperative makes 1,200 wheels of cheese a year.")
    report = folder.build()
    assert report.read == ("articles/cheese.txt",)
    assert "1,200 wheels" in folder.first("How many wheels of cheese?")


def test_a_removed_file_is_not_found_any_more(folder: Folder) -> None:
    folder.build()
    (folder.articles / "cheese.txt").unlink()
    assert folder.build().removed == ("articles/cheese.txt",)
    assert "cheese" not in folder.first("wheels of cheese")


def test_an_open_index_follows_a_build(folder: Folder) -> None:
    folder.build()
    index = Index(folder.data, folder.well.embedder)
    folder.write("owl.txt", "The observatory counted 77 owls in March.")
    folder.build()
    assert "77 owls" in index.search("How many owls?")[0].passage.text
    assert index.generation == 2


def test_passage_ids_are_never_used_again(folder: Folder) -> None:
    folder.build()
    before = {hit.passage.id for hit in Index(folder.data, folder.well.embedder).search("the", 50)}
    folder.build(rebuild=True)
    after = {hit.passage.id for hit in Index(folder.data, folder.well.embedder).search("the", 50)}
    assert not before & after


def test_an_unreadable_file_keeps_its_last_good_version(folder: Folder) -> None:
    folder.build()
    (folder.articles / "cheese.txt").write_bytes(b"\x00\x01")
    report = folder.build()
    assert [skipped.source for skipped in report.skipped] == ["articles/cheese.txt"]
    assert "900 wheels" in folder.first("wheels of cheese")


@pytest.mark.parametrize("harm", ["empty", "missing"])
def test_a_bad_folder_leaves_the_index_as_it_was(folder: Folder, harm: str) -> None:
    folder.build()
    shutil.rmtree(folder.articles)
    if harm == "empty":
        folder.articles.mkdir()
    with pytest.raises(WellspringError):
        folder.build()
    assert "900 wheels" in folder.first("wheels of cheese")


def test_a_failure_while_embedding_stores_nothing(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_other_settings_are_refused_until_a_rebuild(folder: Folder) -> None:
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


def test_a_rebuild_keeps_nothing_of_a_file_that_cannot_be_read_now(folder: Folder) -> None:
    folder.build()
    (folder.articles / "cheese.txt").write_bytes(b"\x00")
    assert folder.build(rebuild=True).removed == ("articles/cheese.txt",)
    assert "cheese" not in folder.first("wheels of cheese")


def test_an_open_index_refuses_a_build_with_another_model(folder: Folder) -> None:
    folder.build()
    index = Index(folder.data, folder.well.embedder)

    class Other:
        name = "another-model"
        encode = folder.well.embedder.encode
        overflows = folder.well.embedder.overflows

    build(folder.articles, folder.data, Other(), len, rebuild=True)
    with pytest.raises(WellspringError, match="another-model"):
        index.search("bridge")


def test_a_second_writer_is_told_to_wait(folder: Folder) -> None:
    folder.data.mkdir()
    with FileLock(folder.data / "build.lock"), pytest.raises(WellspringError, match="Another"):
        folder.build()


@pytest.mark.parametrize("harm", ["truncated", "missing", "garbage"])
def test_a_damaged_faiss_file_is_rebuilt_from_the_stored_vectors(folder: Folder, harm: str) -> None:
    folder.build()
    (file,) = folder.data.glob("*.faiss")
    if harm == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:100] if harm == "truncated" else b"garbage")
    assert "900 wheels" in folder.first("wheels of cheese")


def test_a_damaged_store_is_a_clear_error(folder: Folder) -> None:
    folder.build()
    for file in folder.data.glob("index.sqlite*"):
        file.write_bytes(b"this is no database" * 100)
    with pytest.raises(WellspringError, match="Delete it"):
        Index(folder.data, folder.well.embedder)


def test_a_missing_index_says_how_to_make_one(tmp_path: Path, well: Wellspring) -> None:
    with pytest.raises(WellspringError, match="wellspring index FOLDER"):
        Index(tmp_path, well.embedder)
