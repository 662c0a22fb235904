import json
from pathlib import Path

from qa.tuning.data.records import Record, read_records
from qa.tuning.data.rewording import rewording_drafts

STEPS: Record = {
    "question": "Which is longer, the pier or the bridge?",
    "steps": ["length of the pier", "length of the bridge", "which is highest of #1 , #2"],
}
FOLLOW_UP: Record = {
    "question": "And when was it built?",
    "history": [
        {"role": "user", "text": "Who built the pier?"},
        {"role": "assistant", "text": "Anna Holm."},
    ],
    "rewrite": "When was the pier built?",
}
UNTOLD: Record = {**FOLLOW_UP, "needs_title": True, "rewrite": "When was the Lenn pier built?"}
FIRST: Record = {**FOLLOW_UP, "history": [], "rewrite": "And when was it built?"}


def drafts(*records: Record) -> list[tuple[str, str]]:
    both = [
        *rewording_drafts(records, 10, 0),
        *rewording_drafts(records, 10, 0, held_out=True),
    ]
    return [(draft.prompt, draft.target) for draft in both]


def test_a_question_is_taken_apart_into_its_steps() -> None:
    [(prompt, target)] = drafts(STEPS)
    assert STEPS["question"] in prompt
    assert target == " length of the pier; length of the bridge; which is highest of #1 , #2"


def test_a_follow_up_is_put_in_full_from_the_turns_before_it() -> None:
    [(prompt, target)] = drafts(FOLLOW_UP)
    assert "Who built the pier? Anna Holm." in prompt
    assert target == " When was the pier built?"


def test_what_cannot_be_told_from_the_turns_is_left_out() -> None:
    assert drafts(UNTOLD, FIRST) == []


def test_no_more_than_are_wanted_are_drawn() -> None:
    assert len(rewording_drafts([STEPS] * 30, 3, 0)) in (0, 3)


def test_such_records_are_read_beside_those_with_passages(tmp_path: Path) -> None:
    file = tmp_path / "mixed.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in (STEPS, FOLLOW_UP)), "utf-8")
    assert [(record["passages"], record["answerable"]) for record in read_records([file])] == [
        ([], False),
        ([], False),
    ]
