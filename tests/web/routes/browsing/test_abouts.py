"""The page that lists the articles, without JavaScript; no model is loaded."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedder import Embedder
from index.ranking.search import Index
from tests.web.conftest import BRIDGE, Telling, index_of
from web.app import create_app

BROWSER = {"Accept": "text/html"}
ARABIC = "الجسر القديم\n\nافتتح الجسر القديم في عام 1874 ويبلغ طوله 240 مترا."
TEXTS = {
    "town/a.md": f"---\ndate: 1999-05-04\n---\n{BRIDGE}",
    "town/b.md": "---\ndate: 2020-01-02\n---\n# A mill\n\nThe mill ground 40 tonnes of oats.",
    "town/c.txt": ARABIC,
    "town/d.md": f"# {'harbour ' * 50}\n\nThe harbour has 12 piers.",
}


@pytest.fixture
def index(tmp_path: Path, hashed: Embedder) -> Iterator[Index]:
    with closing(index_of(tmp_path, TEXTS, hashed)) as index:
        yield index


@pytest.fixture
def client(index: Index) -> TestClient:
    app = create_app(index, Telling(index), local=True)
    return TestClient(app, "http://localhost", headers=BROWSER)


def sources(page: str) -> list[str]:
    return re.findall(r">town/(\w)\.", page)


def test_an_article_is_listed_with_date_key_sentences_and_topics(client: TestClient) -> None:
    page = client.get("/articles", params={"search": "bridge"}).text
    assert "1999-05-04" in page
    assert "The Orrin bridge was opened in 1874." in page.split('class="summary"')[1]
    assert '/search?q=Orrin%20bridge"' in page


@pytest.mark.parametrize(
    ("sort", "first"),
    [("source", "abcd"), ("newest", "bacd"), ("oldest", "abcd"), ("title", "bdac")],
)
def test_they_are_sorted(client: TestClient, sort: str, first: str) -> None:
    assert "".join(sources(client.get("/articles", params={"sort": sort}).text)) == first


def test_pages_keep_search_and_order(client: TestClient) -> None:
    asked = {"search": "town", "sort": "title", "limit": "2"}
    page = client.get("/articles", params=asked).text
    (link,) = re.findall(r'<a href="(\?[^"]+)">Next', page)
    rest = client.get(f"/articles{link.replace('&amp;', '&')}").text
    assert sources(page) + sources(rest) == list("bdac")
    assert "3 to 4 of 4" in rest
    listed = client.get("/articles", params=asked, headers={"Accept": "application/json"}).json()
    assert listed["next"] == "/articles?search=town&sort=title&limit=2&offset=2"


def test_an_order_that_there_is_not_is_refused(client: TestClient) -> None:
    assert client.get("/articles", params={"sort": "colour"}).status_code == 422


def test_text_from_right_to_left_has_its_own_direction(client: TestClient) -> None:
    page = client.get("/articles", params={"search": "c.txt"}).text
    assert re.search(r'class="summary" dir="auto">افتتح', page)
