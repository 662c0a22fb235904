from typing import Any

import pytest

from eval.reporting.compare import compare, flips, gate, good
from index.types import WellspringError

SLOW = dict.fromkeys(("retrieve", "evidence", "first_token", "generate", "total"), 900)


@pytest.fixture
def before(make_row: Any, make_result: Any) -> Any:
    return make_result(
        *(make_row(n) for n in range(20)),
        *(make_row(n, "unanswerable", "declined") for n in range(20, 40)),
    )


def test_the_same_run_is_the_same(before: Any) -> None:
    assert {change.verdict for change in compare(before, before)} == {"same"}
    assert flips(before, before) == []
    assert gate(before, before) == []


def test_a_worse_run_is_named_and_shuts_the_gate(
    before: Any, make_row: Any, make_result: Any
) -> None:
    worse = make_result(
        *(make_row(n, *(["wrong"] if n < 8 else [])) for n in range(20)),
        *(make_row(n, "unanswerable", *(["declined"] if n > 27 else [])) for n in range(20, 40)),
    )
    verdicts = {change.figure: change.verdict for change in compare(worse, before)}
    assert (
        verdicts["right"],
        verdicts["declined_unanswerable"],
        verdicts["citation_precision"],
    ) == ("worse", "worse", "worse")
    assert len(flips(worse, before)) == 16
    assert [reason.split(" fell")[0] for reason in gate(worse, before)] == [
        "right",
        "declined_unanswerable",
        "citation_precision",
    ]


def test_one_wrong_answer_is_within_the_interval(
    before: Any, make_row: Any, make_result: Any
) -> None:
    one = make_result(make_row(0, "wrong"), *before.rows[1:])
    assert gate(one, before) == []
    assert [new.id for new, _ in flips(one, before)] == ["q-000"]


def test_one_unsupported_number_shuts_the_gate(
    before: Any, make_row: Any, make_result: Any
) -> None:
    loose = make_result(make_row(0, unsupported=("7%",)), *before.rows[1:])
    assert gate(loose, before) == ["q-000 states 7%, which its quotes lack"]


def test_runs_of_other_questions_are_not_compared(
    before: Any, make_row: Any, make_result: Any
) -> None:
    for other in (
        make_result(*before.rows[1:]),
        make_result(make_row(0, question="How wide is it?"), *before.rows[1:]),
    ):
        with pytest.raises(WellspringError, match="other questions"):
            compare(other, before)


def test_a_figure_that_no_question_has_in_both_runs_is_left_out(
    make_row: Any, make_result: Any
) -> None:
    run = make_result(make_row(1, "unanswerable", "declined"))
    assert {change.figure for change in compare(run, run)} == {
        *("declined_unanswerable", "unsupported", "total_ms")
    }


def test_a_figure_falls_where_less_is_better(before: Any, make_row: Any, make_result: Any) -> None:
    declined = make_result(*(make_row(n, "declined") for n in range(20)), *before.rows[20:])
    found = {change.figure: change for change in compare(declined, before)}
    assert (found["declined_answerable"].before, found["declined_answerable"].after) == (0.0, 1.0)
    assert found["declined_answerable"].verdict == "worse"
    assert compare(before, declined)[2].verdict == "better"
    slower = make_result(*(make_row(n, timings_ms=SLOW) for n in range(20)), *before.rows[20:])
    assert {c.figure: c.verdict for c in compare(slower, before)}["total_ms"] == "worse"


@pytest.mark.parametrize(
    ("what", "fields", "expected"),
    [
        ((), {}, True),
        (("wrong",), {}, False),
        (("declined",), {"held_back": True}, False),
        (("unanswerable",), {"right": True}, False),
        (("unanswerable", "declined"), {}, True),
    ],
)
def test_a_row_is_as_it_should_be_when_right_or_declined_where_the_articles_do_not_say(
    make_row: Any, what: tuple[str, ...], fields: dict[str, Any], expected: bool
) -> None:
    assert good(make_row(1, *what, **fields)) is expected
