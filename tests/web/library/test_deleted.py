"""Deleted articles can be brought back for a week."""

import os
import time
from pathlib import Path

import pytest

from index.problems import Problem
from index.types import WellspringError
from web.library.deleted import KEPT_FOR, Deleted


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    mill = tmp_path / "mill.md"
    mill.write_bytes(b"It turns.\xff")
    return mill


@pytest.fixture
def deleted(tmp_path: Path) -> Deleted:
    return Deleted(tmp_path / "deleted")


def test_a_deleted_file_is_found_by_its_word_until_it_is_dropped(
    deleted: Deleted, mill: Path
) -> None:
    undo = deleted.keep(mill, "town/sub/mill.md")
    mill.unlink()
    assert deleted.find(undo) == ("town/sub/mill.md", b"It turns.\xff")
    deleted.drop(undo)
    with pytest.raises(WellspringError, match="nothing to bring back"):
        deleted.find(undo)


def test_what_is_deleted_twice_has_two_words(deleted: Deleted, mill: Path) -> None:
    words = {deleted.keep(mill, "town/mill.md") for _ in range(2)}
    assert len(words) == 2
    assert all(deleted.find(word)[0] == "town/mill.md" for word in words)


@pytest.mark.parametrize("undo", ["", ".", "..", "../deleted", "a/b", "a" * 41, "none", "a\nb"])
def test_a_word_that_brings_nothing_back_is_refused(deleted: Deleted, undo: str) -> None:
    deleted.folder.mkdir()
    (deleted.folder / "file").write_text("Of nobody.")
    with pytest.raises(WellspringError) as refused:
        deleted.find(undo)
    assert refused.value.code is Problem.UNKNOWN_UNDO


def test_what_cannot_be_kept_leaves_nothing_behind(deleted: Deleted, tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="cannot be changed"):
        deleted.keep(tmp_path / "missing.md", "town/missing.md")
    assert list(deleted.folder.iterdir()) == []


def test_what_is_older_than_a_week_is_dropped(deleted: Deleted, mill: Path) -> None:
    old, young = deleted.keep(mill, "town/old.md"), deleted.keep(mill, "town/young.md")
    for undo, age in ((old, KEPT_FOR + 60), (young, KEPT_FOR - 60)):
        os.utime(deleted.folder / undo, (time.time() - age,) * 2)
    deleted.drop_old()
    assert [place.name for place in deleted.folder.iterdir()] == [young]
