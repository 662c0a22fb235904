"""Tables of pages: heads over their columns, spread cells, lists of facts."""

import pytest

from index.reading.web.html_format import read_html

RULE = "|---|---|---|"


def text_of(body: str) -> str:
    page = f"<html><body><article><p>Prose.</p>{body}</article></body></html>"
    return read_html(page.encode()).text.removeprefix("Prose.").strip()


def test_heads_in_two_rows_are_joined_and_cells_over_several_places_stand_in_each() -> None:
    body = (
        "<table><thead><tr><th rowspan=2>Boat<th colspan=2>Winter<tr><th>Day<th>Month</thead>"
        "<tr><td rowspan=2>Small<td>5<td>95<tr><td>6<td>99</table>"
    )
    assert text_of(body).split("\n") == [
        "| Boat | Winter, Day | Winter, Month |",
        RULE,
        "| Small | 5 | 95 |",
        "| Small | 6 | 99 |",
    ]


def test_the_head_of_a_row_is_no_head_of_a_column() -> None:
    body = "<table><tr><td><th>Summer<th>Winter<tr><th scope=row>Adult<td>6<td>8</table>"
    assert text_of(body).split("\n") == ["|  | Summer | Winter |", RULE, "| Adult | 6 | 8 |"]


@pytest.mark.parametrize(
    "top",
    [
        "<tr><td><b>Stop</b><td><b>Zone</b><td><b>Bus</b><tr><td>Quay<td>A<td>red",
        "<tr style='font-weight: bold'><td>Stop<td>Zone<td>Bus</tr><tr><td>Quay<td>A<td>red",
        "<tr><td>Stop<td>Fee<td>Fine<tr><td>Quay<td>5<td>9<tr><td>Inn<td>6<td>8",
        "<tr><td>Stop<td>2021<td>2022<tr><td>Quay<td>1,187<td>1,214",
        "<tr><td><p><strong>Stop</strong></p><td><p><b>Zone</b></p><td><p><b>No</b></p>"
        "<tr><td><p>Quay</p><td><p>A</p><td><p>1</p>",
    ],
)
def test_the_first_row_is_the_head_where_it_looks_like_one(top: str) -> None:
    assert text_of(f"<table>{top}</table>").split("\n")[1] == RULE


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>Name<td>Velo<tr><td>Length<td>418 m<tr><td>Opened<td>1961",
        "<tr><td>Quay<td>5<td>9<tr><td>Inn<td>6<td>8",
        "<tr><td>Oslo<td>Bergen<td>Moss",
        "<tr><td><b>Quay</b><td><b>A</b><tr><td><b>Inn</b><td><b>B</b>",
    ],
)
def test_a_table_without_heads_gets_none(rows: str) -> None:
    assert "---" not in text_of(f"<table>{rows}</table>")


def test_a_list_of_facts_is_read_as_labels_and_values() -> None:
    body = (
        "<aside class=infobox><table><caption>Velo bridge</caption><tr><th>Opened<td>12 June 1961"
        "<tr><th colspan=2>Size<tr><th>Length:<td>418 m<tr><th>For<td><ul><li>foot<li>cycle</ul>"
        "</table></aside>"
    )
    assert text_of(body).split("\n\n") == [
        "Velo bridge",
        "Opened: 12 June 1961",
        "Size, Length: 418 m",
        "Size, For: foot; cycle",
    ]


def test_a_line_over_all_columns_names_the_rows_below_it_and_a_note_stands_for_itself() -> None:
    body = (
        "<table><tr><th>Stop<th>First<th>Last<tr><th colspan=3>Zone A<tr><td>Quay<td>5:40<td>23:00"
        "<tr><td colspan=3>Zone B<tr><td>Inn<td>6:00<td>22:00"
        "<tr><td colspan=3>Not on Sundays.</table>"
    )
    assert text_of(body).split("\n") == [
        "| Stop | First | Last |",
        RULE,
        "| Zone A, Quay | 5:40 | 23:00 |",
        "| Zone B, Inn | 6:00 | 22:00 |",
        "",
        "Not on Sundays.",
    ]


def test_tables_stay_apart_and_new_heads_begin_a_new_one() -> None:
    one = "<table><tr><th>a<th>b<tr><td>1<td>2</table>"
    two = "<table><tr><th>c<th>d<tr><td>3<td>4<tr><th>e<th>f<tr><td>5<td>6</table>"
    tables = ["| a | b |\n|---|---|\n| 1 | 2 |", "| c | d |\n|---|---|\n| 3 | 4 |"]
    assert text_of(one + two).split("\n\n") == [*tables, "| e | f |\n|---|---|\n| 5 | 6 |"]


def test_the_foot_of_a_table_is_read_below_its_body() -> None:
    body = "<table><thead><tr><th>a<th>b<tfoot><tr><td>all<td>9<tbody><tr><td>x<td>4</table>"
    assert text_of(body).endswith("| x | 4 |\n| all | 9 |")


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>One.<td>Two.</table>",
        "<table><tr><td><h2>One.</h2><td><h2>Two.</h2></table>",
        "<table><tr><td>One.<tr><td>Two.</table>",
        "<table><tr><td><p>One.</p><p>Two.</p><td><p>3</p><p>4</p></table>",
    ],
)
def test_a_table_that_arranges_the_page_is_none(table: str) -> None:
    text = text_of(table)
    assert "One.\n\n" in text or "One. |" in text
    assert "---" not in text


def test_a_line_end_in_a_cell_parts_words_and_a_bar_in_it_no_cells() -> None:
    body = "<table><tr><th>Day<th>Open<tr><td>Mon<br>Tue<td>9|10</table>"
    assert text_of(body).endswith("| Mon Tue | 9¦10 |")


@pytest.mark.parametrize("span", ["rowspan=60000", "colspan=900", "rowspan=0", "colspan=x"])
def test_a_table_with_huge_or_broken_spans_is_read(span: str) -> None:
    rows = "".join(f"<tr><td {span}>n{n}<td>{n}" for n in range(300))
    text = text_of(f"<table>{rows}</table>")
    assert "n0" in text
    assert "n299" in text
    assert len(text) < 3_000_000


def test_a_table_built_of_other_elements_is_known_by_their_roles() -> None:
    rows = [("columnheader", "Ticket", "Price"), ("cell", "Adult", "6")]
    body = "".join(
        f"<div role=row><span role={role}>{one}</span><span role={role}>{two}</span></div>"
        for role, one, two in rows
    )
    table = f"<div role=table><div role=rowgroup>{body}</div></div>"
    assert text_of(table) == "| Ticket | Price |\n|---|---|\n| Adult | 6 |"
