"""Tables that are text."""

import pytest

from index.reading.extracted import UnusableError
from index.reading.further.separated import read_separated

TABLE = "| Ticket | Price |\n|---|---|\n| Adult | 12,50 € |\n| Child | 5 € |"


@pytest.mark.parametrize(
    "text",
    [
        "Ticket;Price\nAdult;12,50 €\nChild;5 €\n",
        'Ticket,Price\r\nAdult,"12,50 €"\r\nChild,5 €\r\n',
        "Ticket\tPrice\nAdult\t12,50 €\nChild\t5 €",
        "Ticket|Price\nAdult|12,50 €\nChild|5 €\n\n\n",
        "sep=;\nTicket;Price\nAdult;12,50 €\nChild;5 €\n",
        "Ticket;Price;\nAdult;12,50 €;\nChild;5 €;\n",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_whatever_parts_the_cells_they_are_a_markdown_table_with_heads(
    text: str, codec: str
) -> None:
    assert read_separated(text.encode(codec)).text == TABLE


def test_titles_above_and_notes_below_are_lines_of_their_own() -> None:
    raw = b"Opening hours 2024,,\n\nDay,From,To\nMon,9,17\nTue,10,18\n\nClosed in May,,\n"
    assert read_separated(raw).text == (
        "Opening hours 2024\n\n"
        "| Day | From | To |\n|---|---|---|\n| Mon | 9 | 17 |\n| Tue | 10 | 18 |\n\n"
        "Closed in May"
    )


def test_a_cell_may_hold_line_ends_signs_and_quotes() -> None:
    raw = b'City,"People\n(2020)",Said\n"Paris, F","2,100,000","a ""big"" one"\n'
    assert read_separated(raw).text.splitlines()[::2] == [
        "| City | People (2020) | Said |",
        '| Paris, F | 2,100,000 | a "big" one |',
    ]


def test_years_are_heads_and_other_figures_are_none() -> None:
    assert "|---|" in read_separated(b"Town,2019,2020\nA,1,2\nB,3,4\n").text
    assert "|---|" not in read_separated(b"1,2\n3,4\n").text


def test_an_empty_cell_leaves_the_others_in_their_columns() -> None:
    rows = read_separated(b"A,B,C\n1,,3\n,2,3\n").text.splitlines()
    assert rows[2:] == ["| 1 |  | 3 |", "|  | 2 | 3 |"]


def test_a_bar_in_a_cell_ends_no_cell_and_is_told() -> None:
    page = read_separated(b"A,B\nx|y,2\n")
    assert page.text.splitlines()[2] == "| x¦y | 2 |"
    assert page.changes[0].before == "1 bars | in cells"


def test_an_encoding_that_was_assumed_is_told() -> None:
    page = read_separated("Билет,Цена\nВзрослый,250 рублей\nШкольник,бесплатно\n".encode("cp1251"))
    assert "Взрослый | 250 рублей" in page.text
    assert page.changes[0].after.startswith("read as Windows-1251")


def test_a_binary_file_is_none() -> None:
    with pytest.raises(UnusableError, match="binary"):
        read_separated(b"\x00\x01\x02")
