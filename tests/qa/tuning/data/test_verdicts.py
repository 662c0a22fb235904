import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from qa.tuning.data.records import read_lines
from qa.tuning.data.verdicts import Judged, Most, judged
from qa.tuning.data.written.texts import WRITTEN, is_held_out

TEXT = "The mill at Lenn was built in 1874. It has four floors. Nobody works there now."
MILL: dict[str, Any] = {
    "id": "m1",
    "question": "Was the mill built in 1874?",
    "answers": ["yes"],
    "passages": [{"title": "Lenn", "text": TEXT}],
    "gold": [0],
    "answerable": True,
}
PIER: dict[str, Any] = {**MILL, "id": "m2", "question": "When was it built?", "answers": ["1874"]}
KEPT = next(title for n in range(99) if is_held_out(title := f"Kept {n}", ""))
LINES: list[dict[str, Any]] = [
    {"title": KEPT, "text": "kept to measure on", "q": [["near", "Who?"]]},
    {
        "id": "m2",
        "passage": 0,
        "start": 0,
        "end": 35,
        "q": [["no", "Was it built in 1875?", "1874"]],
    },
    {"title": "Pier", "text": "It is long.", "q": [["unsure", "Is it new?"], ["answered", "How?"]]},
    {"id": "elsewhere", "passage": 0, "start": 0, "end": 5, "q": [["yes", "Is it?"]]},
]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    file = tmp_path / "verdicts.jsonl"
    file.write_text("\n".join(map(json.dumps, LINES)), "utf-8")
    return file


def told(made: list[Judged]) -> set[tuple[str, bool, bool | None]]:
    return {(item.text, item.settled, item.yes) for item in made}


def test_written_questions_stand_over_their_text_or_a_part_of_a_passage(written: Path) -> None:
    learnt, kept = judged([PIER], Most(0), 0, [written])
    assert told(learnt) == {
        ("The mill at Lenn was built in 1874.", True, False),
        ("It is long.", False, None),
        ("It is long.", True, None),
    }
    assert [item.text for item in kept] == ["kept to measure on"]
    proofs = {item.text: item.proof for item in learnt}
    assert proofs == {"The mill at Lenn was built in 1874.": (30, 34), "It is long.": None}


def test_a_record_adds_its_question_for_yes_or_no(written: Path) -> None:
    learnt, _ = judged([MILL], Most(0), 0, [written])
    assert (TEXT, True, True) in told(learnt)


def test_windows_of_records_are_drawn_up_to_a_number(written: Path) -> None:
    none, _ = judged([PIER], Most(0), 0, [written])
    some, _ = judged([PIER], Most(5), 0, [written])
    assert len(none) < len(some) <= len(none) + 5


def test_of_the_older_written_questions_so_many_are_learnt_and_all_of_the_last_file(
    written: Path, tmp_path: Path
) -> None:
    newest = tmp_path / "newest.jsonl"
    asked = [["yes", "Is there a kiosk?"], ["no", "Is the kiosk shut?"]]
    newest.write_text(json.dumps({"title": "Pier", "text": "The kiosk is open.", "q": asked}))
    learnt, _ = judged([PIER], Most(0, questions=1), 0, [written, newest])
    assert len(learnt) == 3


def test_statements_are_proven_by_their_sentence_or_not_at_all(written: Path) -> None:
    asked = ["answered", "When did it start?", "1874", "It started in 1874.", "In 1875.", "value"]
    lines = [*LINES, {"title": "Lenn", "text": TEXT, "q": [asked]}]
    written.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    learnt, _ = judged([], Most(0, 400), 0, [written])
    said = [item for item in learnt if item.statement]
    assert {item.settled for item in said} == {True, False}
    for item in said:
        assert item.settled == (item.question == "It started in 1874.")
        proof = item.text[slice(*item.proof)] if item.proof else ""
        assert proof == ("The mill at Lenn was built in 1874." if item.settled else "")


WHETHER, SOUGHT = {"yes", "no", "unsure"}, {"answered", "near"}


def test_what_was_written_is_whole_and_of_all_labels() -> None:
    of_files = (WHETHER | SOUGHT, WHETHER | SOUGHT, SOUGHT, WHETHER)
    for file, expected in zip(WRITTEN, of_files, strict=True):
        rows = [json.loads(line) for line in read_lines(file)]
        labels = Counter(label for row in rows for label, *_ in row["q"])
        assert set(labels) == expected
        assert len(rows) >= 1500
        assert all(question.strip() for row in rows for _, question, *_ in row["q"])
        answers = [told[3:] for row in rows for told in row["q"] if len(told) > 3]
        assert all(right.strip() and right != wrong for right, wrong, _ in answers)
        assert len(answers) > 7000 or file != WRITTEN[1]
