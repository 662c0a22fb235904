import pytest

from index.dates import Date, dates, in_other_forms, month_names, readings_of


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
    ("text", "other"),
    [
        ("on 03.05.2024", "03.05.2024"),
        ("am 3. Mai 2024 kam", "3. Mai 2024"),
        ("le 1er mai", "1er mai"),
        ("于2024年5月3日", "2024年5月3日"),
        ("on 3 June 2024", None),
        ("10.0.0.1 of 3.5 km", None),
    ],
)
def test_other_forms_than_english_words_are_found(text: str, other: str | None) -> None:
    found = in_other_forms().search(text)
    assert (found and found.group()) == other


def test_months_have_their_names() -> None:
    assert month_names(5) == ("may", "mai", "mayo", "maggio", "maio", "mei")
