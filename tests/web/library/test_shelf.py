"""Changes that go wrong, or come from several sides: nothing is lost, and what is wrong is said."""

import os
import resource
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.types import WellspringError
from tests.web.library.conftest import Reindex, add, files, listed
from web.library.shelf import Shelf


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let every write past a size fail, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def refusal(response: object) -> tuple[int, str]:
    return response.status_code, response.json()["error"]["code"]  # type: ignore[attr-defined]


def test_what_is_added_goes_into_the_library_and_the_folder_stays_as_it_is(
    town: TestClient, folder: Path, library: Path
) -> None:
    before = files(folder)
    assert not library.exists()
    result = add(town, "ash.md", "Ash grows here.")
    assert (result["status"], result["source"]) == ("added", "library/ash.md")
    assert (files(folder), files(library)) == (before, {"ash.md": "Ash grows here."})
    assert set(listed(town)) == {"library/ash.md", "town/bridge.md", "town/mill.md"}
    assert add(town, "ash.md", "Beech.", replace=True)["status"] == "replaced"
    assert (files(folder), files(library)) == (before, {"ash.md": "Beech."})


def test_a_replaced_article_of_the_folder_is_a_file_of_the_library_and_keeps_its_address(
    town: TestClient, folder: Path, library: Path, reindex: Reindex
) -> None:
    before, address = files(folder), listed(town)["town/bridge.md"]
    (result,) = town.put(address, json={"text": "It was opened in 1875."}).json()["files"]
    assert (result["status"], result["source"]) == ("replaced", "library/bridge.md")
    assert "town/bridge.md stays as it is and is left out" in result["message"]
    assert (files(folder), files(library)) == (before, {"bridge.md": "It was opened in 1875."})
    for again in (lambda: None, reindex, lambda: reindex(rebuild=True)):
        again()
        assert set(listed(town)) == {"library/bridge.md", "town/mill.md"}
        assert town.get(address).json()["text"] == "It was opened in 1875."
    asked = {"question": "When was it opened?", "articles": ["town/bridge.md"]}
    assert town.post("/ask", json=asked).json()["scope"] == ["library/bridge.md"]
    (once_more,) = town.put(address, json={"text": "It was opened in 1876."}).json()["files"]
    assert (once_more["status"], once_more["source"]) == ("replaced", "library/bridge.md")


def test_a_name_that_the_library_has_is_left_to_its_article(
    town: TestClient, library: Path
) -> None:
    add(town, "bridge.md", "Another bridge is red.")
    (result,) = town.put(listed(town)["town/bridge.md"], json={"text": "It is new."}).json()[
        "files"
    ]
    assert result["source"] == "library/bridge-2.md"
    assert files(library) == {"bridge.md": "Another bridge is red.", "bridge-2.md": "It is new."}


@pytest.mark.parametrize("text", ["***", "... --- ...", "\x00"])
def test_a_refused_replacement_leaves_files_and_index_as_they_were(
    town: TestClient, folder: Path, library: Path, text: str
) -> None:
    before, articles = files(folder), listed(town)
    address = articles["town/bridge.md"]
    assert refusal(town.put(address, json={"text": text})) == (422, "unreadable_file")
    assert (files(folder), listed(town)) == (before, articles)
    assert files(library) == {}
    assert town.get("/removed").json() == {"removed": []}
    assert "1874" in town.get(address).json()["text"]


def test_a_page_without_text_replaces_nothing(town: TestClient) -> None:
    page = "<html><body><article><p>The tower is 30 metres high.</p></article></body></html>"
    add(town, "tower.html", page)
    refused = add(town, "tower.html", "<html><body><p> </p></body></html>", replace=True)
    assert refused["code"] == "unreadable_file"
    assert "30 metres" in town.get(listed(town)["library/tower.html"]).json()["text"]


def test_the_last_article_is_not_replaced_by_nothing(town: TestClient) -> None:
    town.delete(listed(town)["town/mill.md"])
    refused = town.put(listed(town)["town/bridge.md"], json={"text": "***"})
    assert refusal(refused) == (422, "no_articles")
    assert list(listed(town)) == ["town/bridge.md"]


def test_an_upload_stays_whichever_folder_is_indexed(
    town: TestClient, reindex: Reindex, village: Path
) -> None:
    add(town, "ash.txt", "Ash grows here.")
    (left_out,) = reindex(village).left_out
    assert left_out.name == "town"
    assert list(listed(town)) == ["library/ash.txt", "village/well.md"]


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """Another folder of somebody."""
    village = tmp_path / "village"
    village.mkdir()
    (village / "well.md").write_text("# The well\n\nThe well is 12 metres deep.\n")
    return village


def test_a_deleted_file_of_another_folder_is_not_brought_back(
    town: TestClient, reindex: Reindex, village: Path
) -> None:
    undo = town.delete(f"{listed(town)['town/mill.md']}?file=true").json()["undo"]
    reindex(village)
    assert refusal(town.post(f"/articles/undo/{undo}")) == (409, "other_folder")


