import pytest

from qa.writing.comparing.apart import time_apart


@pytest.mark.parametrize(
    ("answers", "length"),
    [
        (["in June 2019", "January 2020"], "7 months"),
        (["January 2020", "in June 2019"], "7 months"),
        (["1874", "1876"], "2 years"),
        (["May 2018", "July 2020"], "2 years 2 months"),
        (["3 May 2024", "3 June 2024"], "31 days"),
        (["3 May 2024", "20 August 2024"], "3 months 17 days, 109 days"),
        (["15 June 2019", "January 2020"], "7 months"),
        (["1874", "3 May 1876"], "2 years"),
    ],
)
def test_the_time_between_two_dates_is_told_as_far_as_both_tell_it(
    answers: list[str], length: str
) -> None:
    assert time_apart(answers).startswith(f"Apart: {length} (")


def test_the_earlier_date_is_named_first() -> None:
    assert time_apart(["2020.", "in 2019"]) == "Apart: 1 year (in 2019 to 2020)."


@pytest.mark.parametrize(
    "answers",
    [[], ["2019"], ["December 2019", "2020"], ["2019", "2019"], ["2019 or 2020", "2021"],
     ["May", "June 2019"], ["30 February 2019", "2021"], ["seven", "2020"]],
)  # fmt: skip
def test_no_time_is_told_where_a_date_is_missing_or_unclear(answers: list[str]) -> None:
    assert time_apart(answers) == ""
