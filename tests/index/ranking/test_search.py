from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

import pytest

from index.ranking.fusion import best, fuse
from index.ranking.search import Index
from index.storage.schema import IndexSettings
from qa.wiring import Wellspring

if TYPE_CHECKING:
    from tests.index.conftest import Folder


def test_fusion_scores_by_reciprocal_rank() -> None:
    fused = fuse([1, 2], [2, 3])
    assert [
        (passage_id, round(score, 4), dense, lexical) for passage_id, score, dense, lexical in fused
    ] == [
        (2, round(61 / 62 + 1, 4), 2, 1),
        (1, 1.0, 1, None),
        (3, round(61 / 62, 4), None, 2),
    ]


def test_what_one_leg_alone_finds_stands_behind_the_first_of_both() -> None:
    ranked = fuse([1, 2, 3, 4, 9], [1, 2, 3, 4, 8])
    assert [row[0] for row in best(ranked, 2, 0)] == [1, 2]
    assert [row[0] for row in best(ranked, 2, 5)] == [1, 2, 3, 4, 9, 8]
    assert [row[0] for row in best(ranked, 4, 4)] == [1, 2, 3, 4]


@pytest.mark.parametrize("legs", [{"dense": False}, {"lexical": False}, {}])
def test_each_leg_finds_the_passage(index: Index, legs: dict[str, bool]) -> None:
    hits = index.search("How many Dolan sheep are bred by families?", 3, None, **legs)
    assert any("3583 Dolan sheep" in hit.passage.text for hit in hits)
    assert hits == sorted(hits, key=lambda hit: -hit.score)
    assert all(0 < hit.score <= 1 for hit in hits)


def test_every_passage_is_a_slice_of_its_article(index: Index) -> None:
    hits = index.search("poverty", 50)
    assert len(hits) > 20
    for hit in hits:
        article = index.article(hit.passage.article_id)
        assert article is not None
        assert article.text[hit.passage.start : hit.passage.end] == hit.passage.text


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "AND OR NOT",
        "a*b (c) {d}",
        "x:y^2",
        "'; DROP TABLE articles; --",
        "贫困",
        "<b>loan</b>",
        "-",
    ],
)
def test_a_query_is_words_never_syntax(index: Index, query: str) -> None:
    assert len(index.search(query, 3)) == 3
    assert index.counts()[0] == 5


class SlowSettings(IndexSettings):
    """Settings that, once they are `slow`, say what they are only when they are told to."""

    slow, asked, go_on = Event(), Event(), Event()

    def to_json(self) -> str:
        if self.slow.is_set():
            self.asked.set()
            assert self.go_on.wait(60)
        return super().to_json()


def test_nobody_who_reads_waits_for_the_search_that_opens_a_new_generation(
    folder: "Folder", well: Wellspring
) -> None:
    folder.build()
    settings = SlowSettings(well.embedder.name)
    index = Index(folder.data, well.embedder, settings)
    settings.slow.set()
    folder.write("owl.txt", "The observatory counted 77 owls in March.")
    folder.build(rebuild=True)
    with ThreadPoolExecutor(2) as threads:
        searched = threads.submit(index.search, "How many owls were counted?", 1)
        assert settings.asked.wait(60)
        listing, total = threads.submit(index.listing).result(timeout=20)
        assert total == 3
        read = (
            index.counts,
            index.skipped,
            index.stored_generation,
            index.roots,
            lambda: index.passages_of(listing[0].id),
        )
        assert all(threads.submit(one).result(timeout=20) is not None for one in read)
        assert threads.submit(index.article, listing[0].id).result(timeout=20) is not None
        settings.go_on.set()
        assert "77 owls" in searched.result(timeout=60)[0].passage.text
    index.close()


def test_threads_that_read_while_the_index_changes_see_whole_generations(folder: "Folder") -> None:
    folder.build()
    index, over = folder.open(), Event()

    def read() -> list[str]:
        faults, last = [], 0
        while not over.is_set():
            now, (listed, total) = index.stored_generation(), index.listing()
            hits = index.search("How many towers are there?", 3)
            faults += ["a listing of two generations"] * (len(listed) != total)
            faults += ["a generation that was left"] * (now < last)
            faults += ["a search without passages"] * (not hits)
            last = now
        return faults

    with ThreadPoolExecutor(8) as threads:
        reading = [threads.submit(read) for _ in range(8)]
        for number in range(6):
            folder.write(
                f"tower{number}.txt", f"The tower of place number {number} has {number + 3} bells."
            )
            folder.build()
        over.set()
        assert [fault for one in reading for fault in one.result()] == []
    assert index.stored_generation() == 7
    index.close()
