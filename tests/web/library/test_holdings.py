"""What the index holds of a folder, and which file each source came from."""

import hashlib
import runpy
import shutil
from pathlib import Path

import pytest

from index.reading.roots import named
from index.storage.removals import Removals
from index.types import WellspringError
from web.library import holdings
from web.library.holdings import Holdings

MILL = b"It turns."
FILES = {"town/mill.md": hashlib.sha256(MILL).hexdigest(), "town/a.jsonl": "1", "town/b#c.md": "2"}
ARTICLES = {source: source for source in ("town/mill.md", "town/a.jsonl#1", "town/a.jsonl#x#y")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "mill.md").write_bytes(MILL)
    return folder


@pytest.fixture
def held(folder: Path, tmp_path: Path) -> Holdings:
    roots = named(folder, tmp_path / "data")
    return Holdings(roots, FILES, ARTICLES, {"town/a.jsonl#2": "is not JSON"}, Removals())


@pytest.mark.parametrize(
    ("source", "file"),
    [
        ("town/mill.md", "town/mill.md"),
        ("town/a.jsonl#1", "town/a.jsonl"),
        ("town/a.jsonl#x#y", "town/a.jsonl"),
        ("town/b#c.md", "town/b#c.md"),
        ("town/new.md#1", "town/new.md#1"),
    ],
)
def test_the_file_of_a_source_is_found(held: Holdings, source: str, file: str) -> None:
    assert held.file_of(source) == file
    assert held.is_record(source) == (source != file)


def test_a_source_leads_to_its_file(held: Holdings, folder: Path, tmp_path: Path) -> None:
    assert held.path("town/sub/deep.md") == folder / "sub" / "deep.md"
    path, source = held.in_library("ash.md")
    assert (source, held.path(source)) == ("library/ash.md", path)
    assert path == tmp_path / "data" / "library" / "ash.md"
    assert [held.is_own(it) for it in ("town/mill.md", source)] == [True, False]
    with pytest.raises(WellspringError, match="of another folder"):
        held.path("village/mill.md")


def test_a_record_is_not_a_file_that_can_be_changed(held: Holdings, folder: Path) -> None:
    assert held.whole_file("town/mill.md") == folder / "mill.md"
    with pytest.raises(WellspringError, match=r"one line of town/a\.jsonl"):
        held.whole_file("town/a.jsonl#1")


def test_the_same_file_is_found_while_it_is_still_the_same(held: Holdings, folder: Path) -> None:
    assert held.same(MILL) == ["town/mill.md"]
    assert held.same(b"Another text.") == []
    (folder / "mill.md").write_bytes(b"It stands.")
    assert held.same(MILL) == []


def test_what_was_read_of_a_file_is_without_what_was_not(held: Holdings) -> None:
    assert held.read_of("town/a.jsonl") == ["town/a.jsonl#1", "town/a.jsonl#x#y"]
    assert list(held.of("town/a.jsonl", held.skipped)) == ["town/a.jsonl#2"]
    assert held.read_of("town/b#c.md") == []


def test_the_articles_that_come_along_are_known_through_links(tmp_path: Path) -> None:
    installed, linked, store = (tmp_path / name for name in ("installed", "linked", "store"))
    for folder in (installed / "web" / "library", installed / "seeds", store):
        folder.mkdir(parents=True)
    for name in ("oak.txt", "ash.txt"):
        (store / name).write_text("It is old.")
    (installed / "seeds" / "oak.txt").symlink_to(store / "oak.txt")
    linked.symlink_to(installed)
    shutil.copy(holdings.__file__, installed / "web" / "library")
    there = runpy.run_path(str(linked / "web" / "library" / "holdings.py"))
    assert named(linked / "seeds", tmp_path / "data").folders == (there["SEEDS"],)
    for place in (linked, installed):
        assert not there["may_delete"](place / "seeds" / "oak.txt")
    assert there["may_delete"](store / "ash.txt")
