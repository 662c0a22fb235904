"""What tests of the library share: other processes that index, short ways to look and add."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.building.build import BuildReport, build
from index.embedder import Embedder
from web.library.shelf import Shelf

Reindex = Callable[..., BuildReport]


@pytest.fixture
def shelf(quick_shelf: Shelf) -> Shelf:
    return quick_shelf


@pytest.fixture
def town(quick_town: TestClient) -> TestClient:
    return quick_town


@pytest.fixture
def library(shelf: Shelf) -> Path:
    """Where uploads go; it is made when the first one comes."""
    return shelf.data_dir / "library"


@pytest.fixture
def reindex(folder: Path, hashed: Embedder, shelf: Shelf) -> Reindex:
    """What `wellspring index` does in another process, over the folder or other ones."""

    def index(*folders: Path, rebuild: bool = False) -> BuildReport:
        return build(folders or folder, shelf.data_dir, hashed, words, rebuild=rebuild)

    return index


def words(text: str) -> int:
    return len(text.split())


def listed(client: TestClient) -> dict[str, str]:
    return {
        item["source"]: f"/articles/{item['article_id']}"
        for item in client.get("/articles").json()["articles"]
    }


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def add(client: TestClient, name: str, text: str, *, replace: bool = False) -> dict[str, str]:
    body = {"articles": [{"name": name, "text": text}], "replace": replace}
    (file,) = client.post("/articles", json=body).json()["files"]
    return dict(file)
