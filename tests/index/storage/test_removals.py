"""What was removed is kept in a file each, and left out under its source or with its bytes."""

from pathlib import Path

import pytest

from index.problems import Problem
from index.storage.removals import Removal, Removals, read_removals, removal_file
from index.types import WellspringError

MILL = Removal("one", "The mill", {"town/mill.md": "1", "town/twin.md": "2"})
BRIDGE = Removal("two", "Brücke", {"town/bridge.md": "3"}, "library/bridge.md")


def test_removals_are_read_as_they_were_written(tmp_path: Path) -> None:
    assert read_removals(tmp_path).every == ()
    for removal in (MILL, BRIDGE):
        path = removal_file(tmp_path, removal.undo)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(removal.to_json())
    assert read_removals(tmp_path).every == (BRIDGE, MILL)


def test_an_article_is_hidden_by_its_source_and_outside_the_library_by_its_bytes() -> None:
    removals = Removals([MILL, BRIDGE], "library")
    assert removals.sources == {"town/mill.md", "town/twin.md", "town/bridge.md"}
    assert removals.hides("town/mill.md", "other")
    assert removals.hides("village/mill.md", "1")
    assert not removals.hides("library/mill.md", "1")
    assert not removals.hides("town/well.md", "other")
    assert Removals([Removal("x", "Ash", {"library/ash.md": "9"})], "library").hides(
        "library/ash.md", "9"
    )


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b'{"undo": "x"}', b'{"a": 1}', b"\xff"])
def test_a_file_that_tells_of_no_removal_is_named_with_what_to_do(
    tmp_path: Path, said: bytes
) -> None:
    path = removal_file(tmp_path, "one")
    path.parent.mkdir()
    path.write_bytes(said)
    with pytest.raises(WellspringError, match=r"one\.json.*delete it") as told:
        read_removals(tmp_path)
    assert told.value.code is Problem.DAMAGED_REMOVAL
