import os
import time
from pathlib import Path

import pytest

from index.reading.files import ReadOptions, list_folder, source_of, stamp_of
from index.types import WellspringError
from index.unread import Unread


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


def unread(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): reason
        for path, reason in list_folder(folder).unread.items()
    }


def test_files_of_other_kinds_are_named_each_with_what_to_do(tmp_path: Path) -> None:
    fill(
        tmp_path, "a.txt", "photo.png", "sub/photo.PNG", "Makefile", "old.doc", "deck.key", "x.zip"
    )
    assert unread(tmp_path) == {
        "photo.png": Unread.PICTURE,
        "sub/photo.PNG": Unread.PICTURE,
        "Makefile": Unread.OTHER_KIND,
        "old.doc": Unread.OLD_OFFICE,
        "deck.key": Unread.OTHER_OFFICE,
        "x.zip": Unread.PACKED,
    }


def test_hidden_files_locks_and_what_systems_leave_are_passed_over(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", ".hidden.png", "~$a.docx", ".~lock.a.odt#", "a.txt~", "Thumbs.db")
    fill(tmp_path, ".git/config", "__MACOSX/b.txt", ".DS_Store")
    assert (names(tmp_path), unread(tmp_path)) == (["a.txt"], {})


def test_a_linked_folder_is_read_at_the_place_of_the_link(tmp_path: Path) -> None:
    root = tmp_path / "articles"
    fill(tmp_path, "articles/here.md", "other/mill.md", "other/deep/owl.md", "other/old.doc")
    (root / "linked").symlink_to("../other")
    assert names(root) == ["here.md", "linked/deep/owl.md", "linked/mill.md"]
    assert unread(root) == {"linked/old.doc": Unread.OLD_OFFICE}


def test_what_two_links_or_a_link_and_a_place_lead_to_is_read_once(tmp_path: Path) -> None:
    root = tmp_path / "articles"
    fill(tmp_path, "articles/b/here.md", "other/mill.md")
    (root / "a-link").symlink_to("b")
    (root / "first").symlink_to("../other")
    (root / "second").symlink_to("../other")
    assert names(root) == ["b/here.md", "first/mill.md"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    root = tmp_path / "articles"
    fill(tmp_path, "articles/here.md", "other/mill.md")
    (root / "linked").symlink_to("../other")
    (tmp_path / "other" / "again").symlink_to("../other")
    (tmp_path / "other" / "back").symlink_to("../articles")
    (root / "up").symlink_to("..")
    assert names(root) == ["here.md", "linked/mill.md"]
    assert unread(root) == {"up": Unread.LOOP, "linked/back": Unread.LOOP}


def test_links_to_nothing_and_to_themselves_are_named(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "gone.md").symlink_to("../nowhere.md")
    (tmp_path / "self.md").symlink_to("self.md")
    assert unread(tmp_path) == {"gone.md": Unread.DEAD_LINK, "self.md": Unread.DEAD_LINK}


def test_a_linked_file_is_read_and_an_ignored_link_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "articles"
    fill(tmp_path, "articles/here.md", "other/mill.md", "more/owl.md")
    (root / "mill.md").symlink_to("../other/mill.md")
    (root / "more").symlink_to("../more")
    assert names(root, "more/") == ["here.md", "mill.md"]


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
