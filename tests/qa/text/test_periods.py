import pytest

from qa.text.periods import Period, period_of_name, periods, without


@pytest.mark.parametrize(
    ("name", "told", "words"),
    [
        ("2023-01", "January 2023", ()),
        ("ice-rink_jan_2023", "January 2023", ("ice", "rink")),
        ("greenhill_2022-Q1", "first quarter 2022", ("greenhill",)),
        ("wk15_2024", "week 15, 2024", ()),
        ("minutes_14-january-2023", "14 January 2023", ("minutes",)),
        ("memo_12.06.2023", "12 June 2023", ("memo",)),
        ("log 20230114", "14 January 2023", ("log",)),
        ("report_march", "March", ("report",)),
        ("Annual report 2018/19", "2018", ("annual", "report")),
        ("Harbour log, week 11, 2024", "week 11, 2024", ("harbour", "log")),
        ("Minutes of the 88th assembly", "no. 88", ("minutes", "of", "the", "assembly")),
    ],
)
def test_a_name_tells_a_period_and_words_beside_it(
    name: str, told: str, words: tuple[str, ...]
) -> None:
    period, beside = period_of_name(name)
    assert (period.told(), beside) == (told, words)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many came in March 2023?", ["March 2023"]),
        ("Compare the accidents in May and June 2023.", ["May", "June 2023"]),
        ("How many plots were let in the third quarter of 2022?", ["third quarter 2022"]),
        ("how many boats came in week 14", ["week 14"]),
        ("who sat in the chair in february 2023", ["February 2023"]),
        ("Who marched on 3 May 2024 at 12:30?", ["3 May 2024"]),
        ("May they march? They may.", []),
    ],
)
def test_a_question_names_periods(question: str, told: list[str]) -> None:
    found = periods(question)
    assert [item.period.told() for item in found] == told
    assert not periods(without(question, found))


def test_a_period_lies_in_each_that_it_tells_more_of() -> None:
    day = Period(2024, month=5, day=3)
    for other in (Period(2024), Period(2024, month=5), Period(month=5), Period(2024, quarter=2)):
        assert day.within(other)
        assert not other.within(day)
    assert not day.within(Period(2023))
    assert not day.within(Period(2024, quarter=3))


def test_periods_are_in_order() -> None:
    named = ["2023-Q1", "2022-12", "2022-Q4", "2022-11-30", "2022"]
    found = [period_of_name(name)[0] for name in named]
    order = sorted(found, key=lambda period: period.order)
    assert [period.told() for period in order] == [
        "2022",
        "30 November 2022",
        "December 2022",
        "fourth quarter 2022",
        "first quarter 2023",
    ]
