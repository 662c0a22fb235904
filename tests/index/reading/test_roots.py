"""Several folders side by side: what their sources are called, and what each holds."""

import os
from pathlib import Path

import pytest

from index.problems import Problem
from index.reading.roots import Roots, contents_of, named
from index.types import WellspringError
from index.unread import Unread


def fill(*files: Path) -> None:
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{file.name} is here.")


def names(roots: Roots) -> list[str]:
    return [root.name for root in roots]


def test_a_folder_is_called_by_its_own_name(tmp_path: Path) -> None:
    roots = named(tmp_path / "reports", tmp_path / "data")
    assert names(roots) == ["reports", "library"]
    assert roots.folders == (tmp_path / "reports",)
    assert roots.library.folder == tmp_path / "data" / "library"


def test_folders_of_one_name_have_that_of_the_folder_above_before_it(tmp_path: Path) -> None:
    given = [tmp_path / year / "reports" for year in ("2023", "2024", "x/2024")]
    assert names(named(given, tmp_path / "data")) == [
        *("reports", "2024-reports", "2024-reports-2"),
        "library",
    ]
    own = named(tmp_path / "library", tmp_path / ".wellspring")
    assert names(own) == ["library", "wellspring-library"]


def test_a_folder_keeps_the_name_that_it_had(tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "reports", tmp_path / "b" / "reports"
    before = named([first, second], tmp_path / "data")
    for given in ([second, first], [second], [second, tmp_path / "c" / "reports"]):
        now = named(given, tmp_path / "data", before)
        assert next(root.name for root in now if root.folder == second) == "b-reports"
    assert names(named([tmp_path / "moved" / "reports"], tmp_path / "data", before)) == [
        "reports",
        "library",
    ]


def test_a_folder_that_is_given_twice_is_one_and_the_library_is_always_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to("a")
    given = [tmp_path / "a", tmp_path / "link", tmp_path / "a" / ".", tmp_path / "data" / "library"]
    assert names(named(given, tmp_path / "data")) == ["a", "library"]


def test_what_is_kept_of_folders_is_read_again_also_in_a_data_folder_that_moved(
    tmp_path: Path,
) -> None:
    roots = named([tmp_path / "a", tmp_path / "b"], tmp_path / "data")
    assert Roots.from_json(roots.to_json(), tmp_path / "data") == roots
    moved = Roots.from_json(roots.to_json(), tmp_path / "moved")
    assert (moved.own, moved.library.folder) == (roots.own, tmp_path / "moved" / "library")
    assert names(Roots.from_json(None, tmp_path)) == ["library"]


def test_a_source_leads_to_its_file(tmp_path: Path) -> None:
    roots = named(tmp_path / "a", tmp_path / "data")
    assert roots.path("a/deep/x.md") == tmp_path / "a" / "deep" / "x.md"
    assert roots.path("library/x.md") == tmp_path / "data" / "library" / "x.md"
    assert roots.path("b/x.md") is None


def test_each_file_is_of_the_innermost_folder_and_none_is_of_the_data_folder(
    tmp_path: Path,
) -> None:
    outer, data = tmp_path / "outer", tmp_path / "outer" / "data"
    fill(outer / "a.md", outer / "inner" / "b.md", data / "library" / "c.md", data / "log.md")
    (outer / "link").symlink_to("inner")
    roots = named([outer, outer / "inner"], data)
    assert set(contents_of(roots).files) == {"outer/a.md", "inner/b.md", "library/c.md"}


def test_a_folder_that_was_read_before_may_be_away_and_no_other(tmp_path: Path) -> None:
    fill(tmp_path / "a" / "x.md")
    (tmp_path / "empty").mkdir()
    fill(tmp_path / "file")
    given = [tmp_path / name for name in ("a", "gone", "empty", "file")]
    roots = named(given, tmp_path / "data")
    found = contents_of(roots, given)
    assert set(found.files) == {"a/x.md"}
    assert set(found.missing) == {"gone/", "empty/", "file/"}
    assert {Unread.of(reason) for reason in found.unread.values()} == {Unread.FOLDER_AWAY}
    assert found.unread["gone/"].endswith("(it is not there)")
    assert [found.lacks(it) for it in ("a/x.md", "a/y.md", "gone/x.md")] == [False, True, False]
    with pytest.raises(WellspringError) as refused:
        contents_of(roots, given[:1])
    assert refused.value.code is Problem.MISSING_FOLDER


def test_a_folder_that_may_not_be_read_is_told_with_its_place_below_the_indexed_one(
    tmp_path: Path,
) -> None:
    fill(tmp_path / "a" / "x.md")
    (tmp_path / "a" / "locked").mkdir(mode=0o000)
    if os.access(tmp_path / "a" / "locked", os.R_OK):
        pytest.skip("root may read everywhere")
    found = contents_of(named(tmp_path / "a", tmp_path / "data"), [tmp_path / "a"])
    assert "The folder a/locked may not be read" in found.unread["a/"]
    assert str(tmp_path) not in found.unread["a/"]


def test_an_empty_library_is_no_fault_and_a_lost_one_is(tmp_path: Path) -> None:
    fill(tmp_path / "a" / "x.md")
    roots = named(tmp_path / "a", tmp_path / "data")
    library = roots.library.folder
    assert contents_of(roots).missing == {}
    assert set(contents_of(roots, [library]).missing) == {"library/"}
    library.mkdir(parents=True)
    assert contents_of(roots, [library]).missing == {}
