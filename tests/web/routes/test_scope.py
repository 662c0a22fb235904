"""The pages around a question that is limited to some articles; no model is loaded."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedder import Embedder
from index.ranking.search import Index
from tests.web.conftest import Telling, index_of
from web.app import create_app

BROWSER = {"Accept": "text/html"}
OWL, ELK = "town/owl.txt", "town/2024/may/elk.txt"
TEXTS = {
    OWL: 'The "owls" & others\n\nThe observatory counted 77 owls in March.',
    ELK: "The elks\n\nSeven elks crossed the frozen lake in May.",
}
QUESTION = "How many owls were counted?"


@pytest.fixture
def index(tmp_path: Path, hashed: Embedder) -> Iterator[Index]:
    with closing(index_of(tmp_path, TEXTS, hashed)) as index:
        yield index


@pytest.fixture
def client(index: Index) -> Iterator[TestClient]:
    app = create_app(index, Telling(index), local=True)
    with TestClient(app, base_url="http://localhost") as client:
        yield client


@pytest.fixture
def owl(index: Index) -> str:
    """The id of an article."""
    return index.listing("owls")[0][0].id


def page(client: TestClient, address: str, language: str = "en") -> str:
    """Return a page without the words that its scripts take."""
    response = client.get(address, headers={**BROWSER, "Accept-Language": language})
    assert response.status_code == 200
    return re.sub(r"<script type=.application/json. id=.texts.>.*?</script>", "", response.text)


def test_the_folders_that_can_be_asked_are_listed(client: TestClient) -> None:
    assert client.get("/folders").json() == {"folders": ["2024", "2024/may"]}


def test_a_link_names_the_article_that_is_asked(client: TestClient, owl: str) -> None:
    shown = page(client, f"/?article={owl}")
    assert f'data-source="{OWL}"' in shown
    assert 'data-title="The &#34;owls&#34; &amp; others"' in shown
    assert "this link names" not in shown
    assert "data-source" not in page(client, "/")


@pytest.mark.parametrize("unknown", ["none", "%22%3E%3Cb%3E", "%00", OWL])
def test_an_unknown_article_is_told_calmly_and_all_are_asked(
    client: TestClient, unknown: str
) -> None:
    shown = page(client, f"/?article={unknown}")
    assert '<p class="meta" role="status">The article that this link names is not here' in shown
    assert "data-source" not in shown
    assert "此链接所指的文章不在这里" in page(client, f"/?article={unknown}", "zh")


def test_a_kept_conversation_can_be_limited_by_a_link(client: TestClient, owl: str) -> None:
    asked = {"question": QUESTION, "conversation_id": "new"}
    conversation = client.post("/ask", json=asked).json()["conversation_id"]
    shown = page(client, f"/?conversation={conversation}&article={owl}")
    assert f'data-source="{OWL}"' in shown
    assert f'<h2 class="question">{QUESTION}</h2>' in shown


def test_an_answer_tells_what_it_was_limited_to_wherever_it_is_shown(client: TestClient) -> None:
    for limits, told in (
        ({"articles": [OWL, ELK]}, f"Only in: {ELK}, {OWL}"),
        ({"folder": "2024"}, "Only in: town/2024/"),
        ({}, None),
    ):
        asked = {"question": QUESTION, "conversation_id": "new", **limits}
        answer = client.post("/ask", json=asked).json()
        for address in (f"/?conversation={answer['conversation_id']}", f"/answers/{answer['id']}"):
            lines = re.findall(r'<p class="searched">(.*?)</p>', page(client, address))
            assert lines == ([told] if told else [])


def test_articles_lead_to_questions_about_them(client: TestClient, owl: str) -> None:
    link = f'href="/?article={owl}"'
    for address in ("/articles", f"/articles/{owl}"):
        (found,) = re.findall(f"<a [^>]*{re.escape(link)}[^>]*>(.*?)</a>", page(client, address))
        assert found == "Ask about this article"
