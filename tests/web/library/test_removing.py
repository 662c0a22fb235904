"""Removing an article from Wellspring and deleting its file are two things; both can be undone."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.building.status import read_status
from index.problems import Problem
from index.reading.files import DEFAULTS
from index.types import WellspringError
from tests.web.library.conftest import Reindex, add, files, listed
from web.library.holdings import may_delete
from web.library.shelf import Shelf

SEEDS = Path(__file__).parents[3] / "seeds"


def removed(client: TestClient) -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get("/removed").json()["removed"]
    return found


def test_a_removed_article_keeps_its_file_and_stays_removed_until_it_is_undone(
    town: TestClient, folder: Path, shelf: Shelf, reindex: Reindex
) -> None:
    before, articles = files(folder), listed(town)
    said = town.delete(articles["town/mill.md"]).json()
    assert (said["source"], said["file_deleted"]) == ("town/mill.md", False)
    for again in (lambda: None, reindex, lambda: reindex(rebuild=True)):
        again()
        assert (files(folder), list(listed(town))) == (before, ["town/bridge.md"])
        (item,) = removed(town)
        assert (item["title"], list(item["sources"])) == ("The mill", ["town/mill.md"])  # type: ignore[call-overload]
        status = read_status(shelf.data_dir, DEFAULTS)
        assert [list(it.sources) for it in status.removed] == [["town/mill.md"]]
        assert status.stale == ()
    (back,) = town.post(f"/articles/undo/{said['undo']}").json()["files"]
    assert (back["status"], back["source"]) == ("added", "town/mill.md")
    assert (listed(town), removed(town)) == (articles, [])


def test_a_removed_article_stays_removed_when_its_file_is_changed_or_renamed(
    town: TestClient, folder: Path, reindex: Reindex
) -> None:
    town.delete(listed(town)["town/mill.md"])
    (folder / "mill.md").rename(folder / "windmill.md")
    reindex()
    assert list(listed(town)) == ["town/bridge.md"]
    (folder / "windmill.md").rename(folder / "mill.md")
    (folder / "mill.md").write_text("The mill was mended.")
    reindex()
    assert list(listed(town)) == ["town/bridge.md"]


def test_a_removed_article_is_brought_back_under_the_name_that_its_file_has_now(
    town: TestClient, folder: Path
) -> None:
    undo = town.delete(listed(town)["town/mill.md"]).json()["undo"]
    (folder / "mill.md").rename(folder / "windmill.md")
    (back,) = town.post(f"/articles/undo/{undo}").json()["files"]
    assert back["source"] == "town/windmill.md"
    assert (set(listed(town)), removed(town)) == ({"town/bridge.md", "town/windmill.md"}, [])


def test_what_was_removed_and_is_added_again_is_there(
    town: TestClient, folder: Path, library: Path
) -> None:
    text = (folder / "mill.md").read_text()
    town.delete(listed(town)["town/mill.md"])
    assert add(town, "mill.md", text)["source"] == "library/mill.md"
    undo = town.delete(listed(town)["library/mill.md"]).json()["undo"]
    assert files(library) == {"mill.md": text}
    assert add(town, "mill.md", text)["source"] == "library/mill-2.md"
    assert list(listed(town)) == ["library/mill-2.md", "town/bridge.md"]
    town.post(f"/articles/undo/{undo}")
    assert len(listed(town)) == 2  # it is listed once, with both of its files


def test_a_file_is_deleted_where_that_is_wanted_and_brought_back(
    town: TestClient, folder: Path
) -> None:
    before, articles = files(folder), listed(town)
    said = town.delete(f"{articles['town/mill.md']}?file=true").json()
    assert said["file_deleted"] is True
    assert (list(files(folder)), list(listed(town))) == (["bridge.md"], ["town/bridge.md"])
    assert removed(town) == []
    assert town.post(f"/articles/undo/{said['undo']}").json()["files"][0]["status"] == "added"
    assert (files(folder), listed(town)) == (before, articles)
    again = town.post(f"/articles/undo/{said['undo']}").json()
    assert again["error"]["code"] == "unknown_undo"


def test_a_deleted_file_does_not_come_back_into_a_folder_that_is_away(
    town: TestClient, folder: Path
) -> None:
    undo = town.delete(f"{listed(town)['town/mill.md']}?file=true").json()["undo"]
    folder.rename(folder.with_name("elsewhere"))
    assert town.post(f"/articles/undo/{undo}").json()["error"]["code"] == "missing_folder"
    assert not folder.exists()
    folder.with_name("elsewhere").rename(folder)
    assert town.post(f"/articles/undo/{undo}").status_code == 200


def test_the_last_file_of_a_folder_is_not_deleted(town: TestClient, folder: Path) -> None:
    add(town, "ash.md", "Ash grows here.")
    articles = listed(town)
    town.delete(f"{articles['town/mill.md']}?file=true")
    refused = town.delete(f"{articles['town/bridge.md']}?file=true")
    assert refused.json()["error"]["code"] == "last_article"
    assert (folder / "bridge.md").is_file()
    assert town.delete(articles["town/bridge.md"]).status_code == 200
    assert list(listed(town)) == ["library/ash.md"]
    assert town.delete(f"{articles['library/ash.md']}?file=true").json()["error"]["code"] == (
        "last_article"
    )


def test_the_last_file_of_the_library_is_deleted(town: TestClient, library: Path) -> None:
    add(town, "ash.md", "Ash grows here.")
    said = town.delete(f"{listed(town)['library/ash.md']}?file=true").json()
    assert (files(library), set(listed(town))) == ({}, {"town/bridge.md", "town/mill.md"})
    town.post(f"/articles/undo/{said['undo']}")
    assert files(library) == {"ash.md": "Ash grows here."}


def test_the_articles_that_come_with_wellspring_are_not_deleted(
    shelf: Shelf, reindex: Reindex
) -> None:
    before = {path.name: path.read_bytes() for path in SEEDS.iterdir()}
    reindex(SEEDS)
    source = min(shelf.holdings().articles)
    assert not may_delete(SEEDS / Path(source).name)
    with pytest.raises(WellspringError) as refused:
        shelf.remove(source, file=True)
    assert refused.value.code is Problem.NOT_EDITABLE
    shelf.put(source, b"Another text.")
    shelf.remove(max(shelf.holdings().articles))
    assert {path.name: path.read_bytes() for path in SEEDS.iterdir()} == before


def test_a_line_of_a_file_is_removed_by_itself_and_never_deleted(
    town: TestClient, folder: Path, reindex: Reindex
) -> None:
    lines = "".join(json.dumps({"id": n, "text": f"Tree {n} is an ash."}) + "\n" for n in "ab")
    (folder / "trees.jsonl").write_text(lines)
    reindex()
    address = listed(town)["town/trees.jsonl#a"]
    assert town.delete(f"{address}?file=true").json()["error"]["code"] == "one_of_many"
    undo = town.delete(address).json()["undo"]
    assert "town/trees.jsonl#a" not in listed(town)
    assert "town/trees.jsonl#b" in listed(town)
    assert (folder / "trees.jsonl").read_text() == lines
    assert town.post(f"/articles/undo/{undo}").json()["files"][0]["source"] == "town/trees.jsonl#a"
    assert "town/trees.jsonl#a" in listed(town)


def test_all_copies_of_an_article_are_removed_with_it(
    town: TestClient, folder: Path, reindex: Reindex
) -> None:
    (folder / "twin.md").write_bytes((folder / "bridge.md").read_bytes())
    reindex()
    town.delete(listed(town)["town/bridge.md"])
    assert list(listed(town)) == ["town/mill.md"]
    assert list(removed(town)[0]["sources"]) == ["town/bridge.md", "town/twin.md"]  # type: ignore[call-overload]


def test_of_two_equal_files_one_is_deleted_and_brought_back(
    town: TestClient, folder: Path, reindex: Reindex
) -> None:
    (folder / "twin.md").write_bytes((folder / "bridge.md").read_bytes())
    reindex()
    address = listed(town)["town/bridge.md"]
    undo = town.delete(f"{address}?file=true").json()["undo"]
    assert list(listed(town)) == ["town/mill.md", "town/twin.md"]
    assert town.get(address).json()["source"] == "town/twin.md"
    assert town.post(f"/articles/undo/{undo}").status_code == 200
    assert (folder / "bridge.md").is_file()


def test_what_is_gone_meanwhile_is_not_brought_back(town: TestClient, folder: Path) -> None:
    undo = town.delete(listed(town)["town/mill.md"]).json()["undo"]
    (folder / "mill.md").unlink()
    refused = town.post(f"/articles/undo/{undo}").json()
    assert refused["error"]["code"] == "missing_file"
    assert len(removed(town)) == 1


@pytest.mark.parametrize("name", ["x" * 200 + ".md", "cafe\u0301.md", "sub/deep.md"])
def test_a_file_with_an_uncommon_name_is_deleted_and_brought_back_where_it_is(
    town: TestClient, folder: Path, reindex: Reindex, name: str
) -> None:
    (folder / "sub").mkdir()
    (folder / name).write_text("The tower is 30 metres high.")
    reindex()
    address = listed(town)[f"town/{name}"]
    undo = town.delete(f"{address}?file=true").json()["undo"]
    if name.startswith("sub"):
        (folder / "sub").rmdir()
    assert town.post(f"/articles/undo/{undo}").status_code == 200
    assert (folder / name).read_text() == "The tower is 30 metres high."
    assert town.put(address, json={"text": "The tower is 31 metres high."}).status_code == 200
    assert (folder / name).read_text() == "The tower is 30 metres high."
    assert "31 metres" in town.get(address).json()["text"]
    assert len(listed(town)) == 3
