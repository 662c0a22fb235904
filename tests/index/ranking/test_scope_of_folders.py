"""Where several folders are indexed, a question is limited to one of them by its name."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.building.build import build
from index.embedder import Embedder
from index.problems import Problem
from index.ranking.search import Index
from index.types import Limits, WellspringError

TEXTS = {
    "town/2024/owl.txt": "The observatory counted 77 owls in March.",
    "town/bridge.txt": "The bridge was opened in 1874.",
    "village/2024/elk.txt": "Seven elks crossed the frozen lake in May.",
    "village/bridge.txt": "The bridge of the village is made of wood.",
    "village/town/hen.txt": "The hens of the farm lay brown eggs all year.",
    "data/library/fox.txt": "A fox of the northern wood was seen in April.",
}


@pytest.fixture
def index(tmp_path: Path, hashed: Embedder) -> Iterator[Index]:
    for place, text in TEXTS.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text)
    folders = [tmp_path / "town", tmp_path / "village"]
    build(folders, tmp_path / "data", hashed, lambda text: len(text.split()))
    with closing(Index(tmp_path / "data", hashed)) as index:
        yield index


def told(index: Index, *articles: str, folder: str | None = None) -> tuple[str, ...]:
    scope = index.scope(Limits(articles or None, folder))
    assert scope is not None
    return scope.told


def test_all_folders_can_be_chosen_by_their_whole_path(index: Index) -> None:
    assert index.folders() == [
        *("library", "town", "town/2024", "village", "village/2024", "village/town")
    ]
    for folder in index.folders():
        assert told(index, folder=folder) == (f"{folder}/",)


def test_a_folder_by_its_name_holds_its_articles_and_no_others(index: Index) -> None:
    scope = index.scope(Limits(folder="town"))
    assert scope is not None
    found = {article.source for article in map(index.article, scope.article_ids) if article}
    assert found == {"town/2024/owl.txt", "town/bridge.txt"}
    hits = index.search("frozen lake", 5, scope)
    assert {hit.passage.source for hit in hits} == found


def test_a_path_without_a_name_is_meant_in_each_of_the_folders(index: Index) -> None:
    assert told(index, folder="2024") == ("town/2024/", "village/2024/")
    scope = index.scope(Limits(folder="2024"))
    assert scope is not None
    assert len(scope.article_ids) == 2


def test_an_article_is_named_without_its_folder_where_only_one_has_it(index: Index) -> None:
    assert told(index, "fox.txt", "2024/owl.txt") == ("library/fox.txt", "town/2024/owl.txt")
    with pytest.raises(WellspringError, match=r"town/bridge\.txt, village/bridge\.txt") as refused:
        index.scope(Limits(["bridge.txt"]))
    assert refused.value.code is Problem.AMBIGUOUS_ARTICLE
