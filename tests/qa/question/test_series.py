from decimal import Decimal

import pytest

from qa.question.series import Bound, OverSeries, Task, of_any, over_series, without_periods
from qa.text.periods import periods


@pytest.mark.parametrize(
    ("question", "task", "asked"),
    [
        (
            "In which month did the ice rink have the most visitors?",
            Task.MOST,
            "How many visitors did the ice rink have?",
        ),
        (
            "Which week had the fewest complaints?",
            Task.LEAST,
            "How many complaints were there?",
        ),
        ("In which quarter was income lowest?", Task.LEAST, "What was income?"),
        (
            "In which year was the boat launched most often?",
            Task.MOST,
            "How many times was the boat launched?",
        ),
        ("When were the most plots let?", Task.MOST, "How many plots were let?"),
        (
            "What was the highest number of launches in a year?",
            Task.MOST,
            "How many launches were there?",
        ),
        (
            "How many boats were landed in total in all weeks?",
            Task.SUM,
            "How many boats were landed?",
        ),
        (
            "What was the average number of boxes per week?",
            Task.AVERAGE,
            "What was the boxes?",
        ),
        ("Who were the harbour masters?", Task.VALUES, "Who was the harbour masters?"),
        ("List all chairs of the club.", Task.VALUES, "Who was the chairs of the club?"),
    ],
)
def test_what_is_asked_over_a_series_asks_each_article_one_thing(
    question: str, task: Task, asked: str
) -> None:
    assert over_series(question, dated=False) == OverSeries(task, asked)


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("In how many months were there more than 5,000 visitors?", Bound("above", Decimal(5000))),
        ("Which months had no accidents?", Bound("none", Decimal(0))),
        ("In which month did at least 40 boats land?", Bound("least", Decimal(40))),
        ("In how many weeks did fewer than 12 boats land?", Bound("below", Decimal(12))),
    ],
)
def test_a_bound_is_read(question: str, bound: Bound) -> None:
    found = over_series(question, dated=False)
    assert found
    assert (found.task, found.bound) == (Task.MEETING, bound)


def test_a_bound_holds_for_what_keeps_to_it() -> None:
    kept = {
        name: [n for n in (3, 4, 5) if Bound(name, Decimal(4)).holds(Decimal(n))]
        for name in ("above", "below", "least", "most", "exact", "none")
    }
    assert kept == {
        "above": [5],
        "below": [3],
        "least": [4, 5],
        "most": [3, 4],
        "exact": [4],
        "none": [4],
    }


@pytest.mark.parametrize(
    ("question", "task", "asked"),
    [
        (
            "Compare the number of accidents in May and June 2023.",
            Task.EACH,
            "What was the number of accidents?",
        ),
        (
            "By how much did the costs rise from 2020 to 2021?",
            Task.DIFFERENCE,
            "What was the costs?",
        ),
        (
            "How many more visitors came in July than in June 2023?",
            Task.DIFFERENCE,
            "how many visitors came?",
        ),
        (
            "Were there more visitors in May or in June 2023?",
            Task.MOST,
            "How many visitors Were there?",
        ),
        ("In 2022, how many plots were let?", Task.EACH, "how many plots were let?"),
    ],
)
def test_what_names_several_periods_asks_each_of_them(
    question: str, task: Task, asked: str
) -> None:
    bare = without_periods(question, periods(question))
    assert over_series(bare, dated=True) == OverSeries(task, asked)


@pytest.mark.parametrize(
    "question",
    [
        "When was the station founded?",
        "In which year was the church built?",
        "What is the highest tower?",
        "How many seats does the hall have?",
        "Why was the mill closed?",
        "Who is the mayor?",
    ],
)
def test_a_fact_is_asked_of_no_series(question: str) -> None:
    assert over_series(question, dated=False) is None


def test_a_person_or_an_amount_may_be_told_for_each_article() -> None:
    who = of_any("Who was the duty manager?")
    assert who == OverSeries(Task.VALUES, "Who was the duty manager?")
    amount = of_any("How many visitors came?")
    assert amount == OverSeries(Task.EACH, "How many visitors came?")
    assert of_any("Where is the rink?") is None
