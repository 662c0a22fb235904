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
TITLED = {
    "town/kiln.md": "---\ntitle: The kiln\n---\nThe kiln was built in 1790.\n",
    "town/oak.md": "---\ntitle: Oak\n---\nOaks are old.\n",
    "town/well.md": "---\ntitle: The well\n---\nThe well\nwas dug in 1812.\n",
    "town/forge.md": "---\ntitle: The forge\n---\n# The forge\n\nThe forge burned in 1840.\n",
    "town/weir.txt": "The weir\nThe weir broke in 1853.\n",
}


@pytest.fixture
def client(tmp_path: Path, hashed: Embedder) -> Iterator[TestClient]:
    texts = {"town/bridge.md": BRIDGE, "town/mill.md": MILL, **TITLED}
    with closing(index_of(tmp_path, texts, hashed)) as index:
        app = create_app(index, Telling(index), local=True)
        yield TestClient(app, "http://localhost", headers=BROWSER)


def shown(client: TestClient, query: str) -> list[str]:
    page = client.get("/search", params={"q": query}).text
    found = re.findall(r"(<blockquote.*?)</blockquote", page, re.S)
    return [re.sub(r"<[^>]+>", "", text).strip() for text in found]


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
    told = next(text for text in shown(client, "deck renewed") if "The deck was renewed" in text)
    assert told.startswith("The Orrin bridge was opened in 1874.")
    assert "\nRepairs\n" in told
    assert "#" not in told


@pytest.mark.parametrize(
    "sentence",
    [
        "The kiln was built in 1790.",
        "Oaks are old.",
        "The well\nwas dug in 1812.",
        "The forge burned in 1840.",
        "The weir broke in 1853.",
    ],
)
def test_a_sentence_that_begins_as_its_title_is_shown_whole(
    client: TestClient, sentence: str
) -> None:
    assert sentence in shown(client, sentence)


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
