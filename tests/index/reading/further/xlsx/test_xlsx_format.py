"""Spreadsheets, made with `openpyxl`."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from index.reading.extracted import Extracted, UnusableError
from index.reading.further.xlsx.xlsx_format import read_sheets


def read(book: Workbook) -> Extracted:
    file = io.BytesIO()
    book.save(file)
    return read_sheets(file.getvalue())


def book_of(*rows: Sequence[object]) -> Workbook:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "Prices"
    for row in rows:
        book.active.append(row)
    return book


def test_merged_heads_are_spread_and_joined_and_figures_stand_as_shown() -> None:
    book = book_of(
        ["Prices of the ferry"],
        [],
        [None, "Winter", None, "Summer"],
        ["Ticket", "single", "return", "single"],
        ["Adult", 3.5, 6, 4.5],
        ["Child", 0, 0, 0.125],
        [],
        ["Dogs go free."],
    )
    sheet = book["Prices"]
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("B3:C3")
    for row in sheet["B5:D5"]:
        for cell in row:
            cell.number_format = '"£"0.00'
    sheet["D6"].number_format = "0.0%"
    assert read(book).text == (
        "## Prices\n\nPrices of the ferry\n\n"
        "| Ticket | Winter, single | Winter, return | Summer, single |\n|---|---|---|---|\n"
        "| Adult | £3.50 | £6.00 | £4.50 |\n| Child | 0 | 0 | 12.5% |\n\nDogs go free."
    )


def test_a_cell_merged_over_rows_stands_in_each_of_them() -> None:
    book = book_of(["Room", "Day", "Hour"], ["Hall", "Mon", "9"], [None, "Tue", "10"])
    book["Prices"].merge_cells("A2:A3")
    assert read(book).text.splitlines()[-2:] == ["| Hall | Mon | 9 |", "| Hall | Tue | 10 |"]


def test_facts_in_two_columns_have_no_heads_unless_they_look_so() -> None:
    facts = [["Opened", "by Ann"], ["Owner", "Bob"]]
    assert "---" not in read(book_of(*facts)).text
    book = book_of(["Name", "Work"], *facts)
    for cell in book["Prices"][1]:
        cell.font = Font(bold=True)
    assert "|---|---|" in read(book).text
    assert "|---|---|" in read(book_of(["Ticket", "Price"], ["Adult", 5], ["Child", 2])).text


def test_every_visible_sheet_is_read_and_what_is_hidden_is_listed() -> None:
    book = book_of(["A", "B", "C"], ["x", "secret", "y"], ["u", "v", "w"])
    book.create_sheet("Hours").append(["Mon", "9-17"])
    hidden = book.create_sheet("Old")
    hidden.append(["gone"])
    hidden.sheet_state = "hidden"
    book["Prices"].column_dimensions["B"].hidden = True
    book["Prices"].row_dimensions[3].hidden = True
    book["Prices"]["A2"].comment = Comment("look here", "Ann")
    page = read(book)
    assert page.text == "## Prices\n\n| A | C |\n| x | y |\n\n## Hours\n\n| Mon | 9-17 |"
    assert [(change.rule, change.before) for change in page.changes] == [
        ("hidden column", "Prices, column B: B | secret | v"),
        ("comment", "Prices!A2: look here"),
        ("hidden row", "Prices, row 3: u | w"),
        ("hidden sheet", "Old\ngone"),
    ]


def test_a_formula_that_nothing_has_computed_is_listed() -> None:
    (change,) = read(book_of(["A", "B"], [1, "=A2*2"])).changes
    assert (change.rule, change.before) == ("formula without a value", "Prices!B2: =A2*2")


def test_raised_text_never_reads_as_a_part_of_a_number() -> None:
    up, down = (InlineFont(vertAlign=f"{name}script") for name in ("super", "sub"))
    year = CellRichText("Built in 1931", TextBlock(up, "2"))
    water = CellRichText("H", TextBlock(down, "2"), TextBlock(InlineFont(b=True), "O"))
    assert "| Built in 1931 [2] | H₂O |" in read(book_of([year, water], ["a", "b"])).text


@pytest.mark.timeout(20)
@pytest.mark.parametrize("place", ["C200000", "XFD1048576"])
def test_a_format_far_from_all_values_costs_nothing(place: str) -> None:
    book = book_of(["Name", "Work"], ["Ann", "mill"])
    book["Prices"][place].number_format = "0.00"
    book["Prices"].merge_cells("A2:A500")
    assert read(book).text == "## Prices\n\n| Name | Work |\n| Ann | mill |"


@pytest.mark.timeout(20)
def test_a_value_far_from_all_others_is_a_text_of_its_own() -> None:
    book = book_of(["Name", "Work"], ["Ann", "mill"])
    book["Prices"]["XFD1048576"] = "far"
    assert read(book).text == "## Prices\n\n| Name | Work |\n| Ann | mill |\n\nfar"


def test_a_cell_merged_over_a_blank_row_keeps_its_table_whole() -> None:
    book = book_of(["Room", "Day"], ["Hall", "Mon"], [], [None, "Tue"], [], ["Shut."])
    book["Prices"].merge_cells("A2:A4")
    assert read(book).text.endswith("| Hall | Mon |\n| Hall | Tue |\n\nShut.")


def test_a_date_is_written_out() -> None:
    book = book_of(["Opened", date(1974, 5, 3)], ["Closed", date(1999, 1, 2)])
    for cell in book["Prices"]["B"]:
        cell.number_format = "d mmmm yyyy"
    assert "| Opened | 3 May 1974 |\n| Closed | 2 January 1999 |" in read(book).text


@pytest.mark.parametrize("raw", [b"PK rubbish", b"no zip", b"PK\x05\x06" + b"\x00" * 18])
def test_a_damaged_file_is_told(raw: bytes) -> None:
    with pytest.raises(UnusableError, match="is damaged"):
        read_sheets(raw)


def test_a_file_with_a_password_is_told() -> None:
    with pytest.raises(UnusableError, match="protected by a password"):
        read_sheets(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def test_struck_text_is_listed() -> None:
    struck = CellRichText("four ", TextBlock(InlineFont(strike=True), "or five"))
    book = book_of(["Ticket", "Price", "Seats"], ["Adult", 3, struck], ["Child", 2, 1])
    assert book.active is not None
    book.active["B3"].font = Font(strike=True)
    page = read(book)
    assert page.text.split("\n")[-2:] == ["| Adult | 3 | four |", "| Child |  | 1 |"]
    assert [(change.rule, change.before) for change in page.changes] == [
        ("struck out", "Prices!C2: or five"),
        ("struck out", "Prices!B3: 2"),
    ]


def test_a_merge_over_the_whole_sheet_ends_where_its_cells_do() -> None:
    book = book_of(["Prices of the ferry"], ["a", "b"])
    raw = io.BytesIO()
    book.save(raw)
    assert book.active is not None
    with zipfile.ZipFile(raw) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = "xl/worksheets/sheet1.xml"
    whole = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    parts[name] = parts[name].replace(b"</sheetData>", whole)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for part, text in parts.items():
            new.writestr(part, text)
    assert "Prices of the ferry" in read_sheets(file.getvalue()).text


def test_more_merged_cells_than_there_is_memory_for_are_refused() -> None:
    book = book_of(["a"])
    assert book.active is not None
    book.active.cell(1_000_000, 3).value = "b"
    book.active.merged_cells.add("A1:C1000000")
    with pytest.raises(UnusableError, match="merged cells"):
        read(book)


def test_formulas_are_told_only_where_no_value_is_stored() -> None:
    page = read(book_of(["Ticket", "Price"], ["Adult", "=1+2"], ["Child", 2]))
    assert [change.before for change in page.changes] == ["Prices!B2: =1+2"]
