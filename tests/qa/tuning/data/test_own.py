import json
from pathlib import Path

import pytest

from index.ranking.search import Index
from index.types import WellspringError
from qa.tuning.data.examples import examples
from qa.tuning.data.own import as_record
from qa.tuning.data.records import read_records

QUESTIONS = Path(__file__).parents[4] / "eval" / "questions" / "seeds.jsonl"
LINES = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]


def test_a_known_question_becomes_a_record_with_the_passages_that_the_search_finds(
    index: Index,
) -> None:
    line = next(line for line in LINES if line["answerable"] and len(line["evidence"]) == 1)
    record = as_record(line, index)
    assert record["gold"] == [0]
    assert line["evidence"][0]["text"] in record["passages"][0]["text"]
    assert len(record["passages"]) == 4
    assert not any(
        line["evidence"][0]["text"] in passage["text"] for passage in record["passages"][1:]
    )


def test_a_question_file_trains_like_records(index: Index, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in LINES[:12]), "utf-8")
    records = read_records([file], lambda line: as_record(line, index))
    assert len(records) == 12
    assert any(example.gold for example in examples(records, seed=0))


def test_evidence_that_no_article_holds_is_named(index: Index) -> None:
    line = {**LINES[0], "evidence": [{"article": "none.txt", "text": "No article says this."}]}
    with pytest.raises(WellspringError, match=r"none\.txt"):
        as_record(line, index)
