"""What `wellspring eval` refuses before it asks anything; no model is loaded for that."""

import json
from pathlib import Path

import pytest

from tests.qa.cli.conftest import Say

QUESTION = {
    "id": "a",
    "question": "How long is it?",
    "kind": "number",
    "split": "dev",
    "answerable": True,
    "answers": [["5 m"]],
    "evidence": [{"article": "bridge.txt", "text": "It is 5 m long."}],
}


@pytest.fixture(autouse=True)
def no_embedder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name an embedder that nobody loads."""
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "someone/some-embedder")


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps(QUESTION) + "\n", "utf-8")
    return file


@pytest.mark.parametrize(
    "other", [("--compare", "a.json"), ("--gate", "a.json"), ("--url", "http://127.0.0.1:9")]
)
def test_ablate_prints_a_table_of_its_own(say: Say, other: tuple[str, str]) -> None:
    refused = say("eval", "--ablate", *other)
    assert refused.code == 2
    assert "--ablate prints a table of its own; leave out --compare, --gate," in refused.err


@pytest.mark.parametrize("file", ["--out", "--html"])
def test_ablate_writes_no_file(say: Say, tmp_path: Path, file: str) -> None:
    assert say("eval", "--ablate", file, str(tmp_path / "result")).code == 2
    assert list(tmp_path.glob("result*")) == []


def test_a_gate_compares_too(say: Say) -> None:
    refused = say("eval", "--gate", "a.json", "--compare", "b.json")
    assert refused.code == 2
    assert "--gate compares too; leave out --compare." in refused.err


@pytest.mark.parametrize("option", ["--gate", "--compare"])
@pytest.mark.parametrize("text", [None, "{", '{"rows": []}', "[]"])
def test_a_file_that_is_no_result_is_told_before_anything_is_asked(
    say: Say, tmp_path: Path, option: str, text: str | None
) -> None:
    before = tmp_path / "before.json"
    if text is not None:
        before.write_text(text, "utf-8")
    refused = say("eval", option, str(before))
    assert refused.code == 1
    assert f"{before} is no eval result" in refused.err
    assert "wellspring eval --out" in refused.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--set", "/nowhere/x.jsonl"), "There is no question set '/nowhere/x.jsonl'."),
        (("--kind", "riddle"), "There is no kind 'riddle'. The kinds are number, date,"),
        (("--split", "train"), "There is no split 'train'. The splits are dev and test."),
    ],
)
def test_a_set_kind_or_split_that_is_not_known_is_told_with_the_known_ones(
    say: Say, options: tuple[str, ...], told: str
) -> None:
    refused = say("eval", *options)
    assert refused.code == 1
    assert told in refused.err


@pytest.mark.parametrize("command", [("eval",), ("eval", "calibrate")])
def test_own_questions_need_an_index_or_a_folder(
    say: Say, questions: Path, command: tuple[str, ...]
) -> None:
    refused = say(*command, "--set", str(questions))
    assert refused.code == 1
    assert "wellspring index FOLDER" in refused.err


def test_questions_of_one_split_are_what_a_threshold_is_chosen_on(
    say: Say, questions: Path
) -> None:
    questions.write_text(json.dumps({**QUESTION, "split": "test"}) + "\n", "utf-8")
    refused = say("eval", "calibrate", "--set", str(questions))
    assert refused.code == 1
    assert "has no such question" in refused.err


def test_a_broken_question_is_named_by_its_line(say: Say, questions: Path) -> None:
    questions.write_text(f"{json.dumps(QUESTION)}\nnot JSON\n", "utf-8")
    refused = say("eval", "--set", str(questions))
    assert refused.code == 1
    assert f"{questions}:2: this line is not JSON" in refused.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--limit", "0"), "Invalid value for '--limit'"),
        (("calibrate", "--error", "2"), "Invalid value for '--error'"),
        (("new", "articles", "--count", "0"), "Invalid value for '--count'"),
        (("new",), "Missing argument"),
    ],
)
def test_numbers_out_of_range_are_wrong_usage(
    say: Say, options: tuple[str, ...], told: str
) -> None:
    refused = say("eval", *options)
    assert refused.code == 2
    assert told in refused.err
