from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient

from index.ranking.search import Index
from index.types import Scope
from qa.answerer import Answerer
from qa.types import Answer, Turn
from qa.ways.inquiry import EVERY_STEP, Flow
from qa.wiring import Wellspring
from web.desk.examples import Examples
from web.line import Line

OPENED = "When was the Orrin bridge opened?"


class SlowAnswerer(Answerer):
    """Answers only when it is told to, and says when it begins."""

    began = Event()
    go_on = Event()

    def ask(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        flow: Flow = EVERY_STEP,
        scope: Scope | None = None,
    ) -> Answer:
        self.began.set()
        assert self.go_on.wait(60)
        return super().ask(question, turns, top_k, flow, scope)


@pytest.fixture
def town_index(well: Wellspring, folder: Path, tmp_path: Path) -> Iterator[Index]:
    well.build_index(folder, data_dir=tmp_path / "data")
    index = Index(tmp_path / "data", well.embedder)
    yield index
    index.close()


def test_nobody_waits_while_another_one_looks_for_examples(
    well: Wellspring, town_index: Index
) -> None:
    answerer = SlowAnswerer(town_index, well.ways_over(town_index, 0.5), {})
    examples = Examples(town_index, answerer, Line())
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(examples.questions)
        assert answerer.began.wait(60)
        assert threads.submit(examples.questions).result(timeout=20) == []
        answerer.go_on.set()
        assert OPENED in first.result(timeout=60)
    assert OPENED in examples.questions()


def test_examples_are_looked_for_only_while_nobody_waits_for_the_models(
    well: Wellspring, town_index: Index
) -> None:
    line = Line(1, 4)
    examples = Examples(town_index, well.answerer_over(town_index), line)
    with line.join():
        assert examples.questions() == []
    assert OPENED in examples.questions()


def test_a_changed_index_shows_the_old_examples_until_new_ones_are_found(
    well: Wellspring, town_index: Index, folder: Path, tmp_path: Path
) -> None:
    line = Line(1, 4)
    examples = Examples(town_index, well.answerer_over(town_index), line)
    before = examples.questions()
    (folder / "tower.md").write_text("# The tower\n\nThe Lorne tower was built in 1502.\n", "utf-8")
    well.build_index(folder, data_dir=tmp_path / "data")
    with line.join():
        assert examples.questions() == before
    assert "When was the Lorne tower built?" in examples.questions()


def test_example_questions_are_answered_by_the_articles(town: TestClient) -> None:
    questions = town.get("/examples").json()["questions"]
    assert "When was the Orrin bridge opened?" in questions
