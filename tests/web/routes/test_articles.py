"""Articles over HTTP: added, replaced, deleted, brought back."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from web.requests import MAX_REQUEST

BROWSER = {"Accept": "text/html"}


def send(
    client: TestClient, *files: tuple[str, bytes], replace: bool = False
) -> tuple[int, list[dict[str, str]], dict[str, str]]:
    data = {"replace": "true"} if replace else {}
    response = client.post("/articles", files=[("files", file) for file in files], data=data)
    body = response.json()
    return response.status_code, body.get("files", []), body.get("error", {})


def test_an_added_article_can_be_asked_about_at_once(town: TestClient, folder: Path) -> None:
    question = {"question": "How high is the lighthouse of Skerry?"}
    assert town.post("/ask", json=question).json()["answered"] is False
    status, files, _ = send(town, ("light.txt", b"The lighthouse of Skerry is 41 metres high.\n"))
    assert (status, files[0]["status"], files[0]["source"]) == (201, "added", "town/light.txt")
    assert (folder / "light.txt").is_file()
    assert "41" in town.post("/ask", json=question).json()["answer"]


def test_articles_are_added_as_json(town: TestClient) -> None:
    response = town.post(
        "/articles",
        json={
            "articles": [
                {"name": "a.md", "text": "Ash grows here."},
                {"name": "b.pdf.exe", "text": "x"},
            ]
        },
    )
    assert response.status_code == 201
    assert [file["status"] for file in response.json()["files"]] == ["added", "refused"]
    assert response.json()["files"][1]["code"] == "unsupported_type"


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("run.exe", b"MZ", "unsupported_type"),
        ("noending", b"text", "unsupported_type"),
        ("empty.txt", b" \n ", "empty_file"),
        ("../escape.txt", b"Out of the folder.", "path_in_name"),
        (".hidden.txt", b"Hidden.", "bad_file_name"),
        ("x" * 200 + ".txt", b"A long name.", "bad_file_name"),
        ("picture.txt", b"\x89PNG\x00\x00", "unreadable_file"),
        ("dots.txt", b"... --- ...", "unreadable_file"),
        ("big.txt", b"word " * 4_100_000, "file_too_large"),
    ],
)
def test_each_bad_file_has_its_own_message_and_changes_nothing(
    town: TestClient, folder: Path, name: str, raw: bytes, code: str
) -> None:
    before = sorted(path.name for path in folder.iterdir())
    status, files, error = send(town, (name, raw))
    assert status in (413, 415, 422)
    assert error["code"] == files[0]["code"] == code
    assert len(error["message"]) > 20
    assert sorted(path.name for path in folder.iterdir()) == before
    assert town.get("/articles").json()["total"] == 2


def test_lines_of_a_file_may_be_more_together_than_one_article(town: TestClient) -> None:
    line = json.dumps({"text": "Ash grows here. " * 60_000}).encode()
    assert send(town, ("many.jsonl", b"\n".join([line, b""] * 22)))[1][0]["status"] != "refused"


@pytest.mark.parametrize("name", ["C:\\temp\\x.txt", "sub/x.txt", "/etc/x.txt"])
def test_a_path_in_a_json_name_is_refused(town: TestClient, name: str) -> None:
    response = town.post(
        "/articles", json={"articles": [{"name": name, "text": "Out of the folder."}]}
    )
    assert response.json()["error"]["code"] == "path_in_name"


def test_a_zip_bomb_is_refused_by_its_type_and_by_its_content(town: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("zeros", b"\x00" * 10_000_000)
    assert send(town, ("bomb.zip", packed.getvalue()))[2]["code"] == "unsupported_type"
    assert send(town, ("bomb.txt", packed.getvalue()))[2]["code"] == "unreadable_file"


def test_a_request_that_is_too_large_is_refused_before_it_is_read(town: TestClient) -> None:
    response = town.post(
        "/articles",
        content=b"x" * (MAX_REQUEST + 1),
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert (response.status_code, response.json()["error"]["code"]) == (413, "request_too_large")


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
    assert (
        "1875"
        in town.post("/ask", json={"question": "When was the Orrin bridge opened?"}).json()[
            "answer"
        ]
    )


def test_a_file_that_is_not_utf_8_is_added_with_a_note(town: TestClient) -> None:
    _, files, _ = send(town, ("cafe.txt", "The café opened in 1950.".encode("cp1252")))
    assert files[0]["status"] == "added"
    assert "not UTF-8" in files[0]["message"]


def test_a_utf_16_file_is_added_without_a_note(town: TestClient) -> None:
    _, files, _ = send(town, ("cafe.txt", "The café opened in 1950.".encode("utf-16")))
    assert files[0]["status"] == "added"
    assert "message" not in files[0]


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
    assert (
        "1874"
        in town.post("/ask", json={"question": "When was the Orrin bridge opened?"}).json()[
            "answer"
        ]
    )


def article(client: TestClient, ending: str) -> dict[str, str]:
    found: list[dict[str, str]] = client.get("/articles").json()["articles"]
    return next(item for item in found if item["source"].endswith(ending))


def test_put_replaces_an_article_if_nobody_changed_it_meanwhile(town: TestClient) -> None:
    address = f"/articles/{article(town, 'mill.md')['article_id']}"
    tag = town.get(address).headers["etag"]
    new = {"text": "# The mill\n\nThe mill ground 55 tonnes a day."}
    assert (
        town.put(address, json=new, headers={"If-Match": tag}).json()["files"][0]["status"]
        == "replaced"
    )
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


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"json": {}}, "invalid_request"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, "malformed_json"),
        ({"content": b"text", "headers": {"Content-Type": "text/plain"}}, "unsupported_body"),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, "broken_form"),
        ({"data": {"replace": "true"}, "files": {"note": (None, "x")}}, "no_file"),
    ],
)
def test_a_bad_request_names_its_fault(
    town: TestClient, sent: dict[str, object], code: str
) -> None:
    assert town.post("/articles", **sent).json()["error"]["code"] == code  # type: ignore[arg-type]


def test_lists_come_in_pages(client: TestClient) -> None:
    first = client.get("/articles?limit=2").json()
    assert (len(first["articles"]), first["total"], first["next"]) == (
        2,
        5,
        "/articles?limit=2&offset=2",
    )
    last = client.get("/articles?limit=2&offset=4").json()
    assert (len(last["articles"]), last["next"]) == (1, None)
    assert client.get("/articles?limit=0").json()["error"]["code"] == "invalid_request"
    beyond = client.get("/articles?offset=9").json()
    assert (beyond["articles"], beyond["total"], beyond["next"]) == ([], 5, None)
    assert client.get(f"/articles?offset={2**64}").json()["error"]["code"] == "invalid_request"


def test_a_searched_list_comes_in_pages_too(client: TestClient) -> None:
    first = client.get("/articles?search=SEEDS txt&limit=3").json()
    assert (len(first["articles"]), first["total"], first["next"]) == (
        3,
        5,
        "/articles?search=SEEDS+txt&limit=3&offset=3",
    )
    rest = client.get(first["next"]).json()
    assert (len(rest["articles"]), rest["next"]) == (2, None)
    whole = client.get("/articles").json()["articles"]
    assert first["articles"] + rest["articles"] == whole
    page = client.get("/articles?search=seeds&limit=3&offset=3", headers=BROWSER).text
    assert [item["article_id"] for item in whole if f"/articles/{item['article_id']}" in page] == [
        item["article_id"] for item in rest["articles"]
    ]


def test_articles_are_searched_by_title_and_file(town: TestClient) -> None:
    assert [item["title"] for item in town.get("/articles?search=orrin").json()["articles"]] == [
        "The Orrin bridge"
    ]
    assert town.get("/articles?search=MILL.md").json()["total"] == 1
    assert town.get("/articles?search=nothing").json()["total"] == 0


def test_an_unchanged_answer_is_not_sent_again(town: TestClient) -> None:
    for path in ("/articles", f"/articles/{article(town, 'mill.md')['article_id']}"):
        tag = town.get(path).headers["etag"]
        again = town.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
    send(town, ("a.txt", b"Ash grows here."))
    assert town.get("/articles", headers={"If-None-Match": tag}).status_code == 200


def test_an_article_has_its_outline_and_passages(town: TestClient) -> None:
    found = town.get(f"/articles/{article(town, 'bridge.md')['article_id']}").json()
    assert [(heading["depth"], heading["text"]) for heading in found["outline"]] == [
        (1, "The Orrin bridge"),
        (2, "Repairs"),
    ]
    assert all(found["text"][h["start"] : h["end"]] == h["text"] for h in found["outline"])
    assert found["passages"][0]["start"] == 0


def test_the_form_without_javascript_shows_the_result_of_each_file(town: TestClient) -> None:
    page = town.post(
        "/articles",
        files=[("files", ("a.txt", b"Ash grows here.")), ("files", ("b.exe", b"x"))],
        headers=BROWSER,
    ).text
    assert "Added." in page
    assert "b.exe is no article" in page


def test_the_index_tells_its_size(town: TestClient) -> None:
    assert town.get("/index").json() == {
        "generation": 1,
        "articles": 2,
        "passages": 2,
        "skipped": [],
        "building": None,
    }


def test_files_that_were_not_read_are_listed_with_their_reasons(
    town: TestClient, folder: Path
) -> None:
    assert "<summary>" not in town.get("/articles", headers=BROWSER).text
    (folder / "broken.pdf").write_bytes(b"%PDF rubbish")
    (folder / "lines.jsonl").write_text('{"text": "Ash grows here."}\n<b>no JSON</b>\n')
    send(town, ("a.txt", b"Beeches grow here."))
    assert town.get("/index").json()["skipped"] == [
        {
            "source": "town/broken.pdf",
            "code": "damaged_pdf",
            "reason": "is a damaged PDF (PdfStreamError)",
        },
        {"source": "town/lines.jsonl#2", "code": "not_json", "reason": "is not JSON"},
    ]
    page = town.get("/articles?search=mill", headers=BROWSER).text
    assert "<summary>Files that were not read: 2</summary>" in page
    assert "<strong>town/broken.pdf</strong>: is a damaged PDF (PdfStreamError)" in page
    chinese = town.get("/articles", headers={**BROWSER, "Accept-Language": "zh"}).text
    assert "<summary>未能读取的文件：2</summary>" in chinese
    assert "<strong>town/broken.pdf</strong>: PDF 文件已损坏 (PdfStreamError)" in chinese


def test_of_very_many_unread_files_the_page_lists_a_hundred(town: TestClient, folder: Path) -> None:
    (folder / "lines.jsonl").write_text('{"text": "Ash grows here."}\n' + "no JSON\n" * 140)
    send(town, ("a.txt", b"Beeches grow here."))
    page = town.get("/articles", headers=BROWSER).text
    assert page.count("<strong>town/lines.jsonl#") == 100
    assert "and 40 more" in page
    assert len(town.get("/index").json()["skipped"]) == 140


def test_a_missing_file_is_shown_in_the_list(town: TestClient, folder: Path) -> None:
    (folder / "mill.md").unlink()
    assert town.get("/articles", headers=BROWSER).text.count('class="status bad"') == 1
    address = f"/articles/{article(town, 'mill.md')['article_id']}"
    assert town.delete(address).json()["error"]["code"] == "missing_file"


def test_json_and_page_agree_on_the_articles(client: TestClient) -> None:
    listed = client.get("/articles").json()["articles"]
    page = client.get("/articles", headers=BROWSER).text
    assert [item["source"][:9] for item in listed] == [f"seeds/00{number}" for number in range(5)]
    assert [
        item["article_id"]
        for item in listed
        if f'href="/articles/{item["article_id"]}"' not in page
    ] == []
