"""The search page without JavaScript; no model is loaded."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedder import Embedder
from tests.web.conftest import BRIDGE, MILL, Telling, index_of
from web.app import create_app

BROWSER = {"Accept": "text/html"}


@pytest.fixture
def client(tmp_path: Path, hashed: Embedder) -> Iterator[TestClient]:
    texts = {"town/bridge.md": BRIDGE, "town/mill.md": MILL}
    with closing(index_of(tmp_path, texts, hashed)) as index:
        app = create_app(index, Telling(index), local=True)
        yield TestClient(app, "http://localhost", headers=BROWSER)


def test_passages_are_found_with_the_words_marked_and_lead_to_their_place(
    client: TestClient,
) -> None:
    page = client.get("/search", params={"q": "stone arch"}).text
    assert "nine <mark>stone</mark> <mark>arches</mark>" in page
    link = re.findall(r'href="(/articles/[^"]+)"', page)[0].replace("&amp;", "&")
    assert "nine stone arches" in client.get(link).text.split('id="marked"')[1].split("</mark>")[0]


def test_a_passage_is_shown_without_its_title_and_the_marks_of_headings(
    client: TestClient,
) -> None:
    page = client.get("/search", params={"q": "deck renewed"}).text
    found = {
        re.sub(r"<[^>]+>", "", it).strip() for it in re.findall(r"<blockquote.*?</bl", page, re.S)
    }
    told = next(text for text in found if "The deck was renewed" in text)
    assert told.startswith("The Orrin bridge was opened in 1874.")
    assert "\nRepairs\n" in told
    assert "#" not in told


def test_nothing_is_asked_before_there_are_words(client: TestClient) -> None:
    page = client.get("/search", params={"q": "  "})
    assert page.status_code == 200
    assert "<blockquote" not in page.text


@pytest.mark.parametrize(("q", "status"), [("?!", 422), ("x" * 2001, 413)])
def test_what_cannot_be_searched_is_said_on_the_page(
    client: TestClient, q: str, status: int
) -> None:
    page = client.get("/search", params={"q": q})
    assert page.status_code == status
    assert re.search(r'role="status">The question (has no words|is too long|has)', page.text)


def test_words_and_passages_are_shown_as_text(client: TestClient) -> None:
    page = client.get("/search", params={"q": '<script>alert("1")</script> bridge'}).text
    assert "<script>alert" not in page
