import os
import time
from pathlib import Path

import pytest

from index.reading.files import ReadOptions, list_folder, source_of, stamp_of
from index.types import WellspringError


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Text.")


def names(folder: Path, *ignore: str) -> list[str]:
    return [
        source_of(path, folder).split("/", 1)[1]
        for path in list_folder(folder, ReadOptions(ignore)).files
    ]


def test_files_and_folders_can_be_ignored(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.md", "drafts/c.txt", "drafts/keep.txt", "deep/notes.txt")
    (tmp_path / ".wellspringignore").write_text("# mine\ndrafts/*\n!drafts/keep.txt\n")
    assert names(tmp_path) == ["a.txt", "b.md", "deep/notes.txt", "drafts/keep.txt"]
    assert names(tmp_path, "deep/", "*.md") == ["a.txt", "drafts/keep.txt"]


def test_files_of_other_kinds_are_counted(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "photo.png", "sub/photo.PNG", "Makefile", ".hidden.png")
    assert list_folder(tmp_path).others == {".png": 2, "": 1}


def test_a_folder_without_articles_names_the_kinds(tmp_path: Path) -> None:
    fill(tmp_path, "photo.png")
    with pytest.raises(WellspringError, match=r"\.txt, \.md, \.html"):
        list_folder(tmp_path)


def test_a_stamp_changes_with_the_file_and_is_empty_while_it_is_fresh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "a.txt")
    path = tmp_path / "a.txt"
    assert stamp_of(path) == ""
    later = time.time_ns() + 10_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: later)
    before = stamp_of(path)
    os.utime(path, ns=(1, 1))
    assert before
    assert stamp_of(path) not in ("", before)
    assert stamp_of(tmp_path / "gone.txt") == ""
