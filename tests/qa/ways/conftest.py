import pytest

from index.ranking.search import Index
from qa.ways.catalogue.view import View
from qa.wiring import Wellspring


@pytest.fixture
def view(index: Index, well: Wellspring) -> View:
    """Return all of the index over `seeds/`."""
    return View(index, well.embedder)
