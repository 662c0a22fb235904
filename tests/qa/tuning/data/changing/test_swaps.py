import pytest

from qa.tuning.data.changing.swaps import CHANGED, MONTHS


def test_a_year_has_its_months_in_order() -> None:
    assert len(set(MONTHS)) == 12
    assert (MONTHS[0], MONTHS[4], MONTHS[-1]) == ("January", "May", "December")


@pytest.mark.parametrize("kind", CHANGED)
def test_each_pair_has_two_sides_that_differ_and_stands_once(kind: str) -> None:
    pairs = [tuple(pair.split("=")) for pair in CHANGED[kind]]
    assert all(len(pair) == 2 and pair[0] and pair[0] != pair[1] for pair in pairs)
    assert len(set(pairs)) == len(pairs)