def test_a_folder_that_is_away_keeps_its_articles_while_others_change(
    town: TestClient, folder: Path, reindex: Reindex
) -> None:
    before = listed(town)
    folder.rename(folder.with_name("elsewhere"))
    assert add(town, "ash.txt", "Ash grows here.")["status"] == "added"
    assert listed(town).items() > before.items()
    (skipped,) = town.get("/index").json()["skipped"]
    assert (skipped["source"], skipped["code"]) == ("town/", "folder_away")
    page = town.get("/articles", headers={"Accept": "text/html"}).text
    assert "cannot be found now; its articles stay" in page
    assert 'class="status bad">file is gone' not in page
    folder.with_name("elsewhere").rename(folder)
    assert (reindex().changed, town.get("/index").json()["skipped"]) == (False, [])


def test_a_full_disk_loses_no_file(town: TestClient, library: Path) -> None:
    for name in ("ash.md", "beech.md"):
        add(town, name, f"{name} grows here.")
    before = files(library)
    new = [
        {"name": "ash.md", "text": "The ash is new."},
        {"name": "beech.md", "text": "word " * 400_000},
    ]
    with files_no_larger_than(1_000_000):
        refused = town.post("/articles", json={"articles": new, "replace": True})
    assert refusal(refused) == (507, "disk_full")
    assert files(library) == before


def test_a_full_disk_removes_no_article(town: TestClient, folder: Path) -> None:
    before, articles = files(folder), listed(town)
    with files_no_larger_than(10):
        for address in (articles["town/mill.md"], f"{articles['town/mill.md']}?file=true"):
            assert refusal(town.delete(address)) == (507, "disk_full")
    assert (files(folder), listed(town)) == (before, articles)
    assert town.get("/removed").json() == {"removed": []}


def test_a_library_that_may_not_be_written_is_named(town: TestClient, library: Path) -> None:
    if os.geteuid() == 0:
        library.write_text("No folder.")  # root may write everywhere
    else:
        library.mkdir(mode=0o500)
    refused = town.post("/articles", json={"articles": [{"name": "a.txt", "text": "Ash."}]})
    assert refusal(refused) == (507, "not_writable")
    assert str(library) in refused.json()["error"]["message"]


def test_a_file_that_a_pattern_leaves_out_is_refused(town: TestClient, library: Path) -> None:
    add(town, "ash.md", "Ash grows here.")
    (library / ".wellspringignore").write_text("draft*\n")
    refused = add(town, "draft1.txt", "The tower is 30 metres high.")
    assert (refused["status"], refused["code"]) == ("refused", "ignored_file")
    assert not (library / "draft1.txt").exists()


def test_a_file_that_changed_since_it_was_indexed_is_no_duplicate(
    town: TestClient, folder: Path
) -> None:
    old = (folder / "bridge.md").read_text()
    (folder / "bridge.md").write_text("# The Orrin bridge\n\nIt was pulled down.\n")
    assert add(town, "old.md", old)["status"] == "added"
    assert set(listed(town)) == {"library/old.md", "town/bridge.md", "town/mill.md"}


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


def test_a_page_that_shows_an_older_version_removes_nothing(town: TestClient) -> None:
    address = listed(town)["town/mill.md"]
    tag = town.get(address).headers["etag"]
    town.put(address, json={"text": "The mill is new."})
    refused = town.delete(address, headers={"If-Match": tag})
    assert refusal(refused) == (412, "changed_meanwhile")
    assert town.get(address).json()["text"] == "The mill is new."


def test_a_folder_is_indexed_beside_the_others_and_one_that_is_not_there_is_refused(
    quick_shelf: Shelf, tmp_path: Path
) -> None:
    other = tmp_path / "harbour"
    other.mkdir()
    (other / "pier.md").write_text("# The pier\n\nThe pier was built in 1790.\n")
    assert quick_shelf.add_folder(other).accepted
    assert {"harbour/pier.md", "town/mill.md"} <= quick_shelf.holdings().articles.keys()
    with pytest.raises(WellspringError, match="none-such"):
        quick_shelf.add_folder(tmp_path / "none-such")
    assert list(other.iterdir()) == [other / "pier.md"]


def test_a_folder_is_left_out_and_the_last_one_stays(
    quick_shelf: Shelf, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "harbour"
    other.mkdir()
    (other / "pier.md").write_text("# The pier\n\nThe pier was built in 1790.\n")
    quick_shelf.add_folder(other)
    before = files(folder)
    assert quick_shelf.leave_folder("town") == folder
    assert quick_shelf.holdings().articles.keys() == {"harbour/pier.md"}
    assert files(folder) == before
    with pytest.raises(WellspringError, match="No folder 'town' is indexed"):
        quick_shelf.leave_folder("town")
    with pytest.raises(WellspringError, match="Nothing would be left to ask"):
        quick_shelf.leave_folder("harbour")
    assert quick_shelf.holdings().articles.keys() == {"harbour/pier.md"}
    quick_shelf.add_folder(folder)
    assert "town/mill.md" in quick_shelf.holdings().articles
