from typing import Any

import pytest

from eval.measuring.calibration import counted, is_right


@pytest.mark.parametrize(
    ("what", "fields", "right"),
    [
        ((), {}, True),
        (("wrong",), {}, False),
        (("declined",), {"held_back": True}, True),
        (("declined",), {"held_back": False}, False),
        (("declined",), {"held_back": None}, False),
        (("unanswerable",), {}, False),
        (("unanswerable",), {"right": True}, False),
        (("unanswerable", "declined"), {}, False),
    ],
)
def test_an_answer_is_right_whether_it_is_shown_or_held_back(
    make_row: Any, what: tuple[str, ...], fields: dict[str, Any], right: bool
) -> None:
    assert is_right(make_row(1, *what, **fields)) is right


def test_all_questions_count_where_the_answers_held_back_are_known(make_row: Any) -> None:
    rows = [
        make_row(1),
        make_row(2, "declined", held_back=False),
        make_row(3, "unanswerable", "declined"),
    ]
    assert counted(rows) == rows
    assert counted(rows[2:]) == rows[2:]


def test_only_answered_questions_count_where_one_answer_held_back_is_unknown(
    make_row: Any,
) -> None:
    known = [make_row(1), make_row(2, "wrong"), make_row(3, "unanswerable")]
    declined = [
        make_row(4, "declined"),
        make_row(5, "declined", held_back=True),
        make_row(6, "unanswerable", "declined"),
    ]
    assert counted([*known, *declined]) == known
    assert counted(declined) == []
