import random

import pytest

from qa.question.kinds import Kind
from qa.tuning.data.kinds import as_typed, kind_of_record, labelled
from qa.tuning.data.records import Record


def record(question: str, answer: str, **more: object) -> Record:
    return {"question": question, "answers": [answer], **more}


@pytest.mark.parametrize(
    ("known", "kind"),
    [
        (record("is the mill old", "yes"), Kind.YES_NO),
        (record("When was the mill built?", "1874"), Kind.FACT),
        (record("Why was it closed?", "for lack of water and money"), Kind.WHY),
        (record("Which rivers meet there?", "the Lenn, the Marrow, and the Tarn"), Kind.LIST),
        (record("Which is longer, a or b?", "a", answer_type="comparison"), Kind.COMPARISON),
        (record("What is the mill?", "a museum"), None),  # it may ask for a definition
        (record("Which is longer?", "a"), None),
        (record("How was it built?", "of stone"), None),
        (record("When?", "1874", history=[{"role": "user", "text": "x"}]), None),
        ({"question": "Who?", "answers": []}, None),
    ],
)
def test_an_answer_tells_the_kind_of_its_question(known: Record, kind: Kind | None) -> None:
    assert kind_of_record(known) is kind


def test_written_questions_of_every_kind_are_joined_by_those_of_records() -> None:
    found = labelled([record("When was the mill of Marrow built?", "1874")], seed=0)
    assert {kind for _, kind in found} == set(Kind)
    assert ("When was the mill of Marrow built?", Kind.FACT) in found
    assert labelled([], seed=1) == labelled([], seed=1) != labelled([], seed=2)


def test_questions_are_typed_in_several_ways() -> None:
    chance = random.Random(0)
    typed = {as_typed("When was the mill built?", chance) for _ in range(60)}
    assert "when was the mill built" in typed
    assert "When was the mill built?" in typed
    assert len(typed) > 4
