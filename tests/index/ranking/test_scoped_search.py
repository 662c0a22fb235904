"""A search within a scope finds the best passages of the scope, however small it is."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.embedder import Vectors
from index.problems import Problem
from index.ranking.dense import write_dense
from index.ranking.fusion import fuse
from index.ranking.search import Index
from index.reading.readers import ReadArticle
from index.reading.roots import named
from index.storage.schema import IndexSettings
from index.storage.store import INDEX_FILE, Store
from index.storage.writing import NewPassage, WritableStore
from index.types import Hit, Limits, Scope, WellspringError

if TYPE_CHECKING:
    from tests.index.conftest import Folder

ARTICLES, QUERY = 10_000, "word12 word34 word56"
WORDS = [f"word{number}" for number in range(100)]


class Drawn:
    """An embedder that draws a vector for each text, so that no two are equally near."""

    name = "drawn"

    def encode(self, texts: Sequence[str]) -> Vectors:
        return drawn(zlib.crc32("".join(texts).encode()), len(texts))

    def overflows(self, text: str) -> bool:
        return False


def drawn(seed: int, count: int) -> Vectors:
    vectors = np.random.default_rng(seed).standard_normal((count, 16), dtype=np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def add(store: WritableStore, numbers: range) -> None:
    """Store articles of two passages: ten drawn words each, and more that make lengths differ."""
    draw, vectors = Random(numbers.start), drawn(numbers.start, 2 * len(numbers))
    for number, pair in zip(numbers, vectors.reshape(-1, 2, 16), strict=True):
        texts = [
            " ".join(["common", *draw.choices(WORDS, k=10), *["filler"] * draw.randrange(40)])
            for _ in pair
        ]
        texts[0] += f" only{number}"
        whole, middle = "\n".join(texts), len(texts[0])
        source = f"articles/{number % 100}/{number}.txt"
        article = ReadArticle(f"a-{number}", f"Title {number}", whole, source, f"{number:x}", ())
        places = (0, middle), (middle + 1, len(whole))
        passages = [NewPassage(*place, 5, one) for place, one in zip(places, pair, strict=True)]
        store.add(article, source, number)
        store.add_passages(article.id, article.title, whole, passages)


def note(store: WritableStore, generation: int) -> None:
    store.count()
    settings = IndexSettings(Drawn.name).to_json()
    roots = named(Path("/x/articles"), store.path.parent).to_json()
    store.set_meta(settings=settings, generation=str(generation), roots=roots)


@dataclass(frozen=True, slots=True)
class Large:
    """An open index of 10,000 articles, and its file to look at every passage."""

    index: Index
    store: Store
    slack: int  # of fifty neighbours that may be others, as 8 bits a dimension are kept

    def by_brute_force(self, query: str, wanted: set[int], limit: int) -> tuple[list[int], ...]:
        """Rank every passage by each leg, then leave out those that are not wanted."""
        ids, vectors = map(np.concatenate, zip(*self.store.vectors(), strict=True))
        nearness = vectors @ Drawn().encode([query])[0]
        near = [int(i) for i in ids[np.argsort(-nearness)] if i in wanted]
        worded = [i for i in self.store.ranked(query.split(), 10**6) if i in wanted]
        return near[:limit], worded[:limit]


@pytest.fixture(scope="module", params=[(10**6, 0), (100, 5)], ids=["exact", "approximate"])
def large(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Large]:
    """The last article comes after the FAISS file was written."""
    data, (exact_up_to, slack) = tmp_path_factory.mktemp("data"), request.param
    with closing(WritableStore(data / INDEX_FILE)) as store:
        with store.transaction():
            add(store, range(ARTICLES - 1))
            note(store, 1)
        write_dense(store, data, exact_up_to)
        with store.transaction():
            add(store, range(ARTICLES - 1, ARTICLES))
            note(store, 2)
    with closing(Index(data, Drawn())) as index, closing(Store(data / INDEX_FILE)) as store:
        yield Large(index, store, slack)


def scope_of(numbers: Iterable[int]) -> tuple[Scope, set[int]]:
    """Return the scope of some articles, and the ids of their passages."""
    chosen = list(numbers)
    scope = Scope(frozenset(f"a-{number}" for number in chosen))
    return scope, {passage for number in chosen for passage in (2 * number + 1, 2 * number + 2)}


def found(hits: Sequence[Hit]) -> list[int]:
    return [hit.passage.id for hit in hits]


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param([4321], id="one article"),
        pytest.param([ARTICLES - 1], id="one that came after the file"),
        pytest.param([0, 77, 9_998, ARTICLES - 1], id="a few far apart"),
        pytest.param(range(0, ARTICLES, 100), id="a folder"),
        pytest.param(range(1, ARTICLES, 2), id="half of all"),
        pytest.param(range(ARTICLES), id="all"),
    ],
)
def test_the_best_within_a_scope_are_those_that_brute_force_finds(
    large: Large, numbers: Iterable[int]
) -> None:
    scope, wanted = scope_of(numbers)
    near, worded = large.by_brute_force(QUERY, wanted, 50)
    assert found(large.index.search(QUERY, 50, scope, dense=False)) == worded
    dense = large.index.search(QUERY, 50, scope, lexical=False)
    assert len(dense) == min(50, len(wanted))
    assert set(near[: 50 - large.slack]) <= set(found(dense)) <= wanted
    both = large.index.search(QUERY, 10, scope)
    fused = [passage for passage, *_ in fuse(found(dense), worded)]
    assert found(both) == fused[:10]


def test_of_one_article_in_ten_thousand_every_passage_is_found_whatever_is_asked(
    large: Large,
) -> None:
    for number in range(0, ARTICLES, 500):
        scope, wanted = scope_of([number])
        assert set(found(large.index.search("nothing like it", 5, scope))) == wanted


def test_a_folder_and_ten_thousand_names_are_scopes_too(large: Large) -> None:
    folder = large.index.scope(Limits(folder="77"))
    assert folder is not None
    assert len(folder.article_ids) == ARTICLES // 100
    hits = large.index.search(QUERY, 50, folder)
    assert len(hits) == 50
    assert {hit.passage.source.split("/")[1] for hit in hits} == {"77"}
    names = large.index.scope(Limits([f"a-{number}" for number in range(ARTICLES)]))
    assert names is not None
    assert (len(names.article_ids), len(names.told)) == (ARTICLES, ARTICLES)
    assert found(large.index.search(QUERY, 5, names, dense=False)) == found(
        large.index.search(QUERY, 5, dense=False)
    )


def test_words_that_are_common_everywhere_count_within_a_small_scope(large: Large) -> None:
    assert large.index.search("common", 1, scope_of([5])[0], dense=False) != []
    rare, scope = "only3 common", scope_of([5])[0]
    assert len(large.index.search(rare, 5, scope, dense=False)) == 2
    assert len(large.index.search(rare, 5, dense=False)) == 1  # of the rare word alone


def test_an_article_that_was_removed_meanwhile_is_left_out_and_the_last_one_told(
    quick: "Folder",
) -> None:
    quick.build()
    with closing(quick.open()) as index:
        scope = index.scope(Limits(("bridge.txt", "cheese.txt")))
        only = index.scope(Limits(("bridge.txt",)))
        quick.remove("bridge.txt")
        quick.build()
        hits = index.search("the bridge", 5, scope)
        assert [hit.passage.source for hit in hits] == ["articles/cheese.txt"]
        with pytest.raises(WellspringError, match="removed meanwhile") as error:
            index.search("the bridge", 5, only)
        assert error.value.code == Problem.ARTICLES_CHANGED
        quick.write("bridge.txt", "The bridge at Marrow was closed in 1999.")
        quick.build()
        assert "closed in 1999" in index.search("the bridge", 5, only)[0].passage.text
