"""Changes of files that are kept or taken back whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.types import WellspringError
from web.library.changes import Change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "mill.md").write_text("It turns.")
    return folder


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_what_is_done_stays_and_nothing_else_is_left(folder: Path) -> None:
    (folder / "old.md").write_text("Old.")
    with Change() as change:
        change.write(folder / "mill.md", b"It stands.")
        change.write(folder / "new.md", b"New.")
        change.remove(folder / "old.md")
    assert files(folder) == {"mill.md": "It stands.", "new.md": "New."}


def stopped(change: Change, *steps: Callable[[], None]) -> None:
    """Make a change that is interrupted at its end."""

    def run() -> None:
        with change:
            for step in steps:
                step()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()


def test_an_error_takes_everything_back(folder: Path) -> None:
    change = Change()
    stopped(
        change,
        lambda: change.write(folder / "mill.md", b"It stands."),
        lambda: change.write(folder / "new.md", b"New."),
        lambda: change.remove(folder / "new.md"),
    )
    assert files(folder) == {"mill.md": "It turns."}


def test_of_a_file_that_is_changed_twice_the_first_version_comes_back(folder: Path) -> None:
    change = Change()
    stopped(
        change,
        lambda: change.write(folder / "mill.md", b"It stands."),
        lambda: change.write(folder / "mill.md", b"It burns."),
        lambda: change.remove(folder / "mill.md"),
    )
    assert files(folder) == {"mill.md": "It turns."}


def test_one_of_several_files_is_taken_back_by_itself(folder: Path) -> None:
    with Change() as change:
        change.write(folder / "mill.md", b"It stands.")
        change.write(folder / "new.md", b"New.")
        change.take_back([folder / "mill.md"])
    assert files(folder) == {"mill.md": "It turns.", "new.md": "New."}


def test_a_link_is_set_aside_as_a_link(folder: Path) -> None:
    (folder / "link.md").symlink_to("mill.md")
    change = Change()
    stopped(change, lambda: change.remove(folder / "link.md"))
    assert (folder / "link.md").readlink() == Path("mill.md")


def test_a_file_is_written_into_a_folder_that_is_not_there_yet(folder: Path) -> None:
    with Change() as change:
        change.write(folder / "deep" / "new.md", b"New.")
    assert (folder / "deep" / "new.md").read_text() == "New."


def test_a_place_where_no_file_can_be_is_named_and_leaves_nothing(folder: Path) -> None:
    change = Change()
    with pytest.raises(WellspringError, match=r"mill\.md cannot be changed"), change:
        change.write(folder / "mill.md" / "new.md", b"New.")
    assert files(folder) == {"mill.md": "It turns."}
