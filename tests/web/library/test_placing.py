"""Where a file goes in the library, and what is refused because of what is there."""

import dataclasses
import hashlib
from pathlib import Path

import pytest

from index.problems import Problem
from index.reading.roots import named
from index.storage.removals import Removal, Removals
from web.library.changes import Change
from web.library.files import FileResult, Upload
from web.library.holdings import Holdings
from web.library.placing import free_name, place

MILL = b"It turns."


@pytest.fixture
def held(tmp_path: Path) -> Holdings:
    roots = named(tmp_path / "town", tmp_path / "data")
    roots.library.folder.mkdir(parents=True)
    (roots.library.folder / "mill.md").write_bytes(MILL)
    hashes = {"library/mill.md": hashlib.sha256(MILL).hexdigest()}
    return Holdings(roots, hashes, {"library/mill.md": "library/mill.md"}, {}, Removals())


def placed(held: Holdings, *uploads: Upload, replace: bool = False) -> list[FileResult]:
    with Change() as change:
        return [place(it, held, change, replace=replace, max_bytes=100) for it in uploads]


def test_a_new_file_is_written_under_its_name(held: Holdings) -> None:
    (result,) = placed(held, Upload("ash.md", b"Ash."))
    assert (result.status, result.source) == ("added", "library/ash.md")
    assert (held.roots.library.folder / "ash.md").read_bytes() == b"Ash."


def test_a_name_is_written_in_one_way_however_it_is_sent(held: Holdings) -> None:
    (result,) = placed(held, Upload("cafe\u0301.md", b"Ash."))
    assert result.source == "library/caf\u00e9.md"


def test_a_taken_name_is_replaced_only_where_that_is_wanted(held: Holdings) -> None:
    new = Upload("mill.md", b"It stands.")
    (refused,) = placed(held, new)
    assert (refused.status, refused.code) == ("refused", Problem.NAME_TAKEN)
    assert (held.roots.library.folder / "mill.md").read_bytes() == MILL
    assert [result.status for result in placed(held, new, replace=True)] == ["replaced"]
    assert (held.roots.library.folder / "mill.md").read_bytes() == b"It stands."


def test_of_two_files_of_one_name_the_first_is_taken(held: Holdings) -> None:
    twins = [Upload("ash.md", b"Ash."), Upload("ash.md", b"Beech.")]
    results = placed(held, *twins, replace=True)
    assert [(result.status, result.code) for result in results] == [
        ("added", None),
        ("refused", Problem.NAME_TAKEN),
    ]
    assert (held.roots.library.folder / "ash.md").read_bytes() == b"Ash."


def test_the_same_text_is_not_written_again(held: Holdings) -> None:
    same, copy = placed(held, Upload("mill.md", MILL), Upload("copy.md", MILL))
    assert (same.status, same.article_id != "") == ("unchanged", True)
    assert (copy.status, copy.code) == ("refused", Problem.DUPLICATE)
    assert [path.name for path in held.roots.library.folder.iterdir()] == ["mill.md"]


def test_a_pasted_text_takes_a_name_that_is_free_and_is_not_written_twice(held: Holdings) -> None:
    texts = [Upload("mill.md", b"It stands.", pasted=True), Upload("mill.md", MILL, pasted=True)]
    other, same = placed(held, *texts)
    assert (other.status, other.source) == ("added", "library/mill-2.md")
    assert same.status == "unchanged"
    twins = placed(held, *[Upload("ash.md", text, pasted=True) for text in (b"Ash.", b"Beech.")])
    assert [result.source for result in twins] == ["library/ash.md", "library/ash-2.md"]


def test_the_name_of_a_removed_file_is_not_taken(held: Holdings) -> None:
    gone = Removals([Removal("x", "The ash", {"library/ash.md": "1"})])
    held = dataclasses.replace(held, removals=gone)
    (result,) = placed(held, Upload("ash.md", b"Ash."), replace=True)
    assert result.source == "library/ash-2.md"


def test_a_free_name_is_one_that_a_file_system_takes(held: Holdings) -> None:
    long = "\u00e9" * 120 + ".md"
    (held.roots.library.folder / long).write_bytes(b"Ash.")
    with Change() as change:
        name = free_name(long, held, change)
    assert name.endswith("\u00e9-2.md")
    assert len(name.encode()) <= 210
