import pytest

from qa.question.steps import Operation, Plan, plan_of

DRAWS = "Who had more draws, Cold Norton or Brackwell?"


def test_facts_and_what_is_done_with_them_are_read() -> None:
    written = "draws of Cold Norton; draws of Brackwell; which is highest of #1 , #2"
    assert plan_of(DRAWS, written) == Plan(
        ("draws of Cold Norton", "draws of Brackwell"), Operation.MOST
    )


def test_a_step_that_only_counts_an_earlier_one_is_no_fact() -> None:
    written = (
        "draws of Cold Norton; draws of Brackwell; number of #1; number of #2; "
        "difference of #3 and #4"
    )
    plan = plan_of(DRAWS, written)
    assert plan
    assert (len(plan.facts), plan.operation) == (2, Operation.DIFFERENCE)


def test_a_fact_that_needs_another_names_it() -> None:
    question = "How many pups are there on the island where Route 1 goes?"
    plan = plan_of(question, "the island where Route 1 goes; how many pups are there on #1")
    assert plan == Plan(("the island where Route 1 goes", "how many pups are there on #1"))


@pytest.mark.parametrize(
    "written",
    [
        "",
        "draws of Cold Norton",  # one fact needs no plan
        "draws of Cold Norton; draws of Stanmere; which is highest of #1 , #2",  # a strange name
        "draws of Cold Norton; draws in 1997; which is highest of #1 , #2",  # a strange number
        "the weather of yesterday; draws of Brackwell; which is highest of #1 , #2",
        "draws of Cold Norton; draws of Brackwell; which is highest of #1 , #9",
        "a; b; c; d; e; f; g; which is highest of #1 , #2",
    ],
)
def test_what_does_not_fit_the_question_is_no_plan(written: str) -> None:
    assert plan_of(DRAWS, written) is None
