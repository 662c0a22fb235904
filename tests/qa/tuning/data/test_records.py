import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from index.types import WellspringError
from qa.tuning.data.records import (
    answer_in,
    home_of,
    locate,
    read_lines,
    read_records,
    span_in,
    turns_of,
)
from qa.types import Turn

RECORD: dict[str, Any] = {
    "question": "When was the bridge opened?",
    "answers": ["1874"],
    "passages": [{"title": "Bridge", "text": "It is long. It was opened in 1874."}],
    "gold": [0],
    "answerable": True,
}


def write(file: Path, *records: object) -> Path:
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    packed = file.suffix == ".gz"
    file.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    return file


@pytest.mark.parametrize("name", ["r.jsonl", "r.jsonl.gz"])
def test_records_are_read_gzipped_or_plain_with_all_that_they_hold(
    tmp_path: Path, name: str
) -> None:
    file = write(tmp_path / name, RECORD, {**RECORD, "id": "b"})
    assert read_records([file]) == [RECORD, {**RECORD, "id": "b"}]


def test_the_records_of_several_files_follow_each_other(tmp_path: Path) -> None:
    files = [write(tmp_path / f"{name}.jsonl", {**RECORD, "id": name}) for name in "ab"]
    assert [record["id"] for record in read_records(files)] == ["a", "b"]


def test_only_a_line_without_passages_is_completed(tmp_path: Path) -> None:
    given: list[dict[str, Any]] = []

    def complete(line: dict[str, Any]) -> dict[str, Any]:
        given.append(line)
        return {**RECORD, "id": "completed"}

    file = write(tmp_path / "r.jsonl", RECORD, {"question": "How long?"})
    assert [record.get("id") for record in read_records([file], complete)] == [None, "completed"]
    assert given == [{"question": "How long?"}]


def test_a_written_answer_over_sentences_is_a_record_without_passages(tmp_path: Path) -> None:
    line = {"question": "Who?", "short_answers": ["Ada"], "evidence": ["Ada did."], "id": "w"}
    (record,) = read_records([write(tmp_path / "r.jsonl", line)])
    assert (record["answers"], record["passages"], record["gold"]) == (["Ada"], [], [])
    assert record["evidence"] == ["Ada did."]


def test_unusual_separators_inside_a_text_do_not_end_its_line(tmp_path: Path) -> None:
    text = "One.\u2028Two.\x85Three.\x0cFour."
    record = {**RECORD, "passages": [{"title": "", "text": text}]}
    for name in ("r.jsonl", "r.jsonl.gz"):
        (read,) = read_records([write(tmp_path / name, record)])
        assert read["passages"][0]["text"] == text


def test_lines_may_end_as_windows_ends_them_and_empty_ones_say_nothing(tmp_path: Path) -> None:
    line = json.dumps(RECORD)
    (tmp_path / "r.jsonl").write_bytes(f"{line}\r\n\r\n{line}\r\n\n".encode())
    assert read_records([tmp_path / "r.jsonl"]) == [RECORD, RECORD]
    (tmp_path / "empty.jsonl").write_bytes(b"")
    assert read_lines(tmp_path / "empty.jsonl") == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "JSONDecodeError"),
        ("[]", "list instead of an object"),
        ("null", "NoneType instead of an object"),
        ('{"question": "x"}', "KeyError"),
        ('{"question": "x", "passages": []}', "KeyError('answers')"),
    ],
)
def test_a_broken_line_is_named_with_its_number(tmp_path: Path, line: str, fault: str) -> None:
    file = tmp_path / "r.jsonl"
    file.write_text(f"{json.dumps(RECORD)}\n\n{line}\n", "utf-8")
    with pytest.raises(WellspringError) as broken:
        read_records([file])
    assert broken.value.code == "bad_record"
    assert broken.value.message.startswith(f"{file}:3 is no question record (")
    assert fault in broken.value.message


def test_a_file_that_is_cut_off_or_no_text_is_told(tmp_path: Path) -> None:
    whole = write(tmp_path / "whole.jsonl.gz", *[RECORD] * 50).read_bytes()
    faults = {
        "cut.jsonl.gz": whole[:-30],
        "harmed.jsonl.gz": whole[:30] + bytes(20) + whole[50:],
        "plain.jsonl.gz": json.dumps(RECORD).encode(),
        "latin.jsonl": "Straße".encode("latin-1"),
    }
    for name, data in faults.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(WellspringError, match=rf"{name} cannot be read .* whole file of JSON"):
            read_records([tmp_path / name])


def test_the_home_of_a_record_is_the_first_gold_passage_that_holds_an_answer() -> None:
    texts = ["It was opened in 1874.", "It leads to Lenn.", "OPENED IN 1874, they say."]
    record = {**RECORD, "passages": [{"title": "", "text": text} for text in texts]}
    assert home_of({**record, "gold": [1, 2]}) == 2
    assert home_of({**record, "gold": [1]}) == 1
    assert home_of({**record, "gold": [2, 0], "answers": ["", "1874"]}) == 2


def test_an_answer_is_found_in_the_sentence_most_like_the_question() -> None:
    text = "In 1874 it rained. The bridge was opened in 1874. It was 18745 m."
    span = locate("When was the bridge opened?", text, ["1874"])
    assert span is not None
    assert span[0] == text.index("1874", 10)
    assert locate("When?", text, ["874"]) is None


def test_the_supporting_sentence_outweighs_likeness() -> None:
    text = "The bridge was opened in 1874. Nobody came in 1874."
    asked = "When was the bridge opened?"
    assert locate(asked, text, ["1874"]) == (text.index("1874"), text.index("1874") + 4)
    span = locate(asked, text, ["1874"], evidence="Nobody came in 1874.")
    assert span == (text.rindex("1874"), text.rindex("1874") + 4)
    supported = {**RECORD, "evidence": "Nobody came in 1874."}
    assert span_in(supported, text) == span


def test_answers_are_looked_for_in_their_order_and_blank_ones_not_at_all() -> None:
    text = "It was opened by Ada in 1874."
    assert locate("Who?", text, ["  ", "Bert", " Ada ", "1874"]) == (17, 20)
    assert locate("Who?", text, ["", " "]) is None


def test_an_answer_comes_with_its_sentence() -> None:
    text = RECORD["passages"][0]["text"]
    found = answer_in(RECORD, text)
    assert found is not None
    spans, home, (start, end) = found
    assert text[slice(*spans[home])] == "It was opened in 1874."
    assert text[start:end] == "1874"
    assert answer_in(RECORD, "It was opened last year.") is None


def test_messages_become_turns() -> None:
    history = [
        {"role": "user", "text": "Who is Per?"},
        {"role": "assistant", "text": "A mayor."},
        {"role": "user", "text": "Where?"},
    ]
    assert turns_of(history) == [Turn("Who is Per?", "A mayor."), Turn("Where?", "")]


def test_an_answer_before_any_question_is_of_nobody() -> None:
    assert turns_of([{"role": "assistant", "text": "Welcome."}]) == []
    assert turns_of([]) == []
