"""Pages of a PDF over HTTP: in the JSON of its article, as pictures, and without JavaScript."""

import io
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from index.embedder import Embedder
from index.ranking.search import Index
from tests.index.conftest import as_pages
from tests.web.conftest import Quoting, index_of
from web.app import create_app

BROWSER = {"Accept": "text/html"}
QUOTE = "The forge closed in 1962 & was sold."
TEXTS: dict[str, str | bytes] = {
    "town/works.pdf": as_pages(["The mill was built in 1790.", QUOTE]),
    "town/owl.txt": "The owls\n\nThe observatory counted 77 owls in March.",
}


@pytest.fixture
def index(tmp_path: Path, hashed: Embedder) -> Iterator[Index]:
    with closing(index_of(tmp_path, TEXTS, hashed)) as index:
        yield index


@pytest.fixture
def client(index: Index) -> Iterator[TestClient]:
    app = create_app(index, Quoting(index, QUOTE), local=True)
    with TestClient(app, base_url="http://localhost") as client:
        yield client


def article(client: TestClient, words: str = "works") -> dict[str, Any]:
    (listed,) = client.get(f"/articles?search={words}").json()["articles"]
    found: dict[str, Any] = client.get(f"/articles/{listed['article_id']}").json()
    return found


def test_an_answer_tells_the_page_of_its_quote(client: TestClient) -> None:
    (cited,) = client.post("/ask", json={"question": "When did it close?"}).json()["citations"]
    assert (cited["quote"], cited["page"]) == (QUOTE, 2)
    page = client.post("/", data={"question": "When did it close?"}, headers=BROWSER).text
    assert '<span class="meta">page 2 · town/works.pdf</span>' in page


def test_openai_clients_are_told_the_page_too(client: TestClient) -> None:
    asked = {"model": "wellspring", "messages": [{"role": "user", "content": "When was it?"}]}
    said = client.post("/v1/chat/completions", json=asked).json()
    assert said["choices"][0]["message"]["content"].endswith(f"“{QUOTE}” (town/works.pdf, page 2)")
    assert said["wellspring"]["citations"][0]["page"] == 2


def test_an_article_tells_where_its_pages_begin_and_how_they_look(client: TestClient) -> None:
    found = article(client)
    first, second = found["pages"]
    assert found["text"][second["start"] :] == QUOTE
    assert (first["page"], first["start"], second["page"]) == (1, 0, 2)
    picture = client.get(second["picture"])
    assert picture.headers["content-type"] == "image/webp"
    assert Image.open(io.BytesIO(picture.content)).size == (1191, 1684)
    assert article(client, "owl")["pages"] == []


def test_a_picture_that_the_client_has_is_not_drawn_again(
    client: TestClient, tmp_path: Path
) -> None:
    address = article(client)["pages"][1]["picture"]
    tags = [client.get(address + range_).headers["etag"] for range_ in ("", "?start=28&end=40")]
    assert tags[0] != tags[1]
    (tmp_path / "town" / "works.pdf").unlink()
    again = client.get(address, headers={"If-None-Match": tags[0]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_cannot_be_shown_is_an_error_that_says_why(client: TestClient, tmp_path: Path) -> None:
    works, owl = article(client)["article_id"], article(client, "owl")["article_id"]
    assert error(client, f"/articles/{works}/pages/3.webp") == (404, "unknown_page")
    assert error(client, f"/articles/{owl}/pages/1.webp") == (404, "unknown_page")
    assert error(client, "/articles/none/pages/1.webp") == (404, "unknown_article")
    assert error(client, f"/articles/{works}/pages/two.webp") == (422, "invalid_request")
    (tmp_path / "town" / "works.pdf").write_bytes(as_pages(["Something else."]))
    assert error(client, f"/articles/{works}/pages/1.webp") == (404, "changed_file")


def error(client: TestClient, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.json()["error"]["code"]


def test_an_article_is_a_page_with_marks_where_pages_begin(client: TestClient) -> None:
    found = article(client)
    start = found["text"].index("closed")
    query = f"start={start - 20}&end={start + 6}"  # over the border of the pages
    page = client.get(f"/articles/{found['article_id']}?{query}", headers=BROWSER).text
    (body,) = re.findall('<div class="text">(.*?)</div>', page, re.S)
    breaks = re.findall('<span class="page" data-page="(.*?)">', body)
    assert breaks == ["page 1", "page 2"]
    written = re.sub(r"<.*?>", "", body).replace("&amp;", "&")
    assert written == found["text"]
    (marked,) = re.findall("<mark.*?>(.*?)</mark>", body, re.S)
    assert re.sub(r"<.*?>", "", marked) == found["text"][max(0, start - 20) : start + 6]


def test_a_page_is_shown_without_javascript_with_links_to_those_beside_it(
    client: TestClient,
) -> None:
    found = article(client)
    address, start = f"/articles/{found['article_id']}", found["pages"][1]["start"]
    page = client.get(f"{address}?start={start}&end={start + 9}", headers=BROWSER).text
    assert "<img" not in page.split("<main")[1]
    (link,) = re.findall(r'href="(\?[^"]*page=2#shown)">Show the page', page)
    shown = client.get(address + link.replace("&amp;", "&"), headers=BROWSER).text
    (picture,) = re.findall(rf'<img src="({address}/pages/2\.webp[^"]*)"', shown)
    assert client.get(picture.replace("&amp;", "&")).status_code == 200
    assert "Page 2 of 2" in shown
    assert 'alt="Page 2 of ' in shown
    assert re.findall('rel="(prev|next)"', shown) == ["prev"]
    assert "<img" not in client.get(f"{address}?page=9", headers=BROWSER).text.split("<main")[1]
    owl = client.get(f"/articles/{article(client, 'owl')['article_id']}?page=1", headers=BROWSER)
    assert "Show the page" not in owl.text.split("<main")[1]
