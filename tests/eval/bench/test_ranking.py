import json
from pathlib import Path

import pytest

from eval.bench import ranking

pytestmark = pytest.mark.usefixtures("data_dir")


def test_rankings_are_measured_for_each_leg_weight_and_size(
    small_set: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ranking.main([small_set], None, ["60,20"], tmp_path / "ranking.json")
    rows = json.loads((tmp_path / "ranking.json").read_text("utf-8"))["ranking"]
    assert {row["set"] for row in rows} == {"small", "small, 60/20 tokens"}
    ways = ("dense", "lexical", *(f"fused, lexical x {weight}" for weight in ("0.5", "1", "2")))
    assert [row["ranking"] for row in rows] == [*ways, *ways]
    assert {row["questions"] for row in rows} == {rows[0]["questions"]}
    assert rows[0]["questions"] >= 30
    for row in rows:
        assert row["hit@1"] <= row["hit@5"] <= row["hit@10"] <= 1
        assert row["mrr"] > 0.3
    figures = [(row["hit@1"], row["mrr"]) for row in rows]
    assert figures[0] != figures[1]
    assert figures[:5] != figures[5:]
    assert "ndcg@10" in capsys.readouterr().out
