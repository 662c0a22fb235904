import pytest

from qa.question.comparing.operations import Operation
from qa.question.forms import Form, what_is_asked
from qa.question.kinds import Kind


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("List all towns that have a harbour.", Form.ALL),
        ("Which articles mention the ferry?", Form.ALL),
        ("Is the mill older or the church?", Form.COMPARISON),
        ("How do the two floods differ?", Form.COMPARISON),
        ("Why was the mill closed?", Form.SEVERAL),
        ("Which ferries stop at Lenn?", Form.SEVERAL),
        ("What did the town build?", Form.OPEN),
        ("When was the bridge opened?", Form.FACT),
        ("", Form.FACT),
    ],
)
def test_a_question_has_one_form(question: str, form: Form) -> None:
    assert what_is_asked(question).form is form


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (Kind.WHY, Form.SEVERAL),
        (Kind.LIST, Form.SEVERAL),
        (Kind.COMPARISON, Form.FACT),  # no words of the question compare
        (Kind.DEFINITION, Form.FACT),
    ],
)
def test_a_kind_that_wants_several_things_tells_the_form(kind: Kind, form: Form) -> None:
    asked = what_is_asked("How many masks went to the towns?", kind)
    assert (asked.kind, asked.form) == (kind, form)


def test_a_comparison_may_want_a_whole_sentence_too() -> None:
    assert what_is_asked("How do the two floods differ?").whole
    assert not what_is_asked("Which is longer, the bridge or the pier?").whole


def test_what_is_to_be_computed_is_told_apart() -> None:
    assert what_is_asked("By how much did it grow?").operation is Operation.DIFFERENCE
    assert what_is_asked("How many boats are there in total?").operation is Operation.SUM
    assert what_is_asked("How many boats are there?").operation is None
