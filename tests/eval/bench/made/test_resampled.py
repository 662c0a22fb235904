from collections import Counter

import numpy as np

from eval.bench.made.resampled import PER_ARTICLE, Resampled
from qa.wiring import Wellspring

TEXTS = [
    "The bridge at Marrow was opened in March 1874 by the mayor. "
    "The ferry was sold to a farmer in the autumn of that year."
]


def test_made_up_passages_have_unit_vectors_near_real_ones_and_words_as_often_as_in_real_text(
    well: Wellspring,
) -> None:
    (batch, *_) = Resampled(TEXTS, well.embedder).batches(200)
    passages = sum(map(len, batch.passages))
    assert len(batch.titles) * PER_ARTICLE == passages == len(batch.vectors) == 200
    assert np.allclose(np.linalg.norm(batch.vectors, axis=1), 1, atol=1e-3)
    real = well.embedder.encode(TEXTS[0].split(". "))
    assert float((batch.vectors @ real.T).max(1).mean()) > 0.5
    counts = Counter(
        word for passages in batch.passages for text in passages for word in text.split()
    )
    often = [count for _, count in counts.most_common(100)]
    assert 5 < often[0] / often[20] < 100  # Zipf: not all the same, not one alone
    assert sum(count == 1 for count in counts.values()) > len(counts) / 3


def test_a_query_takes_rare_words_of_its_passage(well: Wellspring) -> None:
    source = Resampled(TEXTS, well.embedder)
    batch = next(source.batches(20))
    vector, text = source.query(batch.vectors[0], batch.passages[0][0])
    assert len(set(text.split()) & set(batch.passages[0][0].split())) >= 3
    assert float(vector[0] @ batch.vectors[0]) > 0.8


def test_the_last_articles_are_no_more_than_are_asked_for(well: Wellspring) -> None:
    batches = list(Resampled(TEXTS, well.embedder).batches(70, articles=3))
    assert [len(batch.titles) for batch in batches] == [3, 3, 1]
    assert [len(batch.vectors) for batch in batches] == [30, 30, 10]


def test_a_seed_makes_the_same_up_again_and_another_something_else(well: Wellspring) -> None:
    first, again, other = (
        next(Resampled(TEXTS, well.embedder, seed).batches(20)) for seed in (1, 1, 2)
    )
    assert first.passages == again.passages != other.passages
    assert np.array_equal(first.vectors, again.vectors)
