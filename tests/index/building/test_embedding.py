"""What a build gives the embedder: passages in their context, once, never too long, all text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from index.building.build import build
from index.building.embedding import check_whole
from index.embedder import Vectors
from index.types import Article, WellspringError
from qa.wiring import Wellspring

if TYPE_CHECKING:
    from tests.index.conftest import Folder


class Noting:
    """The real embedder, noting what it is given."""

    def __init__(self, well: Wellspring) -> None:
        self._embedder, self.name = well.embedder, well.embedder.name
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.seen += texts
        return self._embedder.encode(texts)

    def overflows(self, text: str) -> bool:
        return self._embedder.overflows(text)


@pytest.fixture
def noting(well: Wellspring) -> Noting:
    return Noting(well)


def words(text: str) -> int:
    return len(text.split())


def test_a_stopped_build_does_not_embed_again(folder: "Folder", noting: Noting) -> None:
    def stopped(what: str, _done: int, _total: int) -> None:
        if what == "Embedding characters":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(folder.articles, folder.data, noting, words, stopped)
    assert len(noting.seen) == 2
    assert build(folder.articles, folder.data, noting, words).articles == 2
    assert len(noting.seen) == 2
    assert not list(folder.data.glob("embedding.sqlite*"))


def test_progress_is_told_within_one_long_article(folder: "Folder", noting: Noting) -> None:
    told: list[tuple[int, int]] = []

    def note(what: str, done: int, total: int) -> None:
        if what == "Embedding characters":
            told.append((done, total))

    lines = (f"Sentence number {n} tells what stands on line {n} of it." for n in range(4000))
    folder.write("long.txt", "\n".join(lines))
    build(folder.articles, folder.data, noting, words, note)
    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_a_passage_stands_under_its_title_and_heading_for_the_embedder_only(
    folder: "Folder", noting: Noting
) -> None:
    lines = " ".join(f"Number {n} stands in this long list of figures." for n in range(60))
    folder.write("guide.md", f"# Guide\n\nHello there.\n\n## Prices\n\n{lines}")
    build(folder.articles, folder.data, noting, words)
    guide = [text for text in noting.seen if text.startswith("Guide\n")]
    assert guide[-1].startswith("Guide\nPrices\n")
    (hit,) = folder.open().search("Number 59 figures", 1)
    assert "Number 59" in hit.passage.text
    assert "Prices" not in hit.passage.text


def test_a_passage_is_never_longer_than_the_embedder_reads(
    folder: "Folder", noting: Noting
) -> None:
    folder.write("names.txt", " ".join(f"antidisestablishmentarianism{n}" for n in range(400)))
    build(folder.articles, folder.data, noting, words)
    assert not any(map(noting.overflows, noting.seen))
    assert len([text for text in noting.seen if "antidis" in text]) > 10


def test_a_text_that_no_passage_holds_is_told_with_its_place() -> None:
    text = "The observatory counted 77 owls in March."
    article = Article("owl", "Owls", text, "articles/owl.txt", "0", "2024")
    check_whole(article, [(0, len(text))])
    with pytest.raises(
        WellspringError,
        match=r"Characters 32–41 of articles/owl.txt \('in March.'\) lie in no passage",
    ):
        check_whole(article, [(0, len(text) - 9)])
