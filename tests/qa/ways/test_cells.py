import re
from pathlib import Path

import pytest

from index.building.build import build
from index.embedder import Embedder
from index.ranking.search import Index
from qa.question.forms import what_is_asked
from qa.ways.cells import Cells
from qa.ways.inquiry import Inquiry

STOPS = """# Line 7: zones and stops

| Zone | Stop | First bus |
|---|---|---|
| A | Glassworks | 06:03 |
| B | Larkfield | 06:27 |
| B | Quarry Road | 06:30 |

## Fares of the line

| Ticket | Weekday | Weekend | over 2 zones |
|---|---|---|---|
| Adult | 6 pounds | 8 pounds | 11 pounds |
| Adult, return | 9 pounds | 12 pounds | 17 pounds |
| Child | 3 pounds | 4 pounds | |
"""


@pytest.fixture
def cells(tmp_path: Path, hashed: Embedder) -> Cells:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "stops.md").write_text(STOPS, "utf-8")
    build(folder, tmp_path / "data", hashed, lambda text: len(text) // 3)
    return Cells(Index(tmp_path / "data", hashed))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("In which zone is Larkfield?", "Larkfield: Zone B"),
        ("What is the zone of the Glassworks stop?", "Glassworks: Zone A"),
        ("In which zone does Quarry Road lie?", "Quarry Road: Zone B"),
        ("What does an adult ticket cost at the weekend?", "Adult: Weekend 8 pounds"),
        ("How much is a child's fare of line 7 on a weekday?", "Child: Weekday 3 pounds"),
        ("What is the adult return fare at the weekend?", "Adult, return: Weekend 12 pounds"),
        ("What does an adult pay over 2 zones?", "Adult, over 2 zones: 11 pounds"),
    ],
)
def test_a_cell_is_found_by_another_one_of_its_row_and_its_column(
    cells: Cells, question: str, told: str
) -> None:
    reply = cells.reply(Inquiry(question, question, what_is_asked(question)))
    assert reply
    [said] = reply.statements
    assert said.text == told
    row, heads = said.proof
    assert all(word in f"{row.text} {heads.text}" for word in re.sub("[:,]", "", told).split())


@pytest.mark.parametrize(
    "question",
    [
        "In which zone is Market Square?",  # no row
        "In which zone are Larkfield and Quarry Road?",  # two rows
        "In which zone is the church of Larkfield?",  # no table tells of it
        "Which stop is in zone B?",  # the first cell names several rows
        "Where is Larkfield?",  # no column
        "What does a child pay over 2 zones?",  # the cell is empty
        "What does an adult pay at the weekend and on a weekday?",  # two columns
        "What does an adult with a dog pay at the weekend?",  # the table tells of no dog
        "Does an adult pay 8 pounds at the weekend?",  # yes or no
        "What does a weekend adult pay over 2 zones?",  # the head of another column, too
        "How much more does an adult pay at the weekend?",  # a difference
    ],
)
def test_what_is_not_surely_one_cell_is_left_to_others(cells: Cells, question: str) -> None:
    assert cells.reply(Inquiry(question, question, what_is_asked(question))) is None
