"""Where a file goes in the folder, and what is refused because of what is there."""

import hashlib
from pathlib import Path

import pytest

from index.problems import Problem
from web.library.changes import Change
from web.library.files import FileResult, Upload
from web.library.holdings import Holdings
from web.library.placing import place

MILL = b"It turns."


@pytest.fixture
def held(tmp_path: Path) -> Holdings:
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "mill.md").write_bytes(MILL)
    hashes = {"town/mill.md": hashlib.sha256(MILL).hexdigest()}
    return Holdings(folder, hashes, {"town/mill.md": "town/mill.md"}, {})


def placed(held: Holdings, *uploads: Upload, replace: bool = False) -> list[FileResult]:
    with Change() as change:
        return [place(it, held, change, replace=replace, max_bytes=100) for it in uploads]


def test_a_new_file_is_written_under_its_name(held: Holdings) -> None:
    (result,) = placed(held, Upload("ash.md", b"Ash."))
    assert (result.status, result.source) == ("added", "town/ash.md")
    assert (held.folder / "ash.md").read_bytes() == b"Ash."


def test_a_name_is_written_in_one_way_however_it_is_sent(held: Holdings) -> None:
    (result,) = placed(held, Upload("cafe\u0301.md", b"Ash."))
    assert result.source == "town/caf\u00e9.md"


def test_a_taken_name_is_replaced_only_where_that_is_wanted(held: Holdings) -> None:
    new = Upload("mill.md", b"It stands.")
    (refused,) = placed(held, new)
    assert (refused.status, refused.code) == ("refused", Problem.NAME_TAKEN)
    assert (held.folder / "mill.md").read_bytes() == MILL
    assert [result.status for result in placed(held, new, replace=True)] == ["replaced"]
    assert (held.folder / "mill.md").read_bytes() == b"It stands."


def test_of_two_files_of_one_name_the_first_is_taken(held: Holdings) -> None:
    twins = [Upload("ash.md", b"Ash."), Upload("ash.md", b"Beech.")]
    results = placed(held, *twins, replace=True)
    assert [(result.status, result.code) for result in results] == [
        ("added", None),
        ("refused", Problem.NAME_TAKEN),
    ]
    assert (held.folder / "ash.md").read_bytes() == b"Ash."


def test_the_same_text_is_not_written_again(held: Holdings) -> None:
    same, copy = placed(held, Upload("mill.md", MILL), Upload("copy.md", MILL))
    assert (same.status, same.article_id != "") == ("unchanged", True)
    assert (copy.status, copy.code) == ("refused", Problem.DUPLICATE)
    assert [path.name for path in held.folder.iterdir()] == ["mill.md"]
