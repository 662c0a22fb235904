"""Tables that are text."""

import time

import pytest

from index.reading.extracted import UnusableError
from index.reading.formats import reader_of
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


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Zlin;1,5\nBrno;2,5\nPraha;3,7\n", "| Zlin | 1,5 |"),
        ("Zlin\t1,5\nBrno\t2,5\n", "| Zlin | 1,5 |"),
        ("Zlin|1,5|2,5\nBrno|2,5|3,5\n", "| Zlin | 1,5 | 2,5 |"),
        ("0,5;1,5\n1,5;2,5\n", "| 0,5 | 1,5 |"),
        ("1,2,3\n4,5,6\n", "| 1 | 2 | 3 |"),
    ],
)
def test_the_comma_of_a_number_parts_no_cells(text: str, row: str) -> None:
    assert row in read_separated(text.encode()).text.splitlines()


@pytest.mark.parametrize("suffix", [".tsv", ".tab"])
def test_the_name_of_a_file_tells_that_tabs_part_its_cells(suffix: str) -> None:
    text = reader_of(suffix)(b"Town\tSaid\nZlin\ta, b\nBrno, M\tc, d, e\n, , ,\n").text
    assert "| Zlin | a, b |" in text.splitlines()


def test_a_quote_that_is_not_closed_swallows_no_rows() -> None:
    raw = b'size\tname\tn\n"Old mill\tx\t1\n5\ty\t2\n"a\tb"\tz\t3\n'
    page = reader_of(".tsv")(raw)
    assert page.text.splitlines()[2:] == [
        '| "Old mill | x | 1 |',
        "| 5 | y | 2 |",
        "| a b | z | 3 |",
    ]
    assert [change.before for change in page.changes] == ['"Old mill\tx\t1']


def test_one_wide_row_above_many_short_ones_is_refused_in_time() -> None:
    start = time.monotonic()
    with pytest.raises(UnusableError, match="20,001 cells"):
        read_separated(b"a" + b"," * 20_000 + b"\n" + b"b\n" * 2000)
    assert time.monotonic() - start < 20


def test_a_sign_of_a_few_sentences_parts_no_table() -> None:
    lines = ["It rained; we went home.", *(f"Day {day} was dry." for day in range(1, 9))]
    assert read_separated("\n".join(lines).encode()).text == "\n".join(lines)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"a" * 12_000_000, 12_000_000),
        (b"the mill cost 12,500 pounds " * 50_000, None),
        (b"," * 5_000_000, "more memory"),
        (b'"a' + b"x,\n" * 3_000_000, "more memory"),
    ],
)
def test_one_line_without_end_and_cells_without_number_are_read_or_told(
    raw: bytes, told: int | str | None
) -> None:
    if isinstance(told, str):
        with pytest.raises(UnusableError, match=told):
            reader_of(".csv")(raw)
    else:
        text = reader_of(".csv")(raw).text
        assert len(text) == told if told else text.count("500 pounds the mill cost 12") == 49_999
