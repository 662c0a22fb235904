from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from index.building.build import build
from index.embedder import Embedder
from index.ranking.search import Index
from qa.ways.catalogue.view import View
from qa.ways.inquiry import Reply
from qa.wiring import Wellspring

Seen = Callable[[Mapping[str, str]], View]


def returned(doing: Generator[object, None, Reply | None]) -> Reply | None:
    """Return what a way comes to, past the steps that it tells of."""
    while True:
        try:
            next(doing)
        except StopIteration as done:
            found: Reply | None = done.value
            return found


@pytest.fixture
def view(index: Index, well: Wellspring) -> View:
    """Return all of the index over `seeds/`."""
    return View(index, well.embedder)


@pytest.fixture
def seen(tmp_path: Path, hashed: Embedder) -> Iterator[Seen]:
    """Return what makes a view of an index over files, by name and text; it loads no model."""
    folder, data = tmp_path / "articles", tmp_path / "data"
    folder.mkdir()
    with ExitStack() as opened:

        def over(files: Mapping[str, str]) -> View:
            for name, text in files.items():
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_text(text, "utf-8")
            build(folder, data, hashed, lambda text: len(text.split()))
            return View(opened.enter_context(closing(Index(data, hashed))), hashed)

        yield over
