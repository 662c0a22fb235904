"""What `wellspring tune` refuses before it loads a model."""

import gzip
import json
from pathlib import Path

import pytest

from tests.qa.cli.conftest import Say

RECORD = {
    "question": "When was the bridge opened?",
    "answers": ["1874"],
    "passages": [{"title": "Bridge", "text": "The bridge was opened in 1874."}],
    "gold": [0],
    "answerable": True,
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "records.jsonl"
    file.write_text(json.dumps(RECORD) + "\n", "utf-8")
    return file


@pytest.mark.parametrize("command", ["reader", "generator", "kinds"])
def test_a_missing_file_is_named(say: Say, data: Path, command: str) -> None:
    refused = say("tune", command, str(data), "none.jsonl")
    assert refused.code == 1
    assert refused.err == "There is no file 'none.jsonl'. Give files of question records.\n"


def test_a_missing_file_to_check_on_is_named_before_training(say: Say, data: Path) -> None:
    refused = say("tune", "reader", str(data), "--check", "none.jsonl")
    assert refused.code == 1
    assert "There is no file 'none.jsonl'" in refused.err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "records.jsonl:2 is no question record (JSONDecodeError"),
        ("[1, 2]", "records.jsonl:2 is no question record"),
        ('{"passages": []}', "records.jsonl:2 is no question record (KeyError('question'))"),
    ],
)
def test_a_broken_record_is_named_by_its_line(say: Say, data: Path, line: str, told: str) -> None:
    data.write_text(f"{json.dumps(RECORD)}\n{line}\n", "utf-8")
    refused = say("tune", "reader", str(data))
    assert refused.code == 1
    assert told in refused.err
    assert "wellspring tune reader --help" in refused.err


def test_a_file_that_is_cut_off_is_told(say: Say, data: Path) -> None:
    whole = gzip.compress(data.read_bytes() * 50)
    cut = data.with_suffix(".jsonl.gz")
    cut.write_bytes(whole[:-20])
    refused = say("tune", "generator", str(cut))
    assert refused.code == 1
    assert "records.jsonl.gz cannot be read" in refused.err
    assert "Give a whole file of JSON lines in UTF-8." in refused.err


def test_records_without_written_answers_teach_a_generator_nothing(say: Say, data: Path) -> None:
    refused = say("tune", "generator", str(data))
    assert refused.code == 1
    assert "None of the records has a written answer to learn from." in refused.err
    assert '`"answer": "..."`' in refused.err


def test_a_question_without_passages_needs_an_index(
    say: Say, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WELLSPRING_EMBEDDER", "someone/some-embedder")  # which nobody loads
    line = {"question": "How long?", "answers": [["5 m"]], "evidence": [], "answerable": True}
    data.write_text(json.dumps(line) + "\n", "utf-8")
    refused = say("tune", "reader", str(data))
    assert refused.code == 1
    assert "wellspring index FOLDER" in refused.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--keep", "0.5"), "--keep keeps a share of the weights that --start names"),
        (("--keep", "0.5", "--rank", "64"), "it does not go with --rank"),
        (("--keep", "1.5"), "Invalid value for '--keep'"),
        (("--epochs", "0"), "Invalid value for '--epochs'"),
        (("--rank", "-1"), "Invalid value for '--rank'"),
        (("--rate", "fast"), "Invalid value for '--rate'"),
    ],
)
def test_options_that_do_not_fit_are_wrong_usage(
    say: Say, data: Path, options: tuple[str, ...], told: str
) -> None:
    refused = say("tune", "reader", str(data), *options)
    assert refused.code == 2
    assert told in refused.err


def test_tune_alone_shows_its_two_commands(say: Say) -> None:
    shown = say("tune")
    assert "reader" in shown.out + shown.err
    assert "generator" in shown.out + shown.err


def test_a_base_that_is_no_model_is_told_before_training(
    say: Say, data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data.write_text(json.dumps({**RECORD, "answer": "It was opened in 1874."}) + "\n", "utf-8")
    monkeypatch.setenv("WELLSPRING_GENERATOR", str(tmp_path))
    refused = say("tune", "generator", str(data))
    assert refused.code == 1
    assert "is no folder with a model.safetensors to tune an adapter for." in refused.err
