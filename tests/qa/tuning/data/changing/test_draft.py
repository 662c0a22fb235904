import re

import pytest

from qa.tuning.data.changing.draft import cased, replaced


@pytest.mark.parametrize(
    ("new", "old", "said"),
    [
        ("fell", "Rose", "Fell"),
        ("fell", "rose", "fell"),
        ("Oslo", "rose", "Oslo"),
        ("%", "Percent", "%"),
        ("two", "3", "two"),
        ("kW", "MW", "kW"),
        ("kW", "W", "kW"),
        ("", "Million", ""),
    ],
)
def test_a_word_takes_the_capital_of_the_one_that_it_replaces(
    new: str, old: str, said: str
) -> None:
    assert cased(new, old) == said


def test_only_the_match_is_replaced() -> None:
    text = "It cost 5 euros and 5 cents."
    first, second = re.finditer("5", text)
    assert replaced(text, first, "6") == "It cost 6 euros and 5 cents."
    assert replaced(text, second, "6") == "It cost 5 euros and 6 cents."
