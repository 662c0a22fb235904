import pytest

from qa.checking.shares import counts_known, shares_known

TOLD = "Women made up 53% of the participants, and half of the 40 nurses."


@pytest.mark.parametrize(
    "draft",
    [
        "Women made up 53% of the participants.",
        "53 per cent of all participants were women.",
        "53% were women.",
        "Women made up 53% of those who took part as participants.",
        "Half of the nurses were women.",
        "A third of the rooms were free.",  # whether it is told at all is for another rule
    ],
)
def test_a_share_is_of_what_the_evidence_tells_it_of(draft: str) -> None:
    assert shares_known(draft, TOLD)


@pytest.mark.parametrize(
    "draft", ["Women made up 53% of the walking group.", "Half of the doctors were women."]
)
def test_a_share_of_another_whole_is_not_known(draft: str) -> None:
    assert not shares_known(draft, TOLD)


FARMS = "Present: 25 of 27 member farms, 40 kroner each; the Orbis 3 weighs 182 g."


@pytest.mark.parametrize(
    "draft",
    ["27 farms are members.", "Of 27 member farms 25 came.", "The Orbis 3 phone weighs 182 g."],
)
def test_a_number_counts_what_the_evidence_counts(draft: str) -> None:
    assert counts_known(draft, FARMS)


@pytest.mark.parametrize("draft", ["25 of 27 cows are kept.", "There are 27 barns."])
def test_a_number_that_counts_something_else_is_not_known(draft: str) -> None:
    assert not counts_known(draft, FARMS)
