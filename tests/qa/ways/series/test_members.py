from collections.abc import Callable, Mapping

import pytest

from qa.text.periods import periods
from qa.ways.catalogue.view import View
from qa.ways.series.members import of_periods, says_when, series_for

Seen = Callable[[Mapping[str, str]], View]
SAYS = "The rink counted {n} visitors."
BY_NAME = {
    f"2023-0{n}.md": f"# Report of the rink\n\nPeriod: {month} 2023\n\n{SAYS.format(n=n)}\n"
    for n, month in ((1, "January"), (2, "February"), (3, "March"))
}
BY_TITLE = {
    f"{name}.txt": f"Rink report, week {n}, 2024\n\n{SAYS.format(n=n)}\n"
    for n, name in ((11, "c"), (12, "a"), (13, "b"))
}
BY_NAME_ALONE = {
    f"news_{year}-Q1.txt": f"{title}\n\n{SAYS.format(n=year)}\n"
    for year, title in ((2022, "Spring is late"), (2023, "The new cooling plant"))
}
BY_HEAD = {
    f"{name}.txt": f"Minutes of the rink\n\nDate: {date}\n\n{SAYS.format(n=7)}\n"
    for name, date in (("a", "4 May 2024"), ("b", "4 March 2024"))
}
BY_FOLDER = {
    f"{year}/{month}.txt": f"Report of the rink\n\n{SAYS.format(n=month)}\n"
    for year, month in ((2022, 12), (2023, "01"))
}
BY_NAME_WITH_NUMBER = {
    f"Bulletin {n} - 2024-03-0{n}.txt": f"Bulletin no. {n}\n\n{SAYS.format(n=n)}\n" for n in (4, 5)
}
OTHER = {
    f"{name}.md": f"# The {name} of the plant\n\nThe {name} of the plant was built in 1999.\n"
    for name in ("tower", "pump", "cellar", "roof")
}


def told(view: View, question: str) -> list[str]:
    return [member.period.told() for member in series_for(view, question)]


@pytest.mark.parametrize(
    ("files", "periods_told"),
    [
        (BY_NAME, ["January 2023", "February 2023", "March 2023"]),
        (BY_TITLE, ["week 11, 2024", "week 12, 2024", "week 13, 2024"]),
        (BY_NAME_ALONE, ["first quarter 2022", "first quarter 2023"]),
        (BY_FOLDER, ["December 2022", "January 2023"]),
        (BY_NAME_WITH_NUMBER, ["4 March 2024", "5 March 2024"]),
        (BY_HEAD, ["4 March 2024", "4 May 2024"]),
    ],
)
def test_articles_that_are_alike_but_for_a_period_are_a_series(
    seen: Seen, files: dict[str, str], periods_told: list[str]
) -> None:
    assert told(seen(files), "How many visitors had the rink counted?") == periods_told


def test_a_question_about_other_articles_is_about_no_series(seen: Seen) -> None:
    question = "When was the tower of the plant built?"
    assert told(seen(BY_NAME | OTHER), question) == []


@pytest.mark.parametrize(
    ("question", "run", "named"),
    [
        ("in January and March 2023", False, ["January 2023", "March 2023"]),
        ("from January to March 2023", True, ["January 2023", "February 2023", "March 2023"]),
        ("in the first quarter of 2023", False, ["January 2023", "February 2023", "March 2023"]),
        ("in February", False, ["February 2023"]),
        ("in February and in June 2023", False, []),
        ("in 2021", False, []),
    ],
)
def test_the_articles_of_named_periods_are_meant(
    seen: Seen, question: str, run: bool, named: list[str]
) -> None:
    members = series_for(seen(BY_NAME), "How many visitors had the rink counted?")
    found = of_periods(members, periods(question), run=run)
    assert [member.period.told() for member in found] == named


def test_the_line_that_tells_the_period_is_known(seen: Seen) -> None:
    members = series_for(seen(BY_NAME), "How many visitors had the rink counted?")
    assert [line.text for line in says_when(members[0])] == ["Period: January 2023"]


def test_a_period_that_only_the_name_of_the_file_tells_has_no_line(seen: Seen) -> None:
    members = series_for(seen(BY_NAME_ALONE), "How many visitors had the rink counted?")
    assert [says_when(member) for member in members] == [[], []]
