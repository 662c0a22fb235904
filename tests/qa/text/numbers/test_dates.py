import pytest

from qa.text.numbers.dates import Date, dates


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
