"""Articles over HTTP: added, replaced, deleted, brought back."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import send

BROWSER = {"Accept": "text/html"}


def test_an_added_article_can_be_asked_about_at_once(town: TestClient, folder: Path) -> None:
    question = {"question": "How high is the lighthouse of Skerry?"}
    assert town.post("/ask", json=question).json()["answered"] is False
    status, files, _ = send(town, ("light.txt", b"The lighthouse of Skerry is 41 metres high.\n"))
    assert (status, files[0]["status"], files[0]["source"]) == (201, "added", "town/light.txt")
    assert (folder / "light.txt").is_file()
    assert "41" in town.post("/ask", json=question).json()["answer"]


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


def test_a_taken_name_is_refused_unless_replacing_is_wanted(town: TestClient, folder: Path) -> None:
    new = ("bridge.md", b"# The Orrin bridge\n\nThe Orrin bridge was opened in 1875.\n")
    assert send(town, new)[2]["code"] == "name_taken"
    assert "1874" in (folder / "bridge.md").read_text()
    assert send(town, new, replace=True)[1][0]["status"] == "replaced"
    asked = town.post("/ask", json={"question": "When was the Orrin bridge opened?"})
    assert "1875" in asked.json()["answer"]


def test_good_files_are_taken_beside_bad_ones(town: TestClient) -> None:
    status, files, error = send(
        town, ("a.txt", b"Ash grows here."), ("b.exe", b"x"), ("c.txt", b"")
    )
    assert (status, error) == (201, {})
    assert [file["status"] for file in files] == ["added", "refused", "refused"]


def test_a_replacement_that_cannot_be_read_leaves_the_old_article(
    town: TestClient, folder: Path
) -> None:
    assert send(town, ("bridge.md", b"\x00"), replace=True)[2]["code"] == "unreadable_file"
    assert "1874" in (folder / "bridge.md").read_text()
    asked = town.post("/ask", json={"question": "When was the Orrin bridge opened?"})
    assert "1874" in asked.json()["answer"]


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


def test_a_deleted_article_is_declined_and_can_be_brought_back(
    town: TestClient, folder: Path
) -> None:
    question = {"question": "When was the Orrin bridge opened?"}
    address = f"/articles/{article(town, 'bridge.md')['article_id']}"
    undo = town.delete(address).json()["undo"]
    assert town.post("/ask", json=question).json()["answered"] is False
    assert town.get(address).status_code == 404
    assert not (folder / "bridge.md").exists()
    assert town.post(f"/articles/undo/{undo}").json()["files"][0]["status"] == "added"
    assert "1874" in town.post("/ask", json=question).json()["answer"]
    assert town.post(f"/articles/undo/{undo}").json()["error"]["code"] == "unknown_undo"


def test_the_last_article_stays(town: TestClient) -> None:
    town.delete(f"/articles/{article(town, 'bridge.md')['article_id']}")
    response = town.delete(f"/articles/{article(town, 'mill.md')['article_id']}")
    assert (response.status_code, response.json()["error"]["code"]) == (409, "last_article")
    assert town.get("/articles").json()["total"] == 1


@pytest.mark.parametrize("undo", ["none", "a%2Fb", "%2e%2e%2fx"])
def test_an_unknown_undo_is_an_error(town: TestClient, undo: str) -> None:
    assert town.post(f"/articles/undo/{undo}").status_code == 404


def test_articles_that_cannot_be_changed_say_so(client: TestClient) -> None:
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
