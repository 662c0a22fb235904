from decimal import Decimal

import pytest

from qa.question.comparing.operations import Operation
from qa.question.forms import what_is_asked
from qa.question.kinds import Kind
from qa.writing.comparing.arithmetic import computed, written
from qa.writing.comparing.operands import units


@pytest.mark.parametrize(
    ("question", "quotes", "expected"),
    [
        (
            "By how many people did it shrink?",
            ["It dropped from 4.52 million at the end of 2015 to 240,000 in 2019."],
            "The difference is 4.28 million (4.52 million − 240,000).",
        ),
        (
            "How many more villages has A than B?",
            ["A has 252 villages.", "B has 1,921 villages."],
            "The difference is 1,669 villages (1,921 − 252).",
        ),
        (
            "How much higher is the rate?",
            ["It rose from 3.2% to 4.75%."],
            "The difference is 1.55 percentage points (4.75% − 3.2%).",
        ),
        (
            "By how much did it fall?",
            ["From 2015 to 2019 it fell from 81 to 66 boats."],
            "The difference is 15 (81 − 66).",
        ),
        (
            "How many villages in total?",
            ["A has 252 villages.", "B has 1,921 villages."],
            "The sum is 2,173 villages (1,921 + 252).",
        ),
    ],
)
def test_a_difference_or_sum_is_shown_with_its_operands(
    question: str, quotes: list[str], expected: str
) -> None:
    assert computed(what_is_asked(question).operation, quotes) == expected


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("How many villages has A?", ["A has 252 villages.", "B has 1,921 villages."]),
        ("By how much did it grow?", ["It grew by 5% to 20 tonnes."]),
        ("By how much did it grow?", ["It grew from 5 to 8 and then to 9 tonnes."]),
        ("By how much did it grow?", ["It grew by 3 from 5 to 8 tonnes."]),
        (
            "How much did it cost in total?",
            ["The work cost £2.84 million, more than the first estimate of £2.1 million."],
        ),
        ("By how much did the pressure drop?", ["It fell by 2.6 and 1.1 mmHg respectively."]),
        ("By how much did it grow?", ["It grew by 3 tonnes in 5 months."]),
        ("By how much did it grow?", ["It grew from 5 to 8 million tonnes."]),
        ("By how much did it grow?", ["It rose by 1.5% to 4.75%."]),
        ("How much more is it?", ["A has 252 boats.", "B has 1,921 tonnes."]),
        ("By how much did it grow?", ["Between 2015 and 2019 it grew by 12 tonnes."]),
    ],
)
def test_nothing_is_computed_where_the_quotes_leave_a_doubt(
    question: str, quotes: list[str]
) -> None:
    assert computed(what_is_asked(question).operation, quotes) == ""


def test_numbers_are_written_with_their_scale() -> None:
    assert written(Decimal("4280000")) == "4.28 million"
    assert written(Decimal("25412000000")) == "25.412 billion"
    assert written(Decimal("1669.50")) == "1,669.5"


@pytest.mark.parametrize(
    "quotes",
    [
        [],
        ["A has 252 villages."],
        ["A has 252 villages.", "B has 1,921 boats."],
        ["A has 252.", "B has 1,921."],
        ["A has 252 villages.", "B has 1,921 villages, 1,669 more."],
        ["A has 5%.", "B has 8 villages."],
        ["A has 252 villages.", "B has 252 villages."],
    ],
)
def test_no_difference_without_two_numbers_of_one_unit(quotes: list[str]) -> None:
    assert computed(Operation.DIFFERENCE, quotes) == ""


def test_a_currency_may_stand_before_the_ends_of_a_change() -> None:
    quote = "It fell from RMB 81 to RMB 66 a day."
    assert computed(Operation.DIFFERENCE, [quote]) == "The difference is RMB 15 (RMB 81 − RMB 66)."


def test_the_ends_of_a_change_have_no_sum() -> None:
    assert computed(Operation.SUM, ["It fell from 81 to 66 boats."]) == ""


def test_nothing_is_computed_that_was_not_asked_for() -> None:
    quotes = ["A has 252 villages.", "B has 1,921 villages."]
    for operation in (None, Operation.MOST):
        assert computed(operation, quotes, compares=True) == ""


def test_both_ends_of_a_range_are_numbers() -> None:
    assert units("5 to 8 boats and 3 crews") == {"boats", "crews"}
    assert units("in May 2019") == set()


def test_units_are_the_words_behind_the_numbers() -> None:
    assert units("240 metres and 5%") == {"metres", "%"}


@pytest.mark.parametrize(
    ("question", "quote", "expected"),
    [
        (
            "How many more villages have gear than a branch?",
            "There are branches in 252 villages, 1,921 villages have gear, and 100% have a bus.",
            "The difference is 1,669 villages (1,921 − 252).",
        ),
        (
            "What is the gap between the two goals?",
            "It strives for 6 billion yuan, and hopes for 10 billion yuan.",
            "The difference is 4 billion yuan (10 billion − 6 billion).",
        ),
        ("How many more is it?", "It has 252 villages, 1,921 villages and 3 villages.", ""),
        ("How many more is it?", "It has 19 and 1,921.", ""),
        ("How many more is it?", "Galleries 3 and 7 hold the porcelain and the bronzes.", ""),
        ("How much lower is it?", "Its rates are 1 to 3.5 percentage points lower.", ""),
        ("What is the difference?", "A pass costs £5 a month. It is £45 a year.", ""),
        (
            "How many fewer is that?",
            "Along 24 km of tracks hares numbered 133, compared with 313 in 2016.",
            "The difference is 180 (313 − 133).",
        ),
        (
            "What is the price gap?",
            "Cost: Marrowby £93,400 for its 11 arches; Selside £94,300 for its ten",
            "The difference is £900 (£94,300 − £93,400).",
        ),
        (
            "What are both worth, taken together?",
            "They gave CNY 17.5 billion in money, and materials of CNY 211 million worth.",
            "The sum is CNY 17.711 billion (CNY 17.5 billion + CNY 211 million).",
        ),
        (
            "How many more loaves is it?",
            "It bakes 640 rye loaves on a weekday and 1,150 on a Friday.",
            "The difference is 510 (1,150 − 640).",
        ),
        ("How many villages is it?", "It has 252 villages and 1,921 villages.", ""),
    ],
)
def test_a_question_that_compares_may_find_both_operands_in_one_quote(
    question: str, quote: str, expected: str
) -> None:
    operation = what_is_asked(question, Kind.COMPARISON).operation
    assert computed(operation, [quote], compares=True) == expected
    assert computed(operation, [quote]) == ""


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            ["CNY 103.1 million", "CNY 80.8 million"],
            "The difference is CNY 22.3 million (CNY 103.1 million − CNY 80.8 million).",
        ),
        (["4.52 million", "240,000"], "The difference is 4.28 million (4.52 million − 240,000)."),
        (["CNY 12.18 billion", "17"], ""),
        (["£3", "3 tonnes"], ""),
        (["6,402", "19"], ""),  # of what?
        (["31", "54"], "The difference is 23 (54 − 31)."),
    ],
)
def test_the_answers_of_two_sides_are_reckoned_in_one_measure(
    answers: list[str], expected: str
) -> None:
    assert computed(Operation.DIFFERENCE, answers, compares=True) == expected


def test_what_looks_like_a_year_counts_where_the_same_is_counted_beside_it() -> None:
    quote = "There were branches in 252 villages, and 1921 villages had a machine in 2019."
    told = computed(Operation.DIFFERENCE, [quote], compares=True)
    assert told == "The difference is 1,669 villages (1921 − 252)."
