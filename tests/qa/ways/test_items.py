from pathlib import Path

import pytest

from index.building.build import build
from index.embedder import Embedder
from index.ranking.search import Index
from qa.question.forms import what_is_asked
from qa.ways.inquiry import Inquiry
from qa.ways.items import Items

STEPS = """# Resetting the Brook boiler

1. Close the gas valve.

2. Hold the red button for twelve seconds.

3) Wait until the lamp turns green.
"""
RULES = """# House rules of Elm Court

Rule 1: Bicycles are kept in the rack.

Rule 2: Washing machines may run until 9 p.m.
"""
TWICE = """# Opening the Hall of Marrow

1. Ask for the key.

2. Open the door.

# Closing the Hall of Marrow

1. Lock the door.

2. Bring back the key.
"""


@pytest.fixture
def items(tmp_path: Path, hashed: Embedder) -> Items:
    """Index three lists with an embedder that loads no model."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {"steps": STEPS, "rules": RULES, "twice": TWICE}.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    build(folder, tmp_path / "data", hashed, lambda text: len(text) // 3)
    return Items(Index(tmp_path / "data", hashed))


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("What is step 2 of resetting the Brook boiler?", "2. Hold the red button for twelve"),
        ("What is the third step of resetting the Brook boiler?", "3) Wait until the lamp turns"),
        ("What does rule 2 of Elm Court say?", "Rule 2: Washing machines may run"),
        ("How does rule no. 1 of Elm Court read?", "Rule 1: Bicycles are kept"),
    ],
)
def test_the_item_of_that_number_answers(items: Items, question: str, item: str) -> None:
    reply = items.reply(Inquiry(question, question, what_is_asked(question)))
    assert reply
    [said] = reply.statements
    assert said.text.startswith(item)
    assert said.proof[0].text == said.text
    assert reply.confidence > 0.5


@pytest.mark.parametrize(
    "question",
    [
        "What is step 9 of resetting the Brook boiler?",  # there is none
        "What is step 2 of the Hall of Marrow?",  # there are two
        "What is step 2 of cleaning the Tessel oven?",  # of another list
        "Which button of the Brook boiler is held?",  # no number
        "How many steps has resetting the Brook boiler?",
        "What does section 10-12 of Elm Court say?",
    ],
)
def test_what_is_not_surely_one_item_is_left_to_others(items: Items, question: str) -> None:
    assert items.reply(Inquiry(question, question, what_is_asked(question))) is None
