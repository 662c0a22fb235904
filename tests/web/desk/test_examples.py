"""Example questions: found in the background, kept, of different kinds. No model is loaded."""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from index.building.build import build
from index.embedder import Embedder
from index.ranking.search import Index
from index.types import Scope
from qa.types import Answer, Turn
from qa.ways.inquiry import EVERY_STEP, Flow
from tests.web.conftest import BRIDGE, MILL, Telling, index_of
from web.desk.examples import Examples, Found
from web.line import Line

OPENED = "When was the Orrin bridge opened?"
TOWER = "# The Lorne tower\n\nThe Lorne tower was built in 1502.\n"
TEXTS = {"town/bridge.md": BRIDGE, "town/mill.md": MILL, "town/tower.md": TOWER}


class Asked(Telling):
    """Notes what it is asked, and answers nothing that holds some words."""

    def __init__(self, index: Index, declines: str = "no such words") -> None:
        super().__init__(index)
        self.declines = declines
        self.questions: list[str] = []

    def stream(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        flow: Flow = EVERY_STEP,
        scope: Scope | None = None,
    ) -> Iterator[str | Answer]:
        self.questions.append(question)
        yield Answer(question, question, "Found.", self.declines not in question, 0.9)


@pytest.fixture
def index(tmp_path: Path, hashed: Embedder) -> Iterator[Index]:
    with closing(index_of(tmp_path, TEXTS, hashed)) as index:
        yield index


def test_the_questions_are_of_different_kinds_and_the_articles_answer_each(index: Index) -> None:
    examples = Examples(index, Asked(index, declines="tower"), Line())
    examples.look()
    questions = examples.found.in_language("en")
    assert OPENED in questions
    assert any(question.startswith("Which articles mention") for question in questions)
    assert any(question.startswith("Summarise the article") for question in questions)
    assert not any("tower" in question for question in questions)
    assert examples.found.topics


def test_what_was_found_is_there_at_once_after_a_restart_and_not_asked_again(
    index: Index, tmp_path: Path
) -> None:
    file = tmp_path / "examples.json"
    Examples(index, Asked(index), Line(), file).look()
    again = Examples(index, answerer := Asked(index), Line(), file)
    assert OPENED in again.found.in_language("en")
    again.look()
    assert answerer.questions == []


def test_another_threshold_looks_anew(index: Index, tmp_path: Path) -> None:
    file = tmp_path / "examples.json"
    Examples(index, Asked(index), Line(), file, 0.4).look()
    Examples(index, answerer := Asked(index), Line(), file, 0.9).look()
    assert OPENED in answerer.questions


def test_other_models_look_anew(index: Index, tmp_path: Path) -> None:
    class Other(Asked):
        def models(self) -> dict[str, str]:
            return {"generator": "another"}

    file = tmp_path / "examples.json"
    Examples(index, Asked(index), Line(), file).look()
    other = Other(index)
    Examples(index, other, Line(), file).look()
    assert OPENED in other.questions


@pytest.mark.parametrize("kept", ["", "[1]", '{"questions": 3}', '{"made_of": 1, "what": 2}'])
def test_a_file_that_cannot_be_read_is_as_none(index: Index, tmp_path: Path, kept: str) -> None:
    file = tmp_path / "examples.json"
    file.write_text(kept, "utf-8")
    examples = Examples(index, Asked(index), Line(), file)
    assert examples.found == Found()
    examples.look()
    assert OPENED in json.loads(file.read_text("utf-8"))["questions"]["en"]


def test_a_folder_that_cannot_be_written_keeps_nobody_from_finding_them(index: Index) -> None:
    examples = Examples(index, Asked(index), Line(), Path("/proc/none/examples.json"))
    examples.look()
    assert OPENED in examples.found.in_language("en")


def test_they_are_looked_for_only_while_nobody_waits_and_none_is_asked_twice(
    index: Index,
) -> None:
    line = Line(1, 4)
    examples = Examples(index, answerer := Asked(index), line)
    with line.join():
        examples.look()
        assert examples.found.in_language("en") == []
    examples.look()
    assert OPENED in examples.found.in_language("en")
    assert len(answerer.questions) == len(set(answerer.questions))


def test_a_changed_index_shows_the_old_ones_until_new_ones_are_found(
    index: Index, tmp_path: Path, hashed: Embedder
) -> None:
    line = Line(1, 4)
    examples = Examples(index, Asked(index), line)
    examples.look()
    before = examples.found.questions
    (tmp_path / "town" / "bridge.md").unlink()
    build(tmp_path / "town", tmp_path / "data", hashed, lambda text: len(text.split()))
    with line.join():
        examples.look()
        assert examples.found.questions == before
    examples.look()
    assert OPENED not in examples.found.in_language("en")


def test_they_are_found_in_the_background(index: Index) -> None:
    examples = Examples(index, Asked(index), Line())
    with examples.kept_up():
        end = time.monotonic() + 60
        while not examples.found.questions and time.monotonic() < end:
            time.sleep(0.01)
    assert OPENED in examples.found.in_language("en")


def test_chinese_articles_have_chinese_questions(tmp_path: Path, hashed: Embedder) -> None:
    texts = {"town/桥.txt": "老桥\n\n镇上的老石桥长350米。镇上的老石桥于1874年建成通车。\n"}
    with closing(index_of(tmp_path, texts, hashed)) as index:
        examples = Examples(index, Asked(index), Line())
        examples.look()
        assert "镇上的老石桥长多少米？" in examples.found.in_language("zh")
        assert "镇上的老石桥于什么时候建成通车？" in examples.found.in_language("zh")


def test_where_there_are_none_in_a_language_those_in_another_are_shown() -> None:
    found = Found("", [], {"en": ["Who?"], "zh": []})
    assert found.in_language("zh") == ["Who?"]
    assert Found().in_language("en") == []
