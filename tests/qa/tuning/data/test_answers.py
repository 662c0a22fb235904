import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from qa.tuning.data.answers import ANSWERS, answered, answered_over
from tests.qa.tuning.data.conftest import SEVERAL

AnswersOf = Callable[[Sequence[dict[str, object]]], Path]
TEXT = "The harbour of Bergen is deep. It was opened in 1874. Ships come every day."
RECORD: dict[str, Any] = {
    "id": "harbour-1",
    "question": "When was the harbour opened?",
    "answers": ["1874"],
    "passages": [{"title": "Bergen - a town", "text": TEXT}],
    "gold": [0],
    "answerable": True,
}


def test_a_written_answer_comes_with_what_proves_it(answers_of: AnswersOf) -> None:
    [pair] = answered([RECORD], answers_of([RECORD]))
    assert (pair.question, pair.title) == ("When was the harbour opened?", "Bergen")
    assert (pair.answer, pair.wrong) == ("harbour-1 opened.", "harbour-1 burnt.")
    assert pair.sentences == ["It was opened in 1874."]
    assert pair.short == "1874"


def test_a_record_without_a_written_answer_is_left_out(answers_of: AnswersOf) -> None:
    assert list(answered([{**RECORD, "id": "other"}], answers_of([RECORD]))) == []


def test_an_answer_of_the_record_itself_counts_too(answers_of: AnswersOf) -> None:
    own = {**RECORD, "id": "other", "answer": "It opened in 1874."}
    [pair] = answered([own], answers_of([RECORD]))
    assert (pair.answer, pair.wrong) == ("It opened in 1874.", "")


def test_a_follow_up_gets_the_words_that_it_points_back_to(answers_of: AnswersOf) -> None:
    history = [
        {"role": "user", "text": "How deep is the harbour of Bergen?"},
        {"role": "assistant", "text": "Deep."},
    ]
    follow_up = {**RECORD, "question": "When was it opened?", "history": history}
    [pair] = answered([follow_up], answers_of([RECORD]))
    assert pair.question.startswith("When was it opened?")
    assert "Bergen" in pair.question


def test_an_answer_that_no_passage_holds_has_nothing_to_prove_it(answers_of: AnswersOf) -> None:
    for change in ({"answers": ["1901"]}, {"gold": [], "evidence": ""}):
        assert list(answered([{**RECORD, **change}], answers_of([RECORD]))) == []


def test_a_very_long_sentence_is_not_answered_from(answers_of: AnswersOf) -> None:
    long = "It was opened in 1874 " + "and again " * 40 + "closed."
    record = {**RECORD, "passages": [{"title": "", "text": long}]}
    assert list(answered([record], answers_of([RECORD]))) == []


def test_several_pieces_of_evidence_are_read_together(
    answers_of: AnswersOf,
) -> None:
    [pair] = answered([SEVERAL], answers_of([SEVERAL]))
    assert pair.text == "Bergen: It is of 1070. Lenn: It is of 1874."
    assert pair.sentences == ["Bergen: It is of 1070.", "Lenn: It is of 1874."]
    assert pair.gold == (0, 1)
    assert pair.title == ""


def test_evidence_without_a_title_stands_as_it_is(answers_of: AnswersOf) -> None:
    [pair] = answered([{**SEVERAL, "passages": [], "gold": []}], answers_of([SEVERAL]))
    assert pair.text == "It is of 1070. It is of 1874."


def test_written_answers_are_kept_apart_for_measuring_by_their_title(
    answers_of: AnswersOf,
) -> None:
    many = [
        {**RECORD, "id": f"b-{n}", "passages": [{"title": f"Town {n}", "text": TEXT}]}
        for n in range(200)
    ]
    held = [pair.held_out for pair in answered(many, answers_of(many))]
    assert 5 < sum(held) < 40


def test_the_written_answers_are_whole() -> None:
    rows = [
        json.loads(line) for line in gzip.decompress(ANSWERS.read_bytes()).decode().splitlines()
    ]
    assert len({row["id"] for row in rows}) == len(rows) > 12_000
    assert all(row["answer"].strip() and row["answer"] != row.get("wrong") for row in rows)
    assert sum("wrong" in row for row in rows) > 7_000


def test_answers_over_short_texts_come_with_the_sentence_that_settles(tmp_path: Path) -> None:
    file = tmp_path / "written.jsonl"
    table = "| Town | Year |\n|---|---|\n| Lenn | 1874 |"
    answer = [
        "answered",
        "When was it opened?",
        "1874",
        "It was opened in 1874.",
        "In 1875.",
        "value",
    ]
    lines = [
        {"title": "Bergen - a town", "text": TEXT, "q": [answer, ["near", "Who opened it?"]]},
        {"title": "", "text": table, "q": [answer]},
        {"title": "", "text": "Nothing of it.", "q": [answer]},
    ]
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    [pair] = answered_over([], [file])
    assert (pair.title, pair.short, pair.answer) == ("Bergen", "1874", "It was opened in 1874.")
    assert pair.sentences == ["It was opened in 1874."]
    assert pair.contradicts
