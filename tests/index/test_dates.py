import time

import pytest

from index.dates import Date, dates, readings_of


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2024",
        "May 3rd, 2024",
        "03.05.2024",
        "2024-05-03",
        "the 3rd of May, 2024",
        "2024年5月3日",
        "3. Mai 2024",
        "3 mai 2024",
        "2024.05.03",
        "2024 年 5 月 3 日",
        "3 de mayo de 2024",
    ],
)
def test_a_date_is_one_in_all_its_forms(text: str) -> None:
    assert [found.what for found in dates(f"It came on {text}.")] == [Date(2024, 5, 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May 2024 it rained.", [Date(2024, 5)]),
        ("In 2024 it rained.", [Date(2024)]),
        ("on 22–24 March 1947", [Date(1947, 3, 22, 24)]),
        ("in 2022–23", [Date(2022, last=2023)]),
        ("in 1914-18 and 2011-12", [Date(1914, last=1918), Date(2011, last=2012)]),
        ("the season of 1999–00", [Date(1999, last=2000)]),
        ("in 2024-05", [Date(2024, 5)]),
        ("in 2024/01 or 2024-00", [Date(2024, 1), Date(2024)]),
        ("at 06:40 and 6:32 p.m.", [400, 1112]),
        ("2,024 boats and 2024.5 tonnes", []),
        ("It may rain.", []),
        ("founded in 1142", [Date(1142)]),
    ],
)
def test_what_is_told_of_a_date_is_read(text: str, expected: list[object]) -> None:
    assert [found.what for found in dates(text)] == expected


def test_a_date_of_two_small_numbers_is_only_itself() -> None:
    [found] = dates("on 03/05/2024")
    assert isinstance(found.what, Date)
    assert not found.what.covers(Date(2024, 5, 3))
    assert not found.what.covers(Date(2024, 3, 5))
    assert found.what.covers(found.what)
    assert [f.what for f in dates("on 13/05/2024")] == [Date(2024, 5, 13)]


def test_a_date_covers_what_says_less() -> None:
    assert Date(2024, 5, 3).covers(Date(2024, 5))
    assert Date(2024, 5, 3).covers(Date(2024))
    assert not Date(2024, 5).covers(Date(2024, 5, 3))
    assert not Date(2018, last=2019).covers(Date(2018))


@pytest.mark.parametrize(
    ("text", "day_and_month"),
    [
        ("03/05/2024, after 25/12/2023", (3, 5)),
        ("12/25/2023, then 03/05/2024", (5, 3)),
        ("03/05/2024, 25.12.2023", (0, 0)),  # who writes dots tells nothing of slashes
        ("03/05/2024, 12/25/2023, 25/12/2023", (0, 0)),
    ],
)
def test_the_other_dates_of_a_text_tell_what_stands_first(
    text: str, day_and_month: tuple[int, int]
) -> None:
    first = {found.what for found in dates(text)} - {Date(2023, 12, 25)}
    assert {(date.day, date.month) for date in first if isinstance(date, Date)} == {day_and_month}
    [alone] = dates("03/05/2024", text)
    assert alone.what in first


def test_both_readings_of_an_unsure_date_are_known() -> None:
    assert readings_of("03/05/2024") == [Date(2024, 5, 3), Date(2024, 3, 5)]


@pytest.mark.parametrize(
    "written", ["03/05/2024 ", "3 May ", "May 3, ", "2024-05 ", "12:30 ", "1 "]
)
def test_a_long_text_of_dates_is_read_in_time(written: str) -> None:
    text = written * (100_000 // len(written))
    begun = time.process_time()
    found = dates(text)
    assert time.process_time() - begun < 6
    assert len(found) == (0 if written == "1 " else text.count(written.strip()))
