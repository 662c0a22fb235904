from collections.abc import Callable

import pytest

from index.types import Article
from qa.question.bridges import bridge_of
from qa.types import Statement
from qa.ways.catalogue.view import View
from qa.ways.reckoning.described import row_described
from qa.ways.reckoning.rows import reckoned_in
from qa.ways.reckoning.tables import tables_of

LEAGUE = """# Bowls on the Green: the 2021 table

| Pos | Club | P | W | D | L | Pts |
|---|---|---|---|---|---|---|
| 1 | Ashby Lawns | 12 | 9 | 1 | 2 | 19 |
| 2 | Kirk Hill | 12 | 7 | 2 | 3 | 16 |
| 3 | Old Mere | 12 | 4 | 2 | 6 | 10 |

The season lasted from April to September.
"""
TOWNS = """TOWNS OF THE UPPER WEIR
Printed for the county in 2022

Town        Pop. 2011   Pop. 2021   Max. height (m)   Founded   Hall, a day
Hexley      4,210       4,455       212               1731      £85.50
Brough      1,980       1,902       340               1804      £60.00
Stannage    7,040       7,310       95                1688      £120.00
All         13,230      13,667      340               1688      £265.50

The county paid for the print.
"""
BRIDGES = """The two bridges

|  | North Bridge | South Bridge |
|---|---|---|
| Arches | 7 | 5 |
| Length | 310 m | 355 m |
"""
Asked = Callable[[str], Statement | None]
Seen = Callable[[dict[str, str]], View]


@pytest.fixture
def articles(seen: Seen) -> list[Article]:
    files = {"league.md": LEAGUE, "towns.txt": TOWNS, "bridges.md": BRIDGES}
    return list(seen(files).index.articles())


@pytest.fixture
def asked(articles: list[Article]) -> Asked:
    def answer(question: str) -> Statement | None:
        tables = (table for article in articles for table in tables_of(article))
        told = [said for table in tables if (said := reckoned_in(table, question))]
        assert len(told) < 2
        return told[0] if told else None

    return answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who had more draws, Kirk Hill or Ashby Lawns?", "Kirk Hill: D 2, against 1 for Ashby L"),
        ("Which club won fewer matches, Old Mere or Kirk Hill?", "Old Mere: W 4, against 7 for K"),
        (
            "How many points separate Ashby Lawns and Old Mere?",
            "The difference is 9 (Ashby Lawns 19",
        ),
        (
            "How many points behind the champions was Kirk Hill?",
            "The difference is 3 (Ashby Lawns 19",
        ),
        ("Did Old Mere lose more often than Kirk Hill?", "Yes. Old Mere: L 6, against 3 for Kirk"),
        ("Did Kirk Hill win more often than Ashby Lawns?", "No. Ashby Lawns: W 9, against 7"),
        ("Did Old Mere or Kirk Hill draw more?", "Old Mere and Kirk Hill are equal: 2."),
        ("Which had more people in 2021, Hexley or Brough?", "Hexley: Pop. 2021 4,455, against 1"),
        (
            "By how many people did Stannage grow from 2011 to 2021?",
            "The difference is 270 (Pop. 2021",
        ),
        (
            "How much higher is Brough than Hexley?",
            "The difference is 128 (Brough 340 − Hexley 212).",
        ),
        ("Which town is older, Hexley or Stannage?", "Stannage: Founded 1688, against 1731"),
        (
            "Add up the population of all towns in 2021.",
            "The sum is 13,667 (Hexley 4,455 + Brough 1,",
        ),
        (
            "What do two halls cost in Hexley and Brough together?",
            "The sum is £145.50 (Hexley £85.50",
        ),
        ("How many towns have more than 2,000 people in 2021?", "2 of 3: Hexley 4,455, Stannage"),
        ("Which town had fewer people in 2021 than in 2011?", "Brough: 1,902, against 1,980 for"),
        ("Which grew more from 2011 to 2021 in population, Hexley or Stannage?", "Stannage: 270 ("),
        ("Which town is the oldest?", "Stannage: Founded 1688, the lowest of all."),
        (
            "Which town had the most people in 2021 and which the fewest?",
            "Stannage: Pop. 2021 7,310, the highest of all; Brough: Pop. 2021 1,902, the lowest",
        ),
        (
            "Is South Bridge longer than North Bridge?",
            "Yes. South Bridge: Length 355 m, against 310 m f",
        ),
        ("Is North Bridge longer than South Bridge?", "No. South Bridge: Length 355 m, against"),
        (
            "north bridge is longer than south bridge, right?",
            "No. South Bridge: Length 355 m, against",
        ),
        (
            "Which has fewer arches, North Bridge or South Bridge?",
            "South Bridge: Arches 5, against 7",
        ),
        ("Did Brough grow from 2011 to 2021?", "No. Brough: 1,980 in 2011, 1,902 in 2021."),
        ("Did the population of Brough fall from 2021 to 2011?", "Yes. Brough: 1,980 in 2011, 1,9"),
        ("How high is each town, at most?", "Hexley: 212; Brough: 340; Stannage: 95."),
        ("What is the height of every town?", "Hexley: 212; Brough: 340; Stannage: 95."),
        (
            "Which towns had more people in 2021 than in 2011?",
            "Hexley: 4,455, against 4,210 for Pop. 2011; Stannage: 7,310, against 7,040",
        ),
    ],
)
def test_cells_of_a_table_are_reckoned_with(asked: Asked, question: str, told: str) -> None:
    said = asked(question)
    assert said
    assert said.text.startswith(told)
    assert said.proof[-1].text.startswith(("| Pos", "Town", "|  |"))
    assert all(item.text for item in said.proof)


@pytest.mark.parametrize(
    "question",
    [
        "Who had more red cards, Kirk Hill or Ashby Lawns?",  # no column
        "Which had more people, Hexley or Brough?",  # two columns, of two years
        "Who had more draws, Kirk Hill or Nether Poppleton?",  # no row
        "Which is higher, Kirk Hill or Kirk Hill?",  # with itself
        "How many times as high as Hexley is Hexley?",
        "How long did the season last?",
        "Who paid for the print?",
        "Did Brough grow?",  # from when to when?
    ],
)
def test_where_no_cells_are_surely_meant_nothing_is_told(asked: Asked, question: str) -> None:
    assert asked(question) is None


def test_a_row_is_described_by_a_figure_in_it(articles: list[Article]) -> None:
    bridge = bridge_of("How far from Kelmouth is the town with 7,310 people?")
    assert bridge
    found = row_described(bridge.asked, articles)
    assert found
    assert bridge.question_about(found[0]) == "How far from Kelmouth is Stannage?"
    assert row_described("Which town has 340 people?", articles[:1]) is None


def test_a_follow_up_reckons_with_no_column_that_only_the_question_before_named(
    articles: list[Article],
) -> None:
    tables = [table for article in articles for table in tables_of(article)]
    own = "How many points behind them was Kirk Hill?"
    whole = f"{own} W league"
    assert [reckoned_in(table, whole, own) for table in tables] == [None] * len(tables)
    assert any(reckoned_in(table, whole) for table in tables)
