from collections.abc import Iterator
from contextlib import closing
from threading import Event, Timer
from typing import TYPE_CHECKING

import pytest

from index.building.build import BuildReport
from index.building.watch import follow
from index.unread import Unread

if TYPE_CHECKING:
    from tests.index.conftest import Folder


@pytest.fixture
def stop() -> Iterator[Event]:
    """An end for a watch that a failing test would wait on for ever."""
    event = Event()
    timer = Timer(60, event.set)
    timer.start()
    yield event
    timer.cancel()
    event.set()


def test_every_change_of_the_folder_is_taken_in(folder: "Folder", stop: Event) -> None:
    with closing(follow(folder.articles, folder.build, stop, quiet_ms=100)) as outcomes:
        assert next(outcomes) == BuildReport(
            2, 2, 1, ("articles/bridge.txt", "articles/cheese.txt")
        )
        folder.write("sub/owl.txt", "The observatory counted 77 owls in March.")
        added = next(outcomes)
        folder.remove("cheese.txt")
        removed = next(outcomes)
    assert isinstance(added, BuildReport)
    assert added.read == ("articles/sub/owl.txt",)
    assert isinstance(removed, BuildReport)
    assert removed.removed == ("articles/cheese.txt",)


def test_a_failed_build_is_told_and_the_next_change_mends_it(folder: "Folder", stop: Event) -> None:
    with closing(follow(folder.articles, folder.build, stop, quiet_ms=100)) as outcomes:
        next(outcomes)
        folder.write(
            ".wellspringignore", "*.txt"
        )  # nothing is left: one change, not one for each file
        failed = next(outcomes)
        folder.write("owl.md", "The observatory counted 77 owls in March.")
        mended = next(outcomes)
    assert isinstance(failed, BuildReport)
    assert [one.code for one in failed.failed] == [Unread.FOLDER_AWAY]
    assert isinstance(mended, BuildReport)
    assert mended.read == ("articles/owl.md",)
