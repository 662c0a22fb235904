"""Questions nearby a declined one: drafted, asked while nobody waits, remembered."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.building.build import build
from index.embedder import Embedder
from index.problems import Problem
from index.ranking.search import Index
from index.types import Limits, Scope, WellspringError
from qa.answerer import Answerer
from qa.types import Answer, Turn
from qa.ways.inquiry import EVERY_STEP, Flow
from web.app import create_app
from web.desk.nearby import Nearby
from web.line import Line, Place

TOWN = {
    "bridge.md": "The Orrin bridge was opened in 1874. The Orrin bridge was sold in 1931.",
    "mill.md": "The Lorne mill was built in 1850. The Lorne mill was closed in 1960.",
    "tower.md": "The Arle tower was built in 1502. The Arle tower was painted in 1611.",
    "church.md": "The Selby church was built in 1333. The Selby church was rebuilt in 1444.",
}
ENOUGH = 600.0  # seconds
ASKED = "Who sold the Orrin bridge to the town?"


class Judging(Answerer):
    """Answers each question but the `unknown` ones, and remembers how it was asked."""

    def __init__(self) -> None:
        self.unknown: set[str] = set()
        self.asked: list[str] = []
        self.flows: list[Flow] = []
        self.then: Place | None = None
        self.line = Line()

    def ask(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        flow: Flow = EVERY_STEP,
        scope: Scope | None = None,
    ) -> Answer:
        self.asked.append(question)
        self.flows.append(flow)
        self.then = self.then or self.line.join("somebody")
        return Answer(question, question, "", question not in self.unknown, 0.9)


@pytest.fixture
def index(tmp_path: Path, hashed: Embedder) -> Iterator[Index]:
    (tmp_path / "town").mkdir()
    for name, text in TOWN.items():
        (tmp_path / "town" / name).write_text(text, "utf-8")
    build(tmp_path / "town", tmp_path / "data", hashed, lambda text: len(text.split()))
    with closing(Index(tmp_path / "data", hashed)) as index:
        yield index


@pytest.fixture
def answerer() -> Judging:
    return Judging()


@pytest.fixture
def nearby(index: Index, answerer: Judging) -> Nearby:
    return Nearby(index, answerer, Line(), ENOUGH)


def test_the_questions_that_share_most_words_come_first(nearby: Nearby, answerer: Judging) -> None:
    questions = nearby.questions(ASKED)
    bridge = {"When was the Orrin bridge opened?", "When was the Orrin bridge sold?"}
    assert len(questions) == 3
    assert set(questions[:2]) == bridge
    assert questions == answerer.asked
    assert not any(flow.generate for flow in answerer.flows)


def test_what_is_not_answered_is_not_offered_and_six_are_tried(
    nearby: Nearby, answerer: Judging
) -> None:
    answerer.unknown = {"When was the Orrin bridge sold?"}
    assert "When was the Orrin bridge sold?" not in nearby.questions(ASKED)
    assert len(answerer.asked) == 4
    answerer.asked.clear()
    answerer.unknown = {f"When was the {what}?" for what in named_in(TOWN)}
    assert nearby.questions("Who paid the Orrin bridge?") == []
    assert len(answerer.asked) == 6


def named_in(town: dict[str, str]) -> list[str]:
    sentences = [part for text in town.values() for part in text.split(". ")]
    return [s.removeprefix("The ").replace(" was ", " ").split(" in ")[0] for s in sentences]


def test_the_question_itself_is_not_offered(nearby: Nearby) -> None:
    assert "When was the Orrin bridge sold?" not in nearby.questions(
        " when was the Orrin  Bridge sold"
    )


def test_they_are_found_once_until_the_index_changes(
    nearby: Nearby, answerer: Judging, index: Index, hashed: Embedder, tmp_path: Path
) -> None:
    first = nearby.questions(ASKED)
    answerer.asked.clear()
    assert nearby.questions(f" {ASKED.upper()}") == first
    assert answerer.asked == []
    text = "The Orrin bridge was widened in 1999."
    (tmp_path / "town" / "bridge.md").write_text(text, "utf-8")
    build(tmp_path / "town", tmp_path / "data", hashed, lambda text: len(text.split()))
    assert nearby.questions(ASKED)[0] == "When was the Orrin bridge widened?"


def test_only_the_articles_that_a_question_is_limited_to_are_asked(nearby: Nearby) -> None:
    questions = nearby.questions(ASKED, Limits(["mill.md"]))
    assert questions == ["When was the Lorne mill built?", "When was the Lorne mill closed?"]
    with pytest.raises(WellspringError) as refused:
        nearby.questions(ASKED, Limits(["barn.md"]))
    assert refused.value.code is Problem.UNKNOWN_ARTICLE


def test_nothing_is_looked_for_while_others_need_the_models(
    index: Index, answerer: Judging
) -> None:
    line = Line(1, 4)
    nearby = Nearby(index, answerer, line, ENOUGH)
    with line.join():
        assert nearby.questions(ASKED) == []
    assert answerer.asked == []
    assert len(nearby.questions(ASKED)) == 3  # the empty list was not remembered


def test_it_stops_when_somebody_else_comes(index: Index, answerer: Judging) -> None:
    answerer.line = Line(1, 4)
    nearby = Nearby(index, answerer, answerer.line, ENOUGH)
    assert len(nearby.questions(ASKED)) == 1
    assert answerer.then is not None
    answerer.then.leave()
    assert len(nearby.questions(ASKED)) == 3


def test_when_the_time_is_over_what_was_found_is_returned(index: Index, answerer: Judging) -> None:
    assert Nearby(index, answerer, Line(), seconds=0.0).questions(ASKED) == []
    assert answerer.asked == []


def test_what_is_no_question_is_refused(nearby: Nearby) -> None:
    with pytest.raises(WellspringError) as refused:
        nearby.questions(" ")
    assert refused.value.code is Problem.EMPTY_QUESTION


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"question": ASKED}, 200),
        ({"question": ""}, 422),
        ({"question": ASKED, "stream": True}, 422),
        ({"question": ASKED, "folder": "barn"}, 404),
    ],
)
def test_they_are_asked_for_over_http(
    index: Index, answerer: Judging, body: dict[str, object], status: int
) -> None:
    app = create_app(index, answerer, local=True)
    with TestClient(app, base_url="http://localhost") as client:
        response = client.post("/nearby", json=body)
    assert response.status_code == status
    assert ("questions" in response.json()) == (status == 200)
