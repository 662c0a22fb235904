import pytest

from index.ranking.search import Index
from index.types import Scope
from qa.ways.catalogue.view import View
from qa.wiring import Wellspring


@pytest.fixture
def two(index: Index, well: Wellspring) -> View:
    """Return what is seen of the first two articles."""
    first, second, *_ = index.articles()
    return View(index, well.embedder, Scope(frozenset({first.id, second.id})))


def test_all_is_seen_without_a_limit(view: View, index: Index) -> None:
    assert view.count() == len(view.overviews(50)) == len(index.articles())
    assert view.topics() == index.topics()


def test_a_limit_holds_for_all_that_is_looked_at(two: View, view: View) -> None:
    assert two.scope
    ids = two.scope.article_ids
    assert two.count() == 2
    assert two.overviews(50) == view.overviews(2)
    assert {hit.passage.article_id for hit in two.search("pigs", 9)} <= ids
    assert {article_id for article_id, *_ in two.holding("poverty")} == ids
    assert len(view.holding("poverty")) == 5
    told = {topic for overview in two.overviews(2) for topic in overview.topics}
    assert set(two.topics()) <= told


def test_no_more_overviews_than_are_wanted_are_given(two: View) -> None:
    assert len(two.overviews(1)) == 1
