from pathlib import Path

import pytest

from index.building.build import build
from index.embedder import Embedder
from index.ranking.search import Index
from qa.question.forms import what_is_asked
from qa.question.kinds import Kind
from qa.ways.inquiry import Inquiry
from qa.ways.lists import Lists

MILL = """# The mill of Oster

## Grains

- wheat
- rye
- oats

## Staff

| Name | Since |
|---|---|
| Ada Bergh | 2011 |
| Tom Lund | 2019 |
| All together | 30 years |

## Stopping the wheel

1. Close the sluice.
2. Set the brake.
"""
BAKERY = """# The bakery of Oster

## Grains

- spelt
- millet
"""


@pytest.fixture
def lists(tmp_path: Path, hashed: Embedder) -> Lists:
    """Index lists with an embedder that loads no model."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {"mill": MILL, "bakery": BAKERY}.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    build(folder, tmp_path / "data", hashed, lambda text: len(text) // 3)
    return Lists(Index(tmp_path / "data", hashed))


def told(lists: Lists, question: str, kind: Kind) -> list[str]:
    reply = lists.reply(Inquiry(question, question, what_is_asked(question, kind)))
    return [said.text for said in reply.statements] if reply else []


def test_a_list_is_told_item_by_item_each_with_its_proof(lists: Lists) -> None:
    question = "Which grains does the mill of Oster use?"
    assert told(lists, question, Kind.LIST) == ["- wheat", "- rye", "- oats"]
    reply = lists.reply(Inquiry(question, question, what_is_asked(question, Kind.LIST)))
    assert reply
    assert [said.proof[0].text for said in reply.statements] == ["- wheat", "- rye", "- oats"]


def test_a_count_says_how_many_and_under_which_heading(lists: Lists) -> None:
    head, *items = told(lists, "How many grains does the mill of Oster use?", Kind.COUNT)
    assert head == "3 are listed under “Grains”:"
    assert len(items) == 3


def test_the_rows_of_a_table_are_its_items_but_for_the_total(lists: Lists) -> None:
    question = "How many staff does the mill of Oster have?"
    assert told(lists, question, Kind.COUNT)[1:] == ["- Ada Bergh", "- Tom Lund"]


def test_steps_keep_their_numbers(lists: Lists) -> None:
    question = "What are the steps for stopping the wheel of the mill?"
    assert told(lists, question, Kind.HOW) == ["1. Close the sluice.", "2. Set the brake."]


@pytest.mark.parametrize(
    "question",
    [
        "Which grains does Oster use?",  # two lists of that name
        "Which grains does the mill of Oster sell to Norway?",  # no list says that
        "Which owners has the mill of Oster had?",
        "What are they?",
    ],
)
def test_what_names_no_list_by_all_its_words_is_left_to_others(lists: Lists, question: str) -> None:
    assert told(lists, question, Kind.LIST) == []
