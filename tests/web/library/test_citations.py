"""The citations of a kept conversation live on where files were moved, renamed or replaced."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedder import Embedder
from index.ranking.search import Index
from index.types import Scope
from qa.history.conversations import Conversations
from qa.types import Answer, Citation, Evidence, Turn
from qa.ways.inquiry import EVERY_STEP, Flow
from tests.web.conftest import Telling
from tests.web.library.conftest import Reindex, listed
from web.app import create_app
from web.library.shelf import Shelf

QUOTE = "The Orrin bridge was opened in 1874."


class Citing(Telling):
    """Answers with one quote of the article of the bridge, without a model."""

    def stream(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        flow: Flow = EVERY_STEP,
        scope: Scope | None = None,
    ) -> Iterator[str | Answer]:
        article = next(it for it in self.index.articles() if QUOTE in it.text)
        start = article.text.index(QUOTE)
        place = article.id, article.title, article.source, start, start + len(QUOTE)
        quoted = Citation(1, Evidence(QUOTE, *place, QUOTE, 0.9))
        said = question, question, "In 1874. [1]", True, 0.9
        yield Answer(*said, citations=(quoted,), models=self.models())


@pytest.fixture
def town(quick_shelf: Shelf, hashed: Embedder) -> Iterator[TestClient]:
    kept = Conversations(quick_shelf.data_dir / "conversations.sqlite")
    with closing(Index(quick_shelf.data_dir, hashed)) as index, closing(kept):
        app = create_app(index, Citing(index), conversations=kept, shelf=quick_shelf, local=True)
        with TestClient(app, base_url="http://localhost") as client:
            yield client


@pytest.fixture
def answer(town: TestClient) -> str:
    """The address of an answer that was kept."""
    asked = {"question": "When was the bridge opened?", "conversation_id": "new"}
    return f"/answers/{town.post('/ask', json=asked).json()['id']}"


def cited(town: TestClient, answer: str) -> str:
    """Follow the citation of an answer; returns the source of the article that it leads to."""
    (citation,) = town.get(answer).json()["citations"]
    article = town.get(f"/articles/{citation['article_id']}").json()
    assert article["text"][citation["start"] : citation["end"]] == QUOTE
    return str(article["source"])


def test_a_renamed_folder_changes_no_answer(
    town: TestClient, answer: str, folder: Path, reindex: Reindex
) -> None:
    renamed = folder.rename(folder.with_name("city"))
    reindex(renamed)
    assert town.get(answer).json()["changes"] == []
    assert cited(town, answer) == "city/bridge.md"
    shown = town.get(answer, headers={"Accept": "text/html"}).text
    assert "The cited articles read the same today." in shown


def test_an_article_that_is_removed_and_uploaded_changes_no_answer(
    town: TestClient, answer: str, folder: Path
) -> None:
    text = (folder / "bridge.md").read_text()
    town.delete(listed(town)["town/bridge.md"])
    assert town.get(answer).json()["changes"][0]["status"] == "removed"
    town.post("/articles", json={"articles": [{"name": "orrin.md", "text": text}]})
    assert town.get(answer).json()["changes"] == []
    assert cited(town, answer) == "library/orrin.md"


def test_of_a_replaced_article_an_answer_tells_that_it_changed(
    town: TestClient, answer: str
) -> None:
    town.put(listed(town)["town/bridge.md"], json={"text": f"Now painted. {QUOTE}"})
    (change,) = town.get(answer).json()["changes"]
    assert (change["status"], change["quotes_stand"]) == ("changed", True)
