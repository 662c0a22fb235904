from pathlib import Path

import pytest

from index.ranking.search import Index
from qa.answerer import Answerer
from qa.wiring import Wellspring

ROUTES = "Route 1 links Kelmouth with the island of Orrin.\n\nRoute 2 runs to Skarva Rock.\n"
PUPS = "In 2023 the station counted 1,241 pups on Orrin.\n\nOn Skarva Rock it counted 217 pups.\n"


@pytest.fixture
def islands(well: Wellspring, tmp_path: Path) -> Answerer:
    """Return an answerer over two articles: where ferries go, and where pups were counted."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "routes.txt").write_text(f"The boats\n\n{ROUTES}", "utf-8")
    (folder / "pups.txt").write_text(f"Seals of the islands\n\n{PUPS}", "utf-8")
    well.build_index(folder, data_dir=tmp_path / "data")
    return well.answerer_over(Index(tmp_path / "data", well.embedder))


def test_what_is_described_is_found_first_and_both_facts_are_cited(islands: Answerer) -> None:
    answer = islands.ask("How many pups were counted in 2023 on the island where Route 1 goes?")
    assert "1,241" in answer.text
    cited = " ".join(citation.evidence.text for citation in answer.citations)
    assert "Route 1" in cited


def test_where_what_is_described_is_not_found_nothing_is_said(islands: Answerer) -> None:
    answer = islands.ask("How many pups were counted on the island where the bishop was born?")
    assert not answer.answered
