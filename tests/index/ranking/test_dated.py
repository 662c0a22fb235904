from typing import TYPE_CHECKING

import pytest

from index.ranking.dated import date_phrases
from index.ranking.lexical import Lexical
from index.storage.store import Store

if TYPE_CHECKING:
    from tests.index.conftest import Folder

FORMS = [
    "03.05.2024",
    "3.5.2024",
    "2024-05-03",
    "May 3, 2024",
    "3rd of May 2024",
    "3. Mai 2024",
    "3 de mayo de 2024",
    "2024年5月3日",
    "03/05/2024",
    "5/3/2024",
]


@pytest.mark.parametrize(
    "query", ["on 3 May 2024", "2024-05-03", "am 3. Mai 2024", "2024年5月3日?"]
)
@pytest.mark.parametrize("written", FORMS)
def test_a_date_is_found_however_a_text_writes_it(
    quick: "Folder", query: str, written: str
) -> None:
    quick.write("permit.txt", f"The permit of {written} is kept.")
    quick.write("other.txt", "The permit of 04.06.2023 is kept: 3 copies, 5 of them old.")
    quick.build()
    store = Store(quick.data / "index.sqlite")
    first, *_ = Lexical(store).search(query, 5, 1)
    assert written in store.passages([first])[first].text


def test_an_unsure_date_is_looked_for_in_both_readings() -> None:
    assert {"3 may 2024", "5 march 2024"} <= set(date_phrases("03/05/2024"))
    assert "5 march 2024" not in date_phrases("03.05.2024")


@pytest.mark.parametrize("query", ["in 2024", "on 3 May", "at 06:40", "3.5 km", "permit 118"])
def test_what_is_no_whole_date_adds_nothing(query: str) -> None:
    assert date_phrases(query) == []


def test_a_month_of_a_year_is_found_in_figures() -> None:
    assert {"2024 05", "05 2024", "2024年5月", "mayo de 2024"} <= set(date_phrases("in May 2024"))
