import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.questions.formats.detect import read_set, recognise
from eval.questions.known import SEED_QUESTIONS
from index.types import WellspringError

MakeRecord = Callable[..., dict[str, Any]]
WriteLines = Callable[..., Path]
WriteJson = Callable[[str, object], Path]
REWRITE = {"id": "w", "history": [], "question": "Who?", "rewrite": "Who built it?"}


def test_a_format_is_told_from_content_and_not_from_the_name_of_the_file(
    tmp_path: Path, record: MakeRecord, write_lines: WriteLines, write_json: WriteJson
) -> None:
    assert recognise(write_json("s.txt", {"data": []})) == "squad"
    assert recognise(write_json("m.txt", [{"query": "?", "evidence_list": []}])) == "multihop"
    assert recognise(write_lines("r.txt", record())) == "records"
    assert recognise(write_lines("w.txt", REWRITE)) == "rewrites"
    write_lines("b/corpus.jsonl")
    assert recognise(tmp_path / "b") == ""
    write_lines("b/queries.jsonl")
    assert recognise(tmp_path / "b") == "beir"


def test_anything_else_is_no_public_set(tmp_path: Path, write_json: WriteJson) -> None:
    own = write_json("own.json", {"id": "a", "question": "Who?"})
    others = (own, write_json("list.json", []), write_json("words.json", ["a"]))
    for path in (SEED_QUESTIONS, *others, tmp_path / "nowhere.json", tmp_path):
        assert recognise(path) == ""


def test_a_damaged_gzip_file_is_told_as_one_so_that_reading_it_names_what_is_wrong(
    tmp_path: Path,
) -> None:
    file = tmp_path / "bad.jsonl.gz"
    file.write_bytes(gzip.compress(b"{}" * 500)[:-9])
    assert recognise(file) == "records"
    with pytest.raises(WellspringError, match=r"bad\.jsonl\.gz: this file cannot be read.*gzipped"):
        read_set(file)


def test_what_is_no_set_is_refused_and_the_fix_is_named(
    tmp_path: Path, write_lines: WriteLines, write_json: WriteJson
) -> None:
    for path, said in (
        (tmp_path, r"no corpus\.jsonl and queries\.jsonl"),
        (tmp_path / "nowhere.json", r"nowhere\.json: this file cannot be read"),
        (write_json("bad.json", {"data": {}}), r"bad\.json: this is no SQuAD"),
        (write_lines("bad.jsonl", REWRITE), r"this file has rewrites.*Give a question file"),
    ):
        with pytest.raises(WellspringError, match=said):
            read_set(path)


def test_a_line_that_is_not_json_is_named(record: MakeRecord, write_lines: WriteLines) -> None:
    file = write_lines("bad.jsonl", record())
    with file.open("a") as more:
        more.write("{broken\n")
    with pytest.raises(WellspringError, match=r"bad\.jsonl:2: this line is not JSON.*Repair"):
        read_set(file)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.json").write_bytes('{"data": ["caf\xe9"]}'.encode("latin-1"))
    with pytest.raises(WellspringError, match=r"latin\.json: this file cannot be read.*UTF-8"):
        read_set(tmp_path / "latin.json")


def test_what_a_text_file_cannot_hold_is_dropped_and_a_number_may_be_an_id(
    record: MakeRecord, write_lines: WriteLines
) -> None:
    broken = record(id=7, question="Who\x00 was it\ud83d?")
    (read,) = read_set(write_lines("set.jsonl", broken)).records
    assert (read.id, read.question) == ("7", "Who was it?")


def test_a_document_that_has_only_a_title_is_that(
    record: MakeRecord, write_lines: WriteLines
) -> None:
    passages = [{"title": " Great\nbridge ", "text": " "}, {"text": "It is long.\n"}]
    (read,) = read_set(write_lines("set.jsonl", record(passages=passages))).records
    assert read.documents == (("", "Great bridge"), ("", "It is long."))
