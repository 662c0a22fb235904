"""Articles over HTTP: added, replaced, deleted, brought back."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedder import Embedder
from index.ranking.search import Index
from tests.web.conftest import Telling, send
from web.app import create_app
from web.library.shelf import Shelf

BROWSER = {"Accept": "text/html"}


@pytest.fixture
def town(quick_town: TestClient) -> TestClient:
    return quick_town


def found(client: TestClient, question: str) -> str:
    """Return the passage that is nearest to a question."""
    passages = client.post("/ask", json={"question": question}).json()["passages"]
    return str(passages[0]["text"])


def test_an_added_article_can_be_asked_about_at_once(town: TestClient) -> None:
    status, files, _ = send(town, ("light.txt", b"The lighthouse of Skerry is 41 metres high.\n"))
    assert (status, files[0]["status"], files[0]["source"]) == (201, "added", "library/light.txt")
    assert "41 metres" in found(town, "How high is the lighthouse of Skerry?")


def test_articles_are_added_as_json(town: TestClient) -> None:
    new = [{"name": "a.md", "text": "Ash grows here."}, {"name": "b.pdf.exe", "text": "x"}]
    response = town.post("/articles", json={"articles": new})
    assert response.status_code == 201
    assert [file["status"] for file in response.json()["files"]] == ["added", "refused"]
    assert response.json()["files"][1]["code"] == "unsupported_type"


def test_the_same_file_under_another_name_is_a_duplicate(town: TestClient, folder: Path) -> None:
    status, _, error = send(town, ("copy.md", (folder / "bridge.md").read_bytes()))
    assert (status, error["code"]) == (409, "duplicate")
    assert "town/bridge.md" in error["message"]


def test_the_same_file_under_its_own_name_changes_nothing(town: TestClient, folder: Path) -> None:
    status, files, _ = send(town, ("bridge.md", (folder / "bridge.md").read_bytes()))
    assert (status, files[0]["status"]) == (201, "unchanged")


def test_a_taken_name_is_refused_unless_replacing_is_wanted(town: TestClient) -> None:
    send(town, ("light.txt", b"The lighthouse of Skerry is 41 metres high.\n"))
    new = ("light.txt", b"The lighthouse of Skerry is 42 metres high.\n")
    assert send(town, new)[2]["code"] == "name_taken"
    question = "How high is the lighthouse of Skerry?"
    assert "41 metres" in found(town, question)
    assert send(town, new, replace=True)[1][0]["status"] == "replaced"
    assert "42 metres" in found(town, question)


def test_good_files_are_taken_beside_bad_ones(town: TestClient) -> None:
    status, files, error = send(
        town, ("a.txt", b"Ash grows here."), ("b.exe", b"x"), ("c.txt", b"")
    )
    assert (status, error) == (201, {})
    assert [file["status"] for file in files] == ["added", "refused", "refused"]


def test_a_replacement_that_cannot_be_read_leaves_the_old_article(town: TestClient) -> None:
    send(town, ("light.txt", b"The lighthouse of Skerry is 41 metres high.\n"))
    assert send(town, ("light.txt", b"\x00"), replace=True)[2]["code"] == "unreadable_file"
    assert "41 metres" in found(town, "How high is the lighthouse of Skerry?")


def article(client: TestClient, ending: str) -> dict[str, str]:
    found: list[dict[str, str]] = client.get("/articles").json()["articles"]
    return next(item for item in found if item["source"].endswith(ending))


def test_put_replaces_an_article_if_nobody_changed_it_meanwhile(town: TestClient) -> None:
    address = f"/articles/{article(town, 'mill.md')['article_id']}"
    tag = town.get(address).headers["etag"]
    new = {"text": "# The mill\n\nThe mill ground 55 tonnes a day."}
    (file,) = town.put(address, json=new, headers={"If-Match": tag}).json()["files"]
    assert file["status"] == "replaced"
    late = town.put(address, json=new, headers={"If-Match": tag})
    assert (late.status_code, late.json()["error"]["code"]) == (412, "changed_meanwhile")
    assert "55 tonnes" in town.get(address).json()["text"]
    assert town.put(address, files={"file": ("x.md", b"The mill is gone.")}).status_code == 200


@pytest.mark.parametrize("query", ["", "?file=true"])
def test_a_removed_article_is_found_no_more_and_can_be_brought_back(
    town: TestClient, folder: Path, query: str
) -> None:
    question = "When was the Orrin bridge opened?"
    address = f"/articles/{article(town, 'bridge.md')['article_id']}"
    undo = town.delete(address + query).json()["undo"]
    assert "1874" not in found(town, question)
    assert town.get(address).status_code == 404
    assert (folder / "bridge.md").exists() == (not query)
    assert town.post(f"/articles/undo/{undo}").json()["files"][0]["status"] == "added"
    assert "1874" in found(town, question)
    assert town.post(f"/articles/undo/{undo}").json()["error"]["code"] == "unknown_undo"


def test_the_last_article_stays(town: TestClient) -> None:
    town.delete(f"/articles/{article(town, 'bridge.md')['article_id']}")
    response = town.delete(f"/articles/{article(town, 'mill.md')['article_id']}")
    assert (response.status_code, response.json()["error"]["code"]) == (409, "last_article")
    assert town.get("/articles").json()["total"] == 1


@pytest.mark.parametrize("undo", ["none", "a%2Fb", "%2e%2e%2fx"])
def test_an_unknown_undo_is_an_error(town: TestClient, undo: str) -> None:
    assert town.post(f"/articles/undo/{undo}").status_code == 404


def test_articles_that_cannot_be_changed_say_so(quick_shelf: Shelf, hashed: Embedder) -> None:
    index = Index(quick_shelf.data_dir, hashed)
    client = TestClient(create_app(index, Telling(index), local=True), base_url="http://localhost")
    response = client.post("/articles", json={"articles": [{"name": "a.md", "text": "Ash."}]})
    assert (response.status_code, response.json()["error"]["code"]) == (403, "not_editable")


def test_the_form_without_javascript_shows_the_result_of_each_file(town: TestClient) -> None:
    page = town.post(
        "/articles",
        files=[("files", ("a.txt", b"Ash grows here.")), ("files", ("b.exe", b"x"))],
        headers=BROWSER,
    ).text
    assert "Added." in page
    assert "b.exe is no article" in page


def test_a_text_is_pasted_with_its_title_as_json_or_without_javascript(
    town: TestClient, tmp_path: Path
) -> None:
    text = "The lighthouse of Skerry is 41 metres high."
    new = {"articles": [{"title": "The lighthouse", "text": text}]}
    (file,) = town.post("/articles", json=new).json()["files"]
    assert (file["status"], file["source"]) == ("added", "library/the-lighthouse.txt")
    library = tmp_path / "data" / "library"
    assert (library / "the-lighthouse.txt").read_text() == f"The lighthouse\n\n{text}\n"
    form = {"title": (None, "The lighthouse"), "text": (None, "It was lit in 1888.\r\nIt is red.")}
    assert "Added." in town.post("/articles", files=form, headers=BROWSER).text
    assert (library / "the-lighthouse-2.txt").read_text() == (
        "The lighthouse\n\nIt was lit in 1888.\nIt is red.\n"
    )
    empty = town.post("/articles", files={"title": (None, "Light"), "text": (None, " \r\n")})
    assert empty.json()["error"]["code"] == "empty_file"


def test_the_page_says_where_articles_are_kept_and_which_folders_are_indexed(
    town: TestClient, folder: Path, tmp_path: Path
) -> None:
    page = town.get("/articles", headers=BROWSER).text
    assert f"Kept in {tmp_path / 'data' / 'library'}. Your own folders stay as they are." in page
    assert f"<strong>town</strong> ({folder})" in page
    undo = town.delete(f"/articles/{article(town, 'mill.md')['article_id']}").json()["undo"]
    page = town.get("/articles", headers=BROWSER).text
    assert "<summary>Removed from Wellspring, files kept: 1</summary>" in page
    assert f'data-undo="{undo}"' in page


def test_a_folder_of_this_machine_is_added_by_its_path(
    quick_town: TestClient, tmp_path: Path
) -> None:
    other = tmp_path / "harbour"
    other.mkdir()
    (other / "pier.md").write_text("# The pier\n\nThe pier was built in 1790.\n")
    added = quick_town.post("/folders", data={"folder": f" {other} "})
    assert (added.status_code, added.json()["files"][0]["status"]) == (201, "added")
    assert "harbour/pier.md" in quick_town.get("/articles").text
    gone = quick_town.post("/folders", data={"folder": str(tmp_path / "none")})
    assert gone.json()["error"]["code"] == "missing_folder"
    page = quick_town.post("/folders", data={"folder": str(other)}, headers={"Accept": "text/html"})
    assert "The pier" in page.text


def test_a_folder_is_left_out_by_its_name_and_taken_in_again_by_its_path(
    quick_town: TestClient, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "harbour"
    other.mkdir()
    (other / "pier.md").write_text("# The pier\n\nThe pier was built in 1790.\n")
    quick_town.post("/folders", data={"folder": str(other)})
    left = quick_town.delete("/folders/town")
    assert left.json() == {"left_out": "town", "folder": str(folder)}
    assert "town/" not in quick_town.get("/articles").text
    refused = quick_town.delete("/folders/town")
    assert (refused.status_code, refused.json()["error"]["code"]) == (404, "unknown_folder")
    assert quick_town.delete("/folders/harbour").json()["error"]["code"] == "last_article"
    quick_town.post("/folders", data={"folder": left.json()["folder"]})
    assert "town/mill.md" in quick_town.get("/articles").text
