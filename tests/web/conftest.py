from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.building.build import BuildReport, Progress, build
from index.embedder import Embedder
from index.ranking.search import Index
from index.reading.roots import Folders
from index.types import Scope
from qa.answerer import Answerer
from qa.history.conversations import Conversations
from qa.types import Answer, Evidence, Turn, cite
from qa.ways.inquiry import EVERY_STEP, Flow
from qa.wiring import Wellspring
from web.app import create_app
from web.library.shelf import Shelf

BRIDGE = """# The Orrin bridge

The Orrin bridge was opened in 1874. It has nine stone arches.

## Repairs

The deck was renewed in 1931.
"""
MILL = "# The mill\n\nThe mill ground 40 tonnes of oats a day.\n"
LONG = (
    "The Orrin bridge, which the county had planned since the great flood took the old ford and "
    "two companies failed to finish, was opened on 4 May 1931 by the engineer Ada Lorne before a "
    "crowd that stood on both banks of the river in heavy rain all morning."
)


def long_articles(place: Path) -> Path:
    """Write articles with a sentence so long that the model is asked to shorten it."""
    folder = place / "town"
    folder.mkdir()
    (folder / "bridge.md").write_text(f"# The bridge\n\n{LONG}\n", "utf-8")
    (folder / "mill.md").write_text("# The mill\n\nThe mill was built in 1850.\n", "utf-8")
    return folder


class Telling(Answerer):
    """Answers with what it finds, without a model."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.asked = 0

    def models(self) -> dict[str, str]:
        return {"index": "generation 1"}

    def stream(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        flow: Flow = EVERY_STEP,
        scope: Scope | None = None,
    ) -> Iterator[str | Answer]:
        self.asked += 1
        hits = tuple(self.index.search(question, top_k, scope))
        yield "Found."
        told, models = scope.told if scope else None, self.models()
        yield Answer(question, question, "Found.", True, 0.9, hits=hits, models=models, scope=told)


class Quoting(Telling):
    """Answers every question with one sentence of an article."""

    def __init__(self, index: Index, quote: str) -> None:
        super().__init__(index)
        self.quote = quote

    def stream(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        flow: Flow = EVERY_STEP,
        scope: Scope | None = None,
    ) -> Iterator[str | Answer]:
        (article,) = (one for one in self.index.articles() if self.quote in one.text)
        start = article.text.index(self.quote)
        place = article.id, article.title, article.source, start, start + len(self.quote)
        cited = cite(1, Evidence(self.quote, *place, self.quote, 0.9), article)
        said, models = "Found. [1]", self.models()
        yield said
        yield Answer(question, question, said, True, 0.9, (cited,), models=models)


def index_of(place: Path, texts: Mapping[str, str | bytes], embedder: Embedder) -> Index:
    """Write articles by their sources, which begin with `town/`, and index them."""
    for source, text in texts.items():
        (place / source).parent.mkdir(parents=True, exist_ok=True)
        (place / source).write_bytes(text if isinstance(text, bytes) else text.encode())
    build(place / "town", place / "data", embedder, lambda text: len(text.split()))
    return Index(place / "data", embedder)


@pytest.fixture(autouse=True)
def new_browser(request: pytest.FixtureRequest) -> None:
    """Begin each test as a browser that has chosen nothing yet."""
    if "client" in request.fixturenames:
        request.getfixturevalue("client").cookies.clear()


@pytest.fixture(scope="session")
def client(well: Wellspring) -> Iterator[TestClient]:
    """A client of the five articles, which cannot be changed."""
    app = create_app(well.index, well.answerer, local=True)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "bridge.md").write_text(BRIDGE)
    (folder / "mill.md").write_text(MILL)
    return folder


@pytest.fixture
def shelf(well: Wellspring, folder: Path, tmp_path: Path) -> Shelf:
    data = tmp_path / "data"
    well.build_index(folder, data_dir=data)
    return Shelf(data, lambda place, progress: well.build_index(place, progress, data_dir=data))


@pytest.fixture
def town(well: Wellspring, shelf: Shelf, tmp_path: Path) -> Iterator[TestClient]:
    """A client of two articles that can be changed."""
    conversations = Conversations(tmp_path / "data" / "conversations.sqlite")
    index = Index(tmp_path / "data", well.embedder)
    counter = well.generator.count_tokens
    app = create_app(
        index,
        well.answerer_over(index),
        conversations=conversations,
        shelf=shelf,
        count_tokens=counter,
        local=True,
    )
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client
    conversations.close()


@pytest.fixture
def quick_shelf(hashed: Embedder, folder: Path, tmp_path: Path) -> Shelf:
    """The same two articles with an embedder that loads no model."""
    data = tmp_path / "data"

    def index(folders: Folders, progress: Progress | None = None) -> BuildReport:
        return build(folders, data, hashed, lambda text: len(text.split()), progress)

    index(folder)
    return Shelf(data, index)


@pytest.fixture
def quick_town(hashed: Embedder, quick_shelf: Shelf) -> Iterator[TestClient]:
    """A client of them that tells what it finds, without a model."""
    with closing(Index(quick_shelf.data_dir, hashed)) as index:
        app = create_app(index, Telling(index), shelf=quick_shelf, local=True)
        with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
            yield client


@pytest.fixture
def address(town: TestClient, serve: Callable[[object], str]) -> str:
    """The address of a real server of the two articles."""
    return serve(town.app)


def send(
    client: TestClient, *files: tuple[str, bytes], replace: bool = False
) -> tuple[int, list[dict[str, str]], dict[str, str]]:
    data = {"replace": "true"} if replace else {}
    response = client.post("/articles", files=[("files", file) for file in files], data=data)
    body = response.json()
    return response.status_code, body.get("files", []), body.get("error", {})
