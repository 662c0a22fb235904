import json
from pathlib import Path

import pytest
import typer

from eval.bench.clients import Reply, Run, differing, main, summarize


def test_many_clients_get_the_answers_that_each_gets_alone_though_some_are_refused_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended:
        main(16, 8, 2, 4, tmp_path / "clients.json")
    result = json.loads((tmp_path / "clients.json").read_text("utf-8"))
    assert ended.value.exit_code == 0, result["differing"]
    assert {"commit", "machine", "libraries", "date"} <= set(result)
    found = result["summary"]["8 clients"]
    assert (found["questions"], found["equal"], found["differing"]) == (16, 16, 0)
    assert found["largest difference of confidence"] < 1e-3
    assert (
        found["refused (503)"] >= found["of these questions, answered after all"] > 0
    )  # two are in the models, two of one address wait
    assert result["summary"]["one by one"]["refused (503)"] == 0
    assert "questions per second" in capsys.readouterr().out


def reply(id: str, said: str, seconds: float = 1.0, refused: int = 0) -> Reply:
    return Reply(id, [said], 0.9, refused, seconds)


def test_another_answer_is_named_and_counted() -> None:
    alone = [reply("a", "one"), reply("b", "two")]
    together = [reply("b", "three", 3.0, refused=2), reply("a", "one", 2.0)]
    assert differing(alone, together) == ["b"]
    figures = summarize(Run(tuple(alone), 2.0), Run(tuple(together), 4.0))
    assert (
        figures["equal"],
        figures["differing"],
        figures["refused (503)"],
        figures["questions per second"],
    ) == (1, 1, 2, 0.5)
    assert (figures["p50, ms"], figures["of these questions, answered after all"]) == (2500, 1)
