"""Rows made by hand, for the tests of summaries and comparisons."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from eval.reporting.summary import summarize
from eval.types import Result, Row

MakeRow = Callable[..., Row]
MakeResult = Callable[..., Result]

GOOD = Row(
    id="q",
    kind="number",
    split="dev",
    question="How long is it?",
    answerable=True,
    answered=True,
    right=True,
    answer="It is 5 m. [1]",
    answers=(("5 m",),),
    confidence=0.9,
    items=1.0,
    exact=0.0,
    f1=0.5,
    cited=1.0,
    precise=1.0,
    unsupported=(),
    quotes=("It is 5 m.",),
    gold=("It is 5 m.",),
    gold_ranks=(1,),
    fault="",
    timings_ms={"retrieve": 10, "evidence": 50, "first_token": 90, "generate": 200, "total": 260},
)
WRONG: dict[str, Any] = {
    "right": False,
    "items": 0.0,
    "cited": 0.0,
    "precise": 0.0,
    "confidence": 0.4,
}
DECLINED: dict[str, Any] = {
    **WRONG,
    "answered": False,
    "answer": "The articles do not say.",
    "quotes": (),
}
UNANSWERABLE: dict[str, Any] = {
    "kind": "near-miss",
    "answerable": False,
    "right": False,
    "answers": (),
    "gold": (),
    "gold_ranks": (),
}


@pytest.fixture
def make_row() -> MakeRow:
    """Make a row: a right answer, changed by names and by fields.

    The names are "wrong", "declined" and "unanswerable".
    """
    changes = {"wrong": WRONG, "declined": DECLINED, "unanswerable": UNANSWERABLE}

    def make(number: int, *what: str, **fields: Any) -> Row:
        row = replace(GOOD, id=f"q-{number:03}")
        for name in what:
            row = replace(row, **changes[name])
        return replace(row, **fields)

    return make


@pytest.fixture
def make_result() -> MakeResult:
    def make(*rows: Row) -> Result:
        return Result({"set": "made by hand"}, summarize(rows), rows)

    return make


@pytest.fixture
def rows(make_row: MakeRow) -> tuple[Row, ...]:
    """Ten answerable questions (six right, two wrong, two declined), five others (one answered)."""
    return (
        *(make_row(n) for n in range(6)),
        *(make_row(n, "wrong") for n in range(6, 8)),
        *(make_row(n, "declined") for n in range(8, 10)),
        *(make_row(n, "unanswerable", "declined", confidence=0.1) for n in range(10, 14)),
        make_row(14, "unanswerable", confidence=0.6),
    )
