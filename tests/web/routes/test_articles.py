"""Articles over HTTP: listed in pages, searched, read, and as pages (`article_pages`)."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

BROWSER = {"Accept": "text/html"}


@pytest.fixture
def town(quick_town: TestClient) -> TestClient:
    return quick_town


def add(client: TestClient, name: str, text: str) -> None:
    new = {"articles": [{"name": name, "text": text}]}
    assert client.post("/articles", json=new).status_code == 201


def article(client: TestClient, ending: str) -> dict[str, str]:
    found: list[dict[str, str]] = client.get("/articles").json()["articles"]
    return next(item for item in found if item["source"].endswith(ending))


def test_lists_come_in_pages(client: TestClient) -> None:
    first = client.get("/articles?limit=2").json()
    assert (len(first["articles"]), first["total"]) == (2, 5)
    assert first["next"] == "/articles?limit=2&offset=2"
    last = client.get("/articles?limit=2&offset=4").json()
    assert (len(last["articles"]), last["next"]) == (1, None)
    assert client.get("/articles?limit=0").json()["error"]["code"] == "invalid_request"
    beyond = client.get("/articles?offset=9").json()
    assert (beyond["articles"], beyond["total"], beyond["next"]) == ([], 5, None)
    assert client.get(f"/articles?offset={2**64}").json()["error"]["code"] == "invalid_request"


def test_a_searched_list_comes_in_pages_too(client: TestClient) -> None:
    first = client.get("/articles?search=SEEDS txt&limit=3").json()
    assert (len(first["articles"]), first["total"]) == (3, 5)
    assert first["next"] == "/articles?search=SEEDS+txt&limit=3&offset=3"
    rest = client.get(first["next"]).json()
    assert (len(rest["articles"]), rest["next"]) == (2, None)
    whole = client.get("/articles").json()["articles"]
    assert first["articles"] + rest["articles"] == whole
    page = client.get("/articles?search=seeds&limit=3&offset=3", headers=BROWSER).text
    assert [item for item in whole if f"/articles/{item['article_id']}" in page] == rest["articles"]


def test_articles_are_searched_by_title_and_file(town: TestClient) -> None:
    (found,) = town.get("/articles?search=orrin").json()["articles"]
    assert found["title"] == "The Orrin bridge"
    assert town.get("/articles?search=MILL.md").json()["total"] == 1
    assert town.get("/articles?search=nothing").json()["total"] == 0


def test_an_unchanged_answer_is_not_sent_again(town: TestClient) -> None:
    for path in ("/articles", f"/articles/{article(town, 'mill.md')['article_id']}"):
        tag = town.get(path).headers["etag"]
        again = town.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
    add(town, "a.txt", "Ash grows here.")
    assert town.get("/articles", headers={"If-None-Match": tag}).status_code == 200


def test_an_article_has_its_outline_and_passages(town: TestClient) -> None:
    found = town.get(f"/articles/{article(town, 'bridge.md')['article_id']}").json()
    assert [(heading["depth"], heading["text"]) for heading in found["outline"]] == [
        (1, "The Orrin bridge"),
        (2, "Repairs"),
    ]
    assert all(found["text"][h["start"] : h["end"]] == h["text"] for h in found["outline"])
    assert found["passages"][0]["start"] == 0


def test_the_index_tells_its_size(town: TestClient) -> None:
    size = {"generation": 1, "articles": 2, "passages": 2}
    assert town.get("/index").json() == {**size, "skipped": [], "building": None}


def test_files_that_were_not_read_are_listed_with_their_reasons(
    town: TestClient, folder: Path
) -> None:
    assert '<details id="unread"' not in town.get("/articles", headers=BROWSER).text
    (folder / "broken.pdf").write_bytes(b"%PDF rubbish")
    (folder / "lines.jsonl").write_text('{"text": "Ash grows here."}\n<b>no JSON</b>\n')
    add(town, "a.txt", "Beeches grow here.")
    assert town.get("/index").json()["skipped"] == [
        {
            "source": "town/broken.pdf",
            "code": "damaged_pdf",
            "reason": "is a damaged PDF (EOFError)",
        },
        {"source": "town/lines.jsonl#2", "code": "not_json", "reason": "is not JSON"},
    ]
    page = town.get("/articles?search=mill", headers=BROWSER).text
    assert "<summary>Files that were not read: 2</summary>" in page
    assert "<strong>town/broken.pdf</strong>: is a damaged PDF (EOFError)" in page
    chinese = town.get("/articles", headers={**BROWSER, "Accept-Language": "zh"}).text
    assert "<summary>未能读取的文件：2</summary>" in chinese
    assert "<strong>town/broken.pdf</strong>: PDF 文件已损坏 (EOFError)" in chinese


def test_of_very_many_unread_files_the_page_lists_a_hundred(town: TestClient, folder: Path) -> None:
    (folder / "lines.jsonl").write_text('{"text": "Ash grows here."}\n' + "no JSON\n" * 140)
    add(town, "a.txt", "Beeches grow here.")
    page = town.get("/articles", headers=BROWSER).text
    assert page.count("<strong>town/lines.jsonl#") == 100
    assert "and 40 more" in page
    assert len(town.get("/index").json()["skipped"]) == 140


def test_a_missing_file_is_shown_in_the_list(town: TestClient, folder: Path) -> None:
    (folder / "mill.md").unlink()
    assert town.get("/articles", headers=BROWSER).text.count('class="status bad"') == 1
    address = f"/articles/{article(town, 'mill.md')['article_id']}"
    refused = town.delete(f"{address}?file=true")
    assert refused.json()["error"]["code"] == "missing_file"


def test_json_and_page_agree_on_the_articles(client: TestClient) -> None:
    listed = client.get("/articles").json()["articles"]
    page = client.get("/articles", headers=BROWSER).text
    assert [item["source"][:9] for item in listed] == [f"seeds/00{number}" for number in range(5)]
    links = [f'href="/articles/{item["article_id"]}"' for item in listed]
    assert [link for link in links if link not in page] == []
