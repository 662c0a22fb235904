"""What tests of the folder share: another process that indexes it, short ways to look and add."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from qa.wiring import Wellspring

Reindex = Callable[[], None]


@pytest.fixture
def reindex(well: Wellspring, folder: Path, tmp_path: Path) -> Reindex:
    """What `wellspring index` does in another process."""

    def index() -> None:
        well.build_index(folder, data_dir=tmp_path / "data")

    return index


def listed(client: TestClient) -> dict[str, str]:
    return {
        item["source"]: f"/articles/{item['article_id']}"
        for item in client.get("/articles").json()["articles"]
    }


def add(client: TestClient, name: str, text: str, *, replace: bool = False) -> dict[str, str]:
    body = {"articles": [{"name": name, "text": text}], "replace": replace}
    (file,) = client.post("/articles", json=body).json()["files"]
    return dict(file)
