from dataclasses import replace

import pytest

from index.types import Article
from qa.text.rows import is_heads, is_row
from qa.types import Evidence, Found, Statement
from qa.writing.compose import DIFFER
from qa.writing.tables import (
    asked_cell,
    heads_over,
    in_prose,
    in_words,
    named_share,
    with_cells,
    with_heads,
)

ARTICLE = """Fares.

| Ticket | Summer | Winter |
|---|---:|---|
| Adult, single | £11.40 | £14.60 |
| Child | £5 | |

| a | b |
| c | d |

Telescope     Mirror    First light
Rosa          1.5 m     11 April 1974
Meridian      2.2 m     30 October 1991
"""


def row(text: str) -> Evidence:
    start = ARTICLE.index(text)
    return Evidence(text, "a", "Fares", "fares.md", start, start + len(text), ARTICLE, 1.0)


@pytest.mark.parametrize("text", ["| Adult, single | £11.40 | £14.60 |", "| Child | £5 | |"])
def test_a_row_finds_the_heads_of_its_columns(text: str) -> None:
    heads = heads_over(row(text), ARTICLE)
    assert heads
    assert heads.text == ARTICLE[heads.start : heads.end] == "| Ticket | Summer | Winter |"


def test_aligned_columns_have_heads_too() -> None:
    heads = heads_over(row("Meridian      2.2 m     30 October 1991"), ARTICLE)
    assert heads
    assert (
        in_words("Meridian      2.2 m     30 October 1991", heads.text)
        == "Meridian: Mirror 2.2 m; First light 30 October 1991"
    )


def test_heads_without_a_first_one_stand_over_their_own_columns() -> None:
    adult, child = "Adult       £5        £7        £4", "Child       £2        £3"
    article = f"Fares.\n\n            Summer    Winter    Group\n{adult}\n{child}\n"
    for text, words in [
        (adult, "Adult: Summer £5; Winter £7; Group £4"),
        (child, "Child: £2; £3"),
    ]:
        start = article.index(text)
        heads = heads_over(
            Evidence(text, "a", "Fares", "f.txt", start, start + len(text), article, 1.0), article
        )
        assert in_words(text, heads.text if heads else "") == words
    assert is_heads(article, article.index("Summer"), article.index("Group") + 5)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What does an adult pay in winter?", "£14.60"),
        ("Which summer price is there for adults?", "£11.40"),
        ("What does an adult pay in summer and in winter?", "11.40 | £14"),  # as the reader said
        ("What does an adult pay?", "11.40 | £14"),
    ],
)
def test_the_cell_whose_column_a_question_names_is_the_short_answer(
    question: str, answer: str
) -> None:
    found = Found(row(ADULT), answer="11.40 | £14", answer_at=19)
    [told] = with_cells(question, [found], article)
    assert told.answer == answer
    assert ADULT[told.answer_at :].startswith(answer)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many tonnes heavier is Aurelia?", 2),
        ("How many metres is it?", 1),
        ("How many litres is it?", 0),
        ("What is the weight of Aurelia?", 2),
    ],
)
def test_a_cell_is_asked_for_by_its_unit_too(question: str, number: int) -> None:
    row, heads = "| Aurelia | 3.6 m | 131 t | 301 |", "| Telescope | Mirror | Weight | Nights |"
    assert asked_cell(question, row, heads) == number


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What does a larch plank over 2 m cost?", 2),
        ("What does a larch plank of 2 m cost?", 0),
        ("What does larch cost to 2 m and over 2 m?", 0),
    ],
)
def test_of_columns_of_like_words_that_is_asked_for_whose_head_stands_there(
    question: str, number: int
) -> None:
    row, heads = "| Larch | 23 pounds | 31 pounds |", "| Plank | to 2 m | over 2 m |"
    assert asked_cell(question, row, heads) == number


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What does a student pay for the museum?", 1),
        ("What does a student pay for the museum with the tower?", 2),
    ],
)
def test_of_heads_of_which_one_has_more_words_it_is_asked_for_where_all_stand_there(
    question: str, number: int
) -> None:
    row, heads = "| Student | £5 | £8 |", "| Ticket | Museum | Museum and tower |"
    assert asked_cell(question, row, heads) == number


def test_that_cell_alone_is_told() -> None:
    proof = row(ADULT)
    [told] = with_heads([Statement(ADULT, (proof,))], [proof], article, "adults in winter?")
    assert told.text == "Adult, single: Winter £14.60"


@pytest.mark.parametrize(
    "text",
    [
        "Telescope     Mirror    First light",
        "| c | d |",
        "| a | b |",
        "| Ticket | Summer | Winter |",
    ],
)
def test_a_row_without_heads_has_none(text: str) -> None:
    assert heads_over(row(text), ARTICLE) is None


