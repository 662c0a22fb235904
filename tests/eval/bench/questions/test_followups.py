import json
from pathlib import Path

import pytest

from eval.bench.questions import followups
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


def rewrite(number: int, **more: object) -> dict[str, object]:
    turn = f"When was the harbour number {number} opened?"
    history = [{"role": "user", "text": turn}, {"role": "assistant", "text": "In 1874."}]
    told = {"history": history, "question": "Who opened it?"}
    return {**told, "rewrite": f"Who opened the harbour number {number}?", **more}


def measured_over(file: Path, limit: int | None) -> dict[str, float]:
    """Return the figures of the rules over a file of rewrites."""
    followups.main([str(file)], limit, None, file.with_name("out.json"))
    measured = json.loads(file.with_name("out.json").read_text("utf-8"))
    assert measured["gold_found"] == []
    (rules,) = [row for row in measured["words_shared"] if row["way"] == "rules"]
    return {name: rules[name] for name in ("questions", "recall", "precision")}


def test_a_limit_takes_rewrites_from_all_over_the_file(tmp_path: Path) -> None:
    bad = {"rewrite": "Where do the trains go?"}
    records = [rewrite(n, **(bad if n % 3 else {})) for n in range(9)]
    file = tmp_path / "follow.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    every, some = measured_over(file, None), measured_over(file, 3)
    assert (every["questions"], some["questions"]) == (9, 3)
    assert some["recall"] == pytest.approx(3 * every["recall"])
    assert some["precision"] == pytest.approx(3 * every["precision"])


def test_rewrites_that_need_the_title_of_the_article_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "follow.jsonl"
    records = [rewrite(1), rewrite(2, needs_title=True)]
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    assert measured_over(file, None)["questions"] == 1
