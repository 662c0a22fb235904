import pytest

from eval.bench.questions.kinds import confusion, label_of, shares
from eval.types import Question
from qa.question.kinds import Kind


@pytest.mark.parametrize(
    ("kind", "asks", "label"),
    [
        ("why", "", Kind.WHY),
        ("number", "", Kind.FACT),
        ("comparison", "fact", Kind.FACT),
        ("near-miss", "", None),
    ],
)
def test_a_question_is_labelled_by_what_its_words_tell(
    kind: str, asks: str, label: Kind | None
) -> None:
    asked = Question("1", "Why?", kind, "dev", True, (("x",),), (), asks=asks)
    assert label_of(asked) is label


TOLD = [(Kind.WHY, Kind.WHY), (Kind.WHY, Kind.HOW), (Kind.FACT, Kind.FACT)]


def test_each_kind_has_its_share() -> None:
    rows = shares(TOLD)
    assert [(row["kind"], row["questions"], row["told right"]) for row in rows] == [
        ("fact", 1, 1.0),
        ("why", 2, 0.5),
        ("all", 3, pytest.approx(2 / 3)),
    ]


def test_what_is_taken_for_something_else_is_counted() -> None:
    assert confusion(TOLD) == [{"is": "why", "taken for": "how", "times": 1}]