@pytest.mark.parametrize(
    ("cells", "heads", "words"),
    [
        (
            "| Adult, single | £11.40 | £14.60 |",
            "| Ticket | Summer | Winter |",
            "Adult, single: Summer £11.40; Winter £14.60",
        ),
        ("| Child | £5 | |", "| Ticket | Summer | Winter |", "Child: Summer £5"),
        ("| Puffin | 7,940 | 8,350 |", "| | 2018 | 2023 |", "Puffin – 2018: 7,940; 2023: 8,350"),
        ("| Puffin | 7,940 | |", "| | 2018 | 2023 |", "Puffin, 2018: 7,940"),
        ("| Length | 402 m | 420 m |", "", "Length: 402 m; 420 m"),
        ("| | 402 m |", "| | Marrowby |", "Marrowby 402 m"),
        ("| alone |", "", "alone"),
    ],
)
def test_a_row_is_put_into_words(cells: str, heads: str, words: str) -> None:
    assert in_words(cells, heads) == words


def test_only_lines_with_bars_are_rows() -> None:
    assert is_row("| a | b |")
    assert not is_row("either a | b or c")


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("| Ticket | Summer | Winter |\n|---|---:|---|", True),
        ("| Child | £5 | |", False),
        ("| a | b |", False),
        ("Telescope     Mirror    First light", True),
        ("Rosa          1.5 m     11 April 1974", False),
        ("Fares.", False),
    ],
)
def test_the_top_row_is_told_from_the_others(text: str, heads: bool) -> None:
    start = ARTICLE.index(text)
    assert is_heads(ARTICLE, start, start + len(text)) is heads


def test_a_question_names_a_row_by_its_first_cell() -> None:
    assert (
        named_share(
            "How wide is the Meridian telescope?", "Meridian      2.2 m     30 October 1991"
        )
        == 1.0
    )
    assert named_share("What does a single cost?", "| Adult, single | £5 |") == 0.5
    assert named_share("How wide is Rosa?", "Meridian      2.2 m     30 October 1991") == 0.0
    assert named_share("Who said so?", "He said so.") == 0.0


def test_a_passage_that_begins_with_a_table_begins_with_heads_or_within_it() -> None:
    heads = "Telescope     Mirror    Nights, 2022"
    first, second = "Rosa          1.5 m     287", "Meridian      2.2 m     268"
    assert is_heads(f"{heads}\n{first}\n{second}", 0, len(heads))
    assert not is_heads(f"{first}\n{second}", 0, len(first))


def article(article_id: str) -> Article | None:
    return Article("a", "Fares", ARTICLE, "fares.md", "", "") if article_id == "a" else None


ADULT, CHILD = "| Adult, single | £11.40 | £14.60 |", "| Child | £5 | |"


def test_a_row_in_an_answer_is_told_in_words_and_cites_the_heads_of_its_columns() -> None:
    [told] = with_heads([Statement(ADULT, (row(ADULT),))], [row(ADULT)], article)
    assert told.text == "Adult, single: Summer £11.40; Winter £14.60"
    assert [item.text for item in told.proof] == [ADULT, "| Ticket | Summer | Winter |"]


def test_two_rows_of_a_table_cite_their_heads_once() -> None:
    rows = [row(ADULT), replace(row(CHILD), score=0.5)]
    one, two = with_heads([Statement(item.text, (item,)) for item in rows], rows, article)
    assert (one.proof[0], two.proof[0]) == (rows[0], rows[1])
    assert one.proof[1] == two.proof[1]


def test_heads_that_are_evidence_already_are_cited_as_such() -> None:
    heads = heads_over(row(ADULT), ARTICLE)
    assert heads
    known, adult = replace(heads, score=0.9), row(ADULT)
    [told] = with_heads([Statement(ADULT, (adult,))], [known, adult], article)
    assert told.proof == (adult, known)


@pytest.mark.parametrize(
    ("text", "proof"),
    [
        ("Adults pay £5.", (row(ADULT),)),
        (ADULT, (row(ADULT), row(CHILD))),
        ("| Adult, single | £11.40 |", (row(ADULT),)),
    ],
)
def test_what_is_no_whole_row_of_its_own_stays_without_heads(
    text: str, proof: tuple[Evidence, ...]
) -> None:
    [told] = with_heads([Statement(text, proof)], [row(ADULT), row(CHILD)], article)
    assert told.proof == proof


def test_a_row_of_an_article_that_is_gone_has_no_heads() -> None:
    lost = replace(row(CHILD), article_id="b")
    told = with_heads([Statement(CHILD, (lost,))], [lost], article)
    assert told == [Statement("Child: £5", (lost,))]


@pytest.mark.parametrize(
    ("text", "prose"),
    [("Adults pay £5.", True), (ADULT, False), (f"{DIFFER}Adults pay £5.", False)],
)
def test_rows_and_articles_that_differ_are_not_put_in_a_sentence(text: str, prose: bool) -> None:
    assert in_prose([Statement("It is cheap."), Statement(text)]) is prose
