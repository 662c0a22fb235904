"""An answer about a bridge, and an open file of conversations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.types import Article
from qa.history.conversations import Conversations
from qa.wire import AnswerOut

ARTICLE = Article(
    "bridge-1", "The bridge", "The bridge was opened in 1874.", "a/bridge.txt", "aaa", "2026-01-01"
)
QUOTE = {
    "marker": 1,
    "article_id": "bridge-1",
    "title": "The bridge",
    "source": "a/bridge.txt",
    "quote": ARTICLE.text,
    "start": 0,
    "end": 30,
    "page": None,
}


def answer(question: str = "When was the bridge opened?", text: str = "In 1874. [1]") -> AnswerOut:
    said = {"question": question, "answer": text, "answered": True}
    found = {"citations": [QUOTE], "passages": [], "models": {"index": "generation 3"}}
    return AnswerOut.model_validate({**said, **found})


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Conversations]:
    conversations = Conversations(tmp_path / "conversations.sqlite")
    yield conversations
    conversations.close()
