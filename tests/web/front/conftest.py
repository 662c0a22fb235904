"""An application of two articles and a kept conversation; no model is loaded."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from index.embedder import Embedder
from qa.history.conversations import Conversations
from tests.web.conftest import BRIDGE, MILL, Telling, index_of
from web.app import create_app
from web.front.reach import Reach

Made = Callable[..., FastAPI]


@pytest.fixture
def made(tmp_path: Path, hashed: Embedder) -> Iterator[Made]:
    """Make an application that is reached in some way."""
    texts = {"town/bridge.md": BRIDGE, "town/mill.md": MILL}
    kept = Conversations(tmp_path / "conversations.sqlite")
    with closing(index_of(tmp_path, texts, hashed)) as index, closing(kept):

        def make(reach: Reach | None = None, *keys: str) -> FastAPI:
            answerer, reach = Telling(index), reach or Reach()
            return create_app(
                index, answerer, frozenset(keys), conversations=kept, local=True, reach=reach
            )

        yield make


def client_of(app: object, peer: str = "127.0.0.1") -> TestClient:
    """A client at an address."""
    return TestClient(app, "http://localhost", False, client=(peer, 50000))  # type: ignore[arg-type]
