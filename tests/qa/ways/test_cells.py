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
    assert told.split(":")[0] in row.text
    assert heads.text == "| Zone | Stop | First bus |"


@pytest.mark.parametrize(
    "question",
    [
        "In which zone is Market Square?",  # no row
        "In which zone are Larkfield and Quarry Road?",  # two rows
        "In which zone is the church of Larkfield?",  # no table tells of it
        "Which stop is in zone B?",  # the first cell names several rows
        "Where is Larkfield?",  # no column
    ],
)
def test_what_is_not_surely_one_cell_is_left_to_others(cells: Cells, question: str) -> None:
    assert cells.reply(Inquiry(question, question, what_is_asked(question))) is None
