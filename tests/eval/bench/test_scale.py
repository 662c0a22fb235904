import json
from pathlib import Path

import numpy as np
import pytest

from eval.bench.scale import Known, main


def test_the_vectors_of_queries_are_known_and_not_computed() -> None:
    one, two = np.ones((1, 4), np.float32), np.zeros((1, 4), np.float32)
    known = Known({"one": one, "two": two})
    assert known.encode(["two", "one", "two"]).tolist() == [[0.0] * 4, [1.0] * 4, [0.0] * 4]
    assert not known.overflows("word " * 10_000)
    with pytest.raises(KeyError):
        known.encode(["three"])


@pytest.mark.usefixtures("data_dir")
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
