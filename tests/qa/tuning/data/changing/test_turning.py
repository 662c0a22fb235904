import pytest

from qa.tuning.data.changing.turning import as_question


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("The mill was built in 1874.", "Was the mill built in 1874?"),
        ("Chopin was born in Poland", "Was Chopin born in Poland?"),
        ("Some of the ferries have been sold.", "Have some of the ferries been sold?"),
        ("Visitors can park free.", "Can Visitors park free?"),
    ],
)
def test_a_verb_changes_places_with_its_subject(statement: str, question: str) -> None:
    assert as_question(statement) == question


@pytest.mark.parametrize(
    "statement",
    [
        "The mill burned down.",  # no verb that moves
        "The man who was born there left.",  # the verb of a clause
        "In 1874, the mill was built.",
        "The mill was not built in 1874.",
        "The mill was built in 1874, but burned down.",
        "",
    ],
)
def test_other_statements_are_left_alone(statement: str) -> None:
    assert as_question(statement) == ""
