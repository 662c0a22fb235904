import json
from pathlib import Path

import pytest

from eval.bench import followups
from index.types import WellspringError
from qa.cli.terminal import run


@pytest.mark.usefixtures("data_dir")
def test_ways_are_compared_with_rewrites_by_hand_and_by_the_gold_sentences(
    small_set: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history = [
        {"role": "user", "text": "When was the harbour of Bergen opened?"},
        {"role": "assistant", "text": "In 1874."},
    ]
    line = {
        "history": history,
        "question": "Who opened it?",
        "rewrite": "Who opened the harbour of Bergen?",
    }
    file = tmp_path / "follow.jsonl"
    file.write_text(json.dumps(line) + "\n", "utf-8")
    followups.main([str(file), small_set], None, None, tmp_path / "out.json")
    measured = json.loads((tmp_path / "out.json").read_text("utf-8"))
    recall = {row["way"]: row["recall"] for row in measured["words_shared"]}
    assert recall["as it is"] == pytest.approx(1 / 3)  # "opened" of opened, harbour, Bergen
    assert recall["rules"] == 1
    assert {row["way"] for row in measured["gold_found"]} == {"as it is", "rules"}
    assert {row["questions"] for row in measured["gold_found"]} == {4}
    assert "among five" in capsys.readouterr().out


@pytest.mark.usefixtures("data_dir")
def test_a_file_without_follow_ups_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "none.jsonl"
    file.write_text(
        json.dumps({"history": [], "question": "Who?", "rewrite": "Who?"}) + "\n", "utf-8"
    )
    with pytest.raises(SystemExit):
        run(lambda: followups.main([str(file)]))
    assert "has no rewrite with a history" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"history": [], "question": "Who?"}', '"a question"', "7"]
)
def test_a_line_that_is_no_rewrite_is_named(tmp_path: Path, line: str) -> None:
    good = json.dumps({"history": [], "question": "Who?", "rewrite": "Who?"})
    file = tmp_path / "follow.jsonl"
    file.write_text(f"{good}\n{line}\n", "utf-8")
    with pytest.raises(WellspringError, match=r"follow\.jsonl:2 is no rewrite record"):
        followups.read_rewrites(file)
