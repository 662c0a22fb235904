import json
from pathlib import Path

import pytest

from eval.bench import embedding, ranking


def test_rankings_are_measured_for_each_leg_weight_and_size(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ranking.main(["almanac"], 20, ["100,20"], tmp_path / "ranking.json")
    rows = json.loads((tmp_path / "ranking.json").read_text("utf-8"))["ranking"]
    assert {row["set"] for row in rows} == {"almanac", "almanac, 100/20 tokens"}
    assert [row["ranking"] for row in rows[:5]] == [
        "dense",
        "lexical",
        *(f"fused, lexical x {weight}" for weight in ("0.5", "1", "2")),
    ]
    assert all(
        row["hit@1"] <= row["hit@5"] <= row["hit@10"] <= 1 and row["mrr"] > 0.3 for row in rows
    )
    assert rows[0]["hit@1"] != rows[1]["hit@1"] or rows[0]["mrr"] != rows[1]["mrr"]
    assert "ndcg@10" in capsys.readouterr().out


def test_embedding_is_measured_against_plain_encoding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    embedding.main(["almanac"], 10, 1, tmp_path / "embedding.json")
    (row,) = json.loads((tmp_path / "embedding.json").read_text("utf-8"))["embedding"]
    assert row["passages/s, plain"] > 0
    assert row["nDCG@10, ours"] == pytest.approx(row["nDCG@10, plain"], abs=0.05)
    assert "times as fast" in capsys.readouterr().out
