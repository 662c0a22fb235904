import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from eval.bench.made.resampled import PER_ARTICLE, Resampled
from eval.bench.scale import main
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


def test_the_benchmark_measures_a_small_index(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([1000], tmp_path / "scale.json")
    (found,) = json.loads((tmp_path / "scale.json").read_text("utf-8"))["scale"]
    assert found["recall_at_10"] == 1.0  # exact at this size
    assert 0 < found["dense_p50_ms"] <= found["dense_p95_ms"]
    assert found["fused_p50_ms"] > 0
    assert found["faiss_mb"] > 1.5
    assert "fused_p50_ms" in capsys.readouterr().out
