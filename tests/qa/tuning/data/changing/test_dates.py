import re

from qa.tuning.data.changing.dates import dates
from qa.tuning.data.changing.swaps import MONTHS
from tests.qa.tuning.data.changing.conftest import made


def test_a_year_becomes_one_near_it_or_another_one_of_the_evidence() -> None:
    changed = made(dates, "It was opened in 1874.", "Begun in 1869, it was opened in 1874.")
    years = {text.removeprefix("It was opened in ").rstrip(".") for text in changed}
    assert years == {"1864", "1869", "1873", "1875"}


def test_a_month_becomes_another_one() -> None:
    changed = made(dates, "It was opened in May.")
    months = {text.removeprefix("It was opened in ").rstrip(".") for text in changed}
    assert len(months) > 5
    assert months <= set(MONTHS) - {"May"}


def test_a_day_becomes_another_one_that_its_month_has() -> None:
    for day in range(1, 32):
        changed = made(dates, f"It was opened on {day} May.", seeds=[0])
        days = {int(found[1]) for text in changed if (found := re.search(r"on (\d+) May", text))}
        assert days
        assert day not in days
        assert max(days) <= 28


def test_days_before_a_year_and_minutes_are_changed_too() -> None:
    assert "It opened on may 4, 1874." in made(dates, "It opened on may 3, 1874.")
    assert "It opened at 10:06." in made(dates, "It opened at 10:05.")
    assert "It opened on the 4th May." not in made(dates, "It opened in spring.")


def test_a_text_without_dates_is_left_alone() -> None:
    assert made(dates, "It is 240 metres long and has 12 arches.") == set()
