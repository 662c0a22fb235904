from eval.bench.statements import Seen, auc, look, shown
from qa.tuning.data.answers import Answered
from qa.wiring import Wellspring

TEXT = (
    "The bridge of Marrow was opened in 1874 by Anna Holm. "
    "It took nine years. It cost 40,000 crowns."
)
SPANS = ((0, 53), (54, 73), (74, 96))


def test_right_wrong_and_changed_answers_are_judged_over_their_sentence(well: Wellspring) -> None:
    right, wrong = (
        "Anna Holm opened the bridge of Marrow.",
        "The bridge of Marrow was opened by 40,000 people.",
    )
    pair = Answered(
        "Who opened the bridge?", "Marrow", TEXT, SPANS, (0,), "Anna Holm", right, wrong
    )
    first, second, third = look(pair, well.writer)
    assert [first.kind, second.kind, third.kind] == ["right", "wrong", "changed"]
    assert not first.breaks
    assert second.breaks
    assert first.odds > max(second.odds, third.odds)


def test_the_area_is_the_share_of_pairs_in_order() -> None:
    seen = [
        Seen("right", False, 2.0),
        Seen("right", False, 0.0),
        Seen("wrong", False, 1.0),
        Seen("changed", False, -1.0),
    ]
    assert auc(seen) == 0.75


def test_a_statement_is_shown_by_the_rules_by_the_reader_or_by_both() -> None:
    seen = [
        Seen("right", False, 9.0),
        Seen("right", True, 9.0),
        Seen("right", False, -9.0),
        Seen("right", False, 9.0),
        Seen("wrong", True, 9.0),
    ]
    right = shown(seen, "right")
    assert (right["kind"], right["statements"]) == ("right", 4)
    assert (right["rules"], right["reader"], right["both"]) == (0.75, 0.75, 0.5)
    assert shown(seen, "wrong")["both"] == 0.0
