import json
from pathlib import Path

import pytest

from eval.bench import embedding

pytestmark = pytest.mark.usefixtures("data_dir")


def test_embedding_is_measured_against_plain_encoding(
    small_set: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    embedding.main([small_set], 10, turns=1, at_least=1, to=tmp_path / "embedding.json")
    (row,) = json.loads((tmp_path / "embedding.json").read_text("utf-8"))["embedding"]
    assert (row["set"], row["passages"] > 10) == ("small", True)
    assert row["passages/s, plain"] > 0
    assert row["times as fast"] == pytest.approx(row["passages/s, ours"] / row["passages/s, plain"])
    assert row["nDCG@10, ours"] == pytest.approx(row["nDCG@10, plain"], abs=0.05)
    assert row["nDCG@10, ours"] > 0.5
    assert "times as fast" in capsys.readouterr().out
