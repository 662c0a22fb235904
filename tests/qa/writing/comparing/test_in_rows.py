import pytest

from qa.question.forms import what_is_asked
from qa.question.kinds import Kind
from qa.types import Evidence
from qa.writing.comparing.in_rows import compared_cells, reckoned

HEADS = "| Bird | 2018 | 2023 | Change |"
ROW = "| Kittiwake | 3,310 | 2,480 | -25% |"
FARES, ADULT = "| Ticket | Orrin | Skarva |", "| Adult | £20.50 | £26.30 |"


@pytest.mark.parametrize(
    ("question", "row", "heads", "cells"),
    [
        ("How many pairs were lost between the counts?", ROW, HEADS, ["3,310", "2,480"]),
        ("How much dearer is Skarva than Orrin for an adult?", ADULT, FARES, ["£20.50", "£26.30"]),
        ("How much do I save with an adult return to Orrin?", ADULT, FARES, []),
        ("How many were there?", "| Sites | 1 | 2 | 3 |", "", []),
        ("How many were there?", "There were 3,310 in 2018 and 2,480 in 2023.", "", []),
    ],
)
def test_two_cells_of_one_thing_are_held_against_each_other(
    question: str, row: str, heads: str, cells: list[str]
) -> None:
    assert compared_cells(question, row, heads) == cells


def at(text: str) -> Evidence:
    return Evidence(text, "a", "Census", "c.md", 0, len(text), text, 1.0)


def test_their_difference_is_told_with_both() -> None:
    question = "How many kittiwake pairs were lost between the two counts?"
    [said] = reckoned(what_is_asked(question, Kind.COMPARISON), question, at(ROW), at(HEADS))
    assert said.text == "The difference is 830 (3,310 − 2,480)."
    assert said.proof == (at(ROW),)
    assert reckoned(what_is_asked(question), question, at(ROW), at(HEADS)) == []
