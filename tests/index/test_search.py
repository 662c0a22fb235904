import pytest

from index.search import Index, fuse


def test_fusion_scores_by_reciprocal_rank() -> None:
    fused = fuse([1, 2], [2, 3])
    assert [(passage_id, round(score, 4), dense, lexical) for passage_id, score, dense, lexical in fused] == [
        (2, round(61 / 62 + 1, 4), 2, 1),
        (1, 1.0, 1, None),
        (3, round(61 / 62, 4), None, 2),
    ]


@pytest.mark.parametrize("legs", [{"dense": False}, {"lexical": False}, {}])
def test_each_leg_finds_the_passage(index: Index, legs: dict[str, bool]) -> None:
    hits = index.search("How many Dolan sheep are bred by families?", 3, **legs)
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


@pytest.mark.parametrize("query", ['"', "AND OR NOT", "a*b (c) {d}", "x:y^2", "'; DROP TABLE articles; --", "贫困", "<b>loan</b>", "-"])
def test_a_query_is_words_never_syntax(index: Index, query: str) -> None:
    assert len(index.search(query, 3)) == 3
    assert index.counts()[0] == 5
