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

## Tours

| No. | Starts |
|---|---|
| 1 | 10:00 |
| 2 | 14:00 |

## Stopping the wheel

1. Close the sluice.
2. Set the brake.
"""
CHRONICLE = """The Lenn: a chronicle of floods

3 August 1829. A cloudburst.

14 October 1903. The gasworks went out.

The wall was built later.

11 September 1968. It took 203 houses.
"""
MINUTES = """# Dairy of Sarraz: minutes

1. Milk and prices

There was less milk.

2. Copper vat

It was bought.

3. Elections

All stay.
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
    for name, text in {"mill": MILL, "bakery": BAKERY, "lenn": CHRONICLE, "dairy": MINUTES}.items():
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


def test_rows_that_their_first_cell_does_not_name_are_told_under_their_heads_which_are_cited(
    lists: Lists,
) -> None:
    question = "How many tours does the mill of Oster have?"
    inquiry = Inquiry(question, question, what_is_asked(question, Kind.COUNT))
    reply = lists.reply(inquiry)
    assert reply
    _, first, _ = reply.statements
    assert first.text == "- 1: Starts 10:00"
    assert [item.text for item in first.proof] == ["| 1 | 10:00 |", "| No. | Starts |"]


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


def test_entries_of_a_chronicle_are_items_and_years_bound_them(lists: Lists) -> None:
    question = "Which floods of the Lenn does the chronicle have between 1900 and 1970?"
    assert told(lists, question, Kind.LIST) == [
        "- 14 October 1903. The gasworks went out.",
        "- 11 September 1968. It took 203 houses.",
    ]


def test_numbered_headings_are_the_points_of_an_agenda(lists: Lists) -> None:
    head, *points = told(
        lists, "How many points were on the agenda of the dairy of Sarraz?", Kind.COUNT
    )
    assert head.startswith("3 are listed")
    assert points == ["1. Milk and prices", "2. Copper vat", "3. Elections"]
    assert told(lists, "List the cheeses that the dairy of Sarraz sells.", Kind.LIST) == []


def test_steps_are_counted_under_a_heading_in_other_words(lists: Lists) -> None:
    question = "How many steps does stopping the wheel take at the mill?"
    assert told(lists, question, Kind.FACT) == told(lists, question, Kind.COUNT)
    assert told(lists, question, Kind.COUNT)[0] == "2 are listed under “Stopping the wheel”:"


def test_a_number_in_a_table_is_no_count_of_its_rows(lists: Lists) -> None:
    assert told(lists, "How many staff did the mill of Oster have in 2019?", Kind.COUNT) == []
    assert told(lists, "How many staff does the mill of Oster have?", Kind.FACT) == []
