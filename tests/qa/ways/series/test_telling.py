"""What the articles of a series tell together, each by the words of its one sentence."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from qa.question.series.asked import Bound, OverSeries, Task
from qa.types import Evidence, Found
from qa.ways.catalogue.view import View
from qa.ways.series.figures import figure_in, told_by_each, told_by_some, told_by_words, value_in
from qa.ways.series.members import Member, series_for
from qa.ways.series.telling import together

Seen = Callable[[Mapping[str, str]], View]
TOLD = {
    "January": (212, "3", "Ode Varga"),
    "February": (305, "no", "Ode Varga"),
    "March": (188, "1", "Ode Varga"),
    "April": (330, "2", "Lin Tabor"),
}
LOGS = {
    f"log-2023-0{number}.md": f"# Harbour log, {month} 2023\n\nOf the boats {boats} came home. "
    f"The takings were £{boats * 10:,}. There were {hurt} accidents.\n\nHarbour master: {who}\n"
    for number, (month, (boats, hurt, who)) in enumerate(TOLD.items(), 1)
}


@pytest.fixture
def logs(seen: Seen) -> list[Member]:
    return series_for(seen(LOGS), "How many boats came home, says the harbour log?")


def nobody(question: str, member: Member) -> Found | None:
    """Read nothing: the words have to tell it."""
    return None


def said(logs: list[Member], asked: OverSeries) -> list[str]:
    place = value_in if asked.task is Task.VALUES else figure_in
    told = told_by_each(logs, asked.asked, place, nobody)
    return [statement.text for statement in together(asked, told, logs)]


def test_the_greatest_and_the_least_figure_are_told_with_their_period(logs: list[Member]) -> None:
    asked = "How many boats came home?"
    these = "of the 4 articles from January 2023 to April 2023."
    assert said(logs, OverSeries(Task.MOST, asked)) == [
        "April 2023: Of the boats 330 came home.",
        f"It is the highest figure {these}",
    ]
    assert said(logs, OverSeries(Task.LEAST, asked))[0] == "March 2023: Of the boats 188 came home."


def test_no_accidents_are_fewer_than_one(logs: list[Member]) -> None:
    asked = OverSeries(Task.LEAST, "How many accidents were there?")
    assert said(logs, asked)[0] == "February 2023: There were no accidents."


def test_sums_and_averages_show_their_operands_and_their_unit(logs: list[Member]) -> None:
    these = "in the 4 articles from January 2023 to April 2023."
    assert said(logs, OverSeries(Task.SUM, "What were the takings?")) == [
        f"The sum is £10,350 (£2,120 + £3,050 + £1,880 + £3,300), {these}"
    ]
    assert said(logs, OverSeries(Task.AVERAGE, "How many boats came home?")) == [
        f"The average is 258.75 = (212 + 305 + 188 + 330) / 4, {these}"
    ]


def test_two_figures_are_told_with_their_difference(logs: list[Member]) -> None:
    assert said(logs[:2], OverSeries(Task.DIFFERENCE, "What were the takings?")) == [
        "The difference is £930 (£3,050 − £2,120).",
        "January 2023: The takings were £2,120.",
        "February 2023: The takings were £3,050.",
    ]


def test_those_that_keep_to_a_bound_are_counted_and_listed(logs: list[Member]) -> None:
    bound = Bound("below", Decimal(213))
    assert said(logs, OverSeries(Task.MEETING, "How many boats came home?", bound)) == [
        "2 of the 4 articles from January 2023 to April 2023:",
        "- January 2023: Of the boats 212 came home.",
        "- March 2023: Of the boats 188 came home.",
    ]


def test_each_name_is_told_once_with_its_periods(logs: list[Member]) -> None:
    assert said(logs, OverSeries(Task.VALUES, "Who was the harbour master?")) == [
        "- Ode Varga (January 2023, February 2023, March 2023)",
        "- Lin Tabor (April 2023)",
    ]


def test_articles_that_say_something_are_counted(logs: list[Member]) -> None:
    asked = OverSeries(Task.HOLDING, "was Lin Tabor the harbour master")
    told = told_by_some(logs, asked.asked)
    assert [statement.text for statement in together(asked, told, logs)] == [
        "1 of the 4 articles from January 2023 to April 2023:",
        "- April 2023: Harbour master: Lin Tabor",
    ]


def test_the_first_and_the_last_article_that_says_something_is_told(logs: list[Member]) -> None:
    told = told_by_some(logs, "Ode Varga, harbour master")
    these = "of 3 among the 4 articles from January 2023 to April 2023."
    for task, month in ((Task.FIRST, "January"), (Task.LAST, "March")):
        first, of_all = together(OverSeries(task, "was Ode Varga"), told, logs)
        assert first.text == f"{month} 2023: Harbour master: Ode Varga"
        assert of_all.text == f"It is the {task.name.lower()} {these}"


def test_the_sum_over_a_span_is_told(logs: list[Member]) -> None:
    asked = OverSeries(Task.SPAN, "How many boats came home?")
    assert said(logs, asked)[-1].startswith("The sum is 1,035 (")


def test_what_was_on_one_day_is_not_added_up(seen: Seen) -> None:
    clubs = {
        f"club-{year}.md": f"# The club in {year}\n\nAt the end of May {number} members paid.\n"
        for year, number in ((2021, 41), (2022, 42))
    }
    members = series_for(seen(clubs), "How many members of the club paid?")
    told = said(members, OverSeries(Task.SPAN, "How many members paid?"))
    assert [line[:5] for line in told] == ["2021:", "2022:"]


def test_a_statement_cites_each_figure_and_the_line_of_its_period(logs: list[Member]) -> None:
    asked = OverSeries(Task.MOST, "How many boats came home?")
    told = told_by_each(logs, asked.asked, figure_in, nobody)
    first, of_all = together(asked, told, logs)
    assert [item.text for item in first.proof] == [
        "Of the boats 330 came home.",
        "# Harbour log, April 2023",
    ]
    assert [item.source for item in of_all.proof] == [member.article.source for member in logs]


def test_what_one_article_does_not_tell_is_read_and_else_named(seen: Seen) -> None:
    other = "# Harbour log, May 2023\n\nWe saw 250 vessels return.\n"
    members = series_for(seen(LOGS | {"log-2023-05.md": other}), "How many boats came home?")
    asked = OverSeries(Task.SUM, "How many boats came home?")
    told = told_by_each(members, asked.asked, figure_in, nobody)
    assert together(asked, told, members)[-1].text == "Nothing was found for May 2023."

    def reads(question: str, member: Member) -> Found | None:
        start = member.article.text.index("We saw")
        home = member.article.id, member.article.title, member.article.source
        text = member.article.text[start:].strip()
        evidence = Evidence(text, *home, start, start + len(text), text, 0.8)
        return Found(evidence, answer="250", answer_at=text.index("250"))

    told = told_by_each(members, asked.asked, figure_in, reads)
    assert together(asked, told, members)[0].text.startswith("The sum is 1,285 (")


def test_what_too_few_articles_tell_is_not_reckoned_with(logs: list[Member]) -> None:
    assert told_by_each(logs, "How many seals were seen?", figure_in, nobody) == []


def test_a_sentence_with_several_figures_tells_none_for_sure(seen: Seen) -> None:
    files = {
        f"log-2023-0{n}.md": f"# Harbour log 0{n}/2023\n\nThe catch was 30 boxes, 12 boxes more.\n"
        for n in (1, 2)
    }
    members = series_for(seen(files), "How much was the catch?")
    assert told_by_words(members[0], "How much was the catch?", figure_in) is None
