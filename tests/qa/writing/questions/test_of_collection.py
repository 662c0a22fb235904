"""Questions of different kinds over a whole collection."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from index.building.build import build
from index.embedder import Embedder
from index.ranking.search import Index
from qa.writing.questions.of_collection import chinese, english

BRIDGE = "# The bridge\n\nThe Orrin bridge was opened in 1874. The Orrin bridge has nine arches."
MILL = "# The mill\n\nThe old oat mill of Orrin was sold in May 1902 to the county council."
Made = Callable[..., Index]


@pytest.fixture
def made(tmp_path: Path, hashed: Embedder) -> Iterator[Made]:
    """Index some texts."""
    with ExitStack() as opened:

        def make(*texts: str) -> Index:
            for number, text in enumerate(texts):
                (tmp_path / f"{number}.md").write_text(text, "utf-8")
            build(tmp_path, tmp_path / "data", hashed, lambda text: len(text.split()))
            return opened.enter_context(closing(Index(tmp_path / "data", hashed)))

        yield make


def test_facts_by_the_word_that_asks_take_turns_with_questions_about_articles(made: Made) -> None:
    when, which, how, summary = english(made(BRIDGE, MILL))
    assert when == ["When was the Orrin bridge opened?", "When was the old oat mill of Orrin sold?"]
    assert all(question.startswith("Which articles mention ") for question in which)
    assert how == ["How many arches does the Orrin bridge have?"]
    assert summary == ["Summarise the article “The bridge”.", "Summarise the article “The mill”."]


def test_of_one_article_it_is_asked_what_it_is_about(made: Made) -> None:
    assert ["What is the article about?"] in english(made(BRIDGE))


def test_a_title_that_is_too_long_stands_in_no_question(made: Made) -> None:
    long = "A report of the county council on the state of all harbours of the north"
    questions = english(made(BRIDGE, f"# {long}\n\nThe harbour has 12 piers."))
    summaries = [kind for kind in questions if kind[0].startswith("Summarise")]
    assert summaries == [["Summarise the article “The bridge”."]]


def test_chinese_times_and_numbers_are_two_kinds(made: Made) -> None:
    index = made("老桥\n\n镇上的老石桥长350米。镇上的老石桥于1874年建成通车。\n", BRIDGE)
    assert chinese(index) == [["镇上的老石桥长多少米？"], ["镇上的老石桥于什么时候建成通车？"]]
