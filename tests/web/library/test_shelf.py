"""Changes of the folder that go wrong: nothing is lost, and what is wrong is said."""

import os
import resource
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from qa.wiring import Wellspring
from tests.web.library.conftest import Reindex, add, listed


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let every write past a size fail, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("text", ["***", "... --- ...", "\x00"])
def test_a_refused_replacement_leaves_file_and_index_as_they_were(
    town: TestClient, folder: Path, text: str
) -> None:
    before = listed(town)
    address = before["town/bridge.md"]
    refused = town.put(address, json={"text": text})
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "unreadable_file")
    assert "1874" in (folder / "bridge.md").read_text()
    assert listed(town) == before
    assert "1874" in town.get(address).json()["text"]
    asked = town.post("/ask", json={"question": "When was the Orrin bridge opened?"})
    assert "1874" in asked.json()["answer"]
    assert sorted(path.name for path in folder.iterdir()) == ["bridge.md", "mill.md"]


def test_a_page_without_text_replaces_nothing(
    town: TestClient, folder: Path, reindex: Reindex
) -> None:
    (folder / "tower.html").write_text(
        "<html><body><article><p>The tower is 30 metres high.</p></article></body></html>"
    )
    reindex()
    refused = add(town, "tower.html", "<html><body><p> </p></body></html>", replace=True)
    assert refused["code"] == "unreadable_file"
    assert "30 metres" in town.get(listed(town)["town/tower.html"]).json()["text"]


def test_the_last_article_is_not_replaced_by_nothing(town: TestClient) -> None:
    town.delete(listed(town)["town/mill.md"])
    refused = town.put(listed(town)["town/bridge.md"], json={"text": "***"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "no_articles")
    assert list(listed(town)) == ["town/bridge.md"]


def test_an_upload_goes_into_the_folder_that_is_indexed_now(
    town: TestClient, folder: Path, well: Wellspring, tmp_path: Path
) -> None:
    other = tmp_path / "village"
    other.mkdir()
    (other / "well.md").write_text("# The well\n\nThe well is 12 metres deep.\n")
    well.build_index(other, data_dir=tmp_path / "data")
    assert add(town, "ash.txt", "Ash grows here.")["source"] == "village/ash.txt"
    assert list(listed(town)) == ["village/ash.txt", "village/well.md"]
    assert (other / "ash.txt").is_file()
    assert not (folder / "ash.txt").exists()


def test_a_deleted_article_of_another_folder_is_not_brought_back(
    town: TestClient, well: Wellspring, tmp_path: Path
) -> None:
    undo = town.delete(listed(town)["town/mill.md"]).json()["undo"]
    other = tmp_path / "village"
    other.mkdir()
    (other / "well.md").write_text("The well is 12 metres deep.\n")
    well.build_index(other, data_dir=tmp_path / "data")
    assert town.post(f"/articles/undo/{undo}").json()["error"]["code"] == "other_folder"


def test_a_full_disk_loses_no_file(town: TestClient, folder: Path) -> None:
    before = {path.name: path.read_text() for path in folder.iterdir()}
    new = [
        {"name": "bridge.md", "text": "The bridge is new."},
        {"name": "mill.md", "text": "word " * 400_000},
    ]
    with files_no_larger_than(1_000_000):
        refused = town.post("/articles", json={"articles": new, "replace": True})
    assert (refused.status_code, refused.json()["error"]["code"]) == (507, "disk_full")
    assert {path.name: path.read_text() for path in folder.iterdir()} == before


def test_one_of_two_equal_files_can_be_deleted_and_brought_back(
    town: TestClient, folder: Path, reindex: Reindex
) -> None:
    (folder / "twin.md").write_bytes((folder / "bridge.md").read_bytes())
    reindex()
    undo = town.delete(listed(town)["town/bridge.md"]).json()["undo"]
    assert list(listed(town)) == ["town/mill.md", "town/twin.md"]
    back = town.post(f"/articles/undo/{undo}")
    assert (back.status_code, back.json()["files"][0]["article_id"]) == (
        200,
        listed(town)["town/twin.md"].rpartition("/")[2],
    )
    assert (folder / "bridge.md").is_file()


@pytest.mark.parametrize("name", ["x" * 200 + ".md", "cafe\u0301.md", "sub/deep.md"])
def test_a_file_with_an_uncommon_name_is_replaced_and_brought_back_where_it_is(
    town: TestClient, folder: Path, reindex: Reindex, name: str
) -> None:
    (folder / "sub").mkdir()
    (folder / name).write_text("The tower is 30 metres high.")
    reindex()
    address = listed(town)[f"town/{name}"]
    assert town.put(address, json={"text": "The tower is 31 metres high."}).status_code == 200
    assert (folder / name).read_text() == "The tower is 31 metres high."
    undo = town.delete(address).json()["undo"]
    if name.startswith("sub"):
        (folder / "sub").rmdir()
    assert town.post(f"/articles/undo/{undo}").status_code == 200
    assert (folder / name).read_text() == "The tower is 31 metres high."
    assert len(listed(town)) == 3


def test_a_file_that_a_pattern_leaves_out_is_refused(town: TestClient, folder: Path) -> None:
    (folder / ".wellspringignore").write_text("draft*\n")
    refused = add(town, "draft1.txt", "The tower is 30 metres high.")
    assert (refused["status"], refused["code"]) == ("refused", "ignored_file")
    assert not (folder / "draft1.txt").exists()


def test_a_file_that_changed_since_it_was_indexed_is_no_duplicate(
    town: TestClient, folder: Path
) -> None:
    old = (folder / "bridge.md").read_text()
    (folder / "bridge.md").write_text("# The Orrin bridge\n\nIt was pulled down.\n")
    assert add(town, "old.md", old)["status"] == "added"
    assert set(listed(town)) == {"town/bridge.md", "town/mill.md", "town/old.md"}


def test_of_two_replacements_of_one_version_only_one_is_made(town: TestClient) -> None:
    address = listed(town)["town/mill.md"]
    tag = town.get(address).headers["etag"]

    def replace(tonnes: int) -> int:
        return town.put(
            address,
            json={"text": f"The mill ground {tonnes} tonnes a day."},
            headers={"If-Match": tag},
        ).status_code

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(replace, (55, 66))) == [200, 412]


def test_a_folder_that_may_not_be_written_is_named(town: TestClient, folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder.chmod(0o500)
    refused = town.post(
        "/articles", json={"articles": [{"name": "a.txt", "text": "Ash grows here."}]}
    )
    folder.chmod(0o700)
    assert refused.json()["error"]["code"] == "not_writable"
