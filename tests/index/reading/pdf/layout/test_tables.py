"""Tables with ruled lines (`grid`) and without (`aligned`), and how they are written (`table`)."""

import io
from typing import TYPE_CHECKING, Any

import fpdf
import pytest
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from index.reading.pdf.layout.table import are_sums
from index.reading.pdf.pdf_format import read_pdf
from tests.index.reading.pdf.conftest import FORGE, MILL, lines, put, put_rows

if TYPE_CHECKING:
    from tests.index.reading.pdf.conftest import ReadDrawn

HOURS = [
    ["Day", "Opens", "Closes"],
    ["Monday", "07:30", "16:00"],
    ["Wednesday", "09:00", "18:30"],
    ["Saturday", "08:00", "12:15"],
]
WRITTEN = """| Day | Opens | Closes |
|---|---|---|
| Monday | 07:30 | 16:00 |
| Wednesday | 09:00 | 18:30 |
| Saturday | 08:00 | 12:15 |"""
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
HEAD_RULE = ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)


def tabled(rows: list[list[Any]], *style: Any, **options: Any) -> list[str]:
    """Return the paragraphs of a text, a table and a text."""
    body, file = getSampleStyleSheet()["Normal"], io.BytesIO()
    parts = [Paragraph(MILL, body), Table(rows, style=list(style), **options)]
    SimpleDocTemplate(file).build([*parts, Paragraph(FORGE, body)])
    return read_pdf(file.getvalue()).text.split("\n\n")


@pytest.mark.parametrize(
    "style",
    [
        [GRID],
        [],
        [HEAD_RULE],
        [("BACKGROUND", (0, 0), (-1, 0), colors.navy), ("TEXTCOLOR", (0, 0), (-1, 0), "white")],
        [("BACKGROUND", (0, 2), (-1, 2), colors.lightgrey)],
        [("BOX", (0, 0), (-1, -1), 1, colors.black), HEAD_RULE],
        [("ALIGN", (1, 0), (-1, -1), "RIGHT")],
    ],
)
def test_a_table_is_rows_with_heads_and_swallows_no_prose(style: list[Any]) -> None:
    assert tabled(HOURS, *style) == [MILL, WRITTEN, FORGE]


@pytest.mark.parametrize("layout", ["ALL", "MINIMAL", "SINGLE_TOP_LINE", "NONE"])
def test_tables_of_another_writer_are_the_same(layout: str) -> None:
    pdf = fpdf.FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    with pdf.table(borders_layout=layout) as table:
        for cells in HOURS:
            row = table.row()
            for cell in cells:
                row.cell(cell)
    assert read_pdf(bytes(pdf.output())).text == WRITTEN


def test_a_table_right_below_prose_and_above_it_is_told_apart(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        low = put(canvas, lines(MILL))
        for row in HOURS:
            for place, cell in zip((60, 200, 300), row, strict=True):
                canvas.drawString(place, low, cell)
            low -= 13
        put(canvas, lines(FORGE), y=low)

    assert drawn(page).text.split("\n\n") == [MILL, WRITTEN, FORGE]


@pytest.mark.parametrize("style", [[GRID], []])
def test_heads_of_groups_are_joined_with_those_below(style: list[Any]) -> None:
    spans = [
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (3, 0), (4, 0)),
        ("ALIGN", (1, 0), (4, 0), "CENTER"),
    ]
    rows = [
        ["", "Winter", "", "Summer", ""],
        ["Depot", "month", "day", "month", "day"],
        ["Selby", "100", "5", "120", "6"],
        ["Orme", "90", "4", "110", "5"],
    ]
    _, table, _ = tabled(rows, *style, *spans)
    heads, _, first, *_ = table.split("\n")
    assert heads == "| Depot | Winter, month | Winter, day | Summer, month | Summer, day |"
    assert first == "| Selby | 100 | 5 | 120 | 6 |"


def test_a_cell_over_several_rows_is_repeated_in_each() -> None:
    rows = [["Depot", "Day", "Opens"], ["Selby", "Monday", "7:30"], ["", "Sunday", "9:00"]]
    _, table, _ = tabled(rows, GRID, ("SPAN", (0, 1), (0, 2)))
    assert table.split("\n")[2:] == ["| Selby | Monday | 7:30 |", "| Selby | Sunday | 9:00 |"]


@pytest.mark.parametrize("style", [[GRID], []])
def test_lines_of_a_cell_are_one_text(style: list[Any]) -> None:
    duty = "Keeps the berths in order and collects the dues from boats that lie over night"
    body = getSampleStyleSheet()["Normal"]
    rows = [
        ["Post", "Duties", "Fee"],
        [Paragraph("Harbour master", body), Paragraph(duty, body), "450"],
        ["Clerk", "Writes the books", "250"],
    ]
    top = ("VALIGN", (0, 0), (-1, -1), "TOP")
    _, table, _ = tabled(rows, *style, top, colWidths=[60, 200, 50])
    assert table.split("\n")[2:] == [
        f"| Harbour master | {duty} | 450 |",
        "| Clerk | Writes the books | 250 |",
    ]


def test_an_empty_cell_moves_no_other() -> None:
    rows = [["Fish", "2019", "2020"], ["Cod", "12", "13"], ["Eel", "", "4"], ["Pike", "7", ""]]
    _, table, _ = tabled(rows)
    assert table.split("\n")[3:] == ["| Eel |  | 4 |", "| Pike | 7 |  |"]


def test_labels_with_colons_are_lines_not_heads() -> None:
    _, form, _ = tabled([["Name:", "Mirela Dosan"], ["Length:", "7.35 m"]], GRID)
    assert form == "Name: Mirela Dosan\nLength: 7.35 m"


def test_heads_of_several_lines_are_one_row(drawn: "ReadDrawn") -> None:
    rows = [
        ["Harbour", "Boats in", "Landed fish"],
        ["", "2022", "(tonnes)"],
        ["Fenwick", "1,204", "33.5"],
        ["Marrow", "98", "7.1"],
    ]
    read = drawn(lambda canvas: put_rows(canvas, rows, (60, 200, 300)))
    assert read.text.split("\n")[:2] == [
        "| Harbour | Boats in 2022 | Landed fish (tonnes) |",
        "|---|---|---|",
    ]


def test_numbers_over_times_are_heads(drawn: "ReadDrawn") -> None:
    rows = [
        ["Stop", "1", "2"],
        ["Weston", "06:10", "06:40"],
        ["Mill", "06:15", "-"],
        ["Quay", "06:22", "06:50"],
    ]
    read = drawn(lambda canvas: put_rows(canvas, rows, (60, 200, 300)))
    assert read.text.startswith("| Stop | 1 | 2 |\n|---|---|---|\n| Weston")


def test_rows_of_figures_without_heads_get_none(drawn: "ReadDrawn") -> None:
    rows = [["Weston", "06:10", "12"], ["Mill", "06:15", "7"], ["Quay", "06:22", "30"]]
    read = drawn(lambda canvas: put_rows(canvas, rows, (60, 200, 300)))
    assert read.text.split("\n")[0] == "| Weston | 06:10 | 12 |"
    assert "---" not in read.text


def test_a_text_with_a_word_beside_it_is_no_table(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, lines(MILL, 330))
        for y in (780, 754):
            canvas.drawRightString(540, y, "[Mill]")

    read = drawn(page)
    assert "|" not in read.text


def test_a_sum_below_a_table_is_a_row_of_its_own(drawn: "ReadDrawn") -> None:
    rows = [
        ["Item", "Number", "Price", "Total"],
        ["Rope", "4", "3.50", "14.00"],
        ["Anchor", "1", "120.00", "120.00"],
        ["", "", "Sum", "134.00"],
    ]
    read = drawn(lambda canvas: put_rows(canvas, rows, (60, 200, 300, 400)))
    assert read.text.split("\n")[3:] == [
        "| Anchor | 1 | 120.00 | 120.00 |",
        "|  |  | Sum | 134.00 |",
    ]


def test_amounts_above_the_rule_of_their_sum_are_no_heads() -> None:
    rows = [["Net", "€ 1,199.00"], ["VAT 20 %", "€ 239.80"], ["Total due", "€ 1,438.80"]]
    rule = ("LINEABOVE", (0, -1), (-1, -1), 1, colors.black)
    assert tabled(rows, rule)[1].split("\n") == [f"| {name} | {sum_} |" for name, sum_ in rows]


@pytest.mark.parametrize(
    ("rows", "sums"),
    [
        ([["Net", "1199.00 €"], ["Total due", "1438.80 €"]], True),
        ([["Zone", "1", "2"], ["Fare", "2.10", "3.40"]], False),
        ([["Zone", "1", "2"], ["Stops", "4", "9"]], False),
        ([["Ticket", "2023", "2024"], ["Day", "7.50", "8.00"]], False),
        ([["Ticket", "Price"], ["Day", "€ 7.50"]], False),
    ],
)
def test_sums_are_told_from_figures_under_heads(rows: list[list[str]], sums: bool) -> None:
    assert are_sums(rows, 1) is sums


def test_a_table_goes_on_over_pages_under_its_heads(drawn: "ReadDrawn") -> None:
    heads, *rows = HOURS
    read = drawn(
        lambda canvas: put_rows(canvas, [heads, *rows[:2]], (60, 200, 300)),
        lambda canvas: put_rows(canvas, [heads, *rows[1:]], (60, 200, 300)),
    )
    again = "| Wednesday | 09:00 | 18:30 |"
    assert read.text == WRITTEN.replace(again, f"{again}\n{again}")
    assert [change.before for change in read.changes] == ["Day | Opens | Closes"]
    assert read.text[read.pages[1][0] :].startswith(again)


def test_rows_between_two_rules_are_rows_where_each_has_its_figures() -> None:
    names, first, second = "Alabama\nAlaska\nArizona", "18,870\n209\n2,303", "23\n3,062\n0"
    body = [["State", "Permits", "Guns"], [names, first, second], ["Georgia", "14", "16"]]
    assert tabled(body, GRID)[1].split("\n") == [
        "| State | Permits | Guns |",
        "|---|---|---|",
        "| Alabama | 18,870 | 23 |",
        "| Alaska | 209 | 3,062 |",
        "| Arizona | 2,303 | 0 |",
        "| Georgia | 14 | 16 |",
    ]


def test_a_cell_of_several_lines_beside_one_figure_is_one_row() -> None:
    body = [["Place", "Fee"], ["Upper weir,\nclosed to boats", "12"], ["Lower weir", "14"]]
    assert tabled(body, GRID)[1].endswith(
        "| Upper weir, closed to boats | 12 |\n| Lower weir | 14 |"
    )


def test_frames_beside_rows_are_not_repeated_in_each() -> None:
    chart = "\n".join(f"Ethanol {n}.00 of the year" for n in range(30))
    body = [[f"Town {n}", "1.35", chart if not n else ""] for n in range(12)]
    text = "\n".join(tabled(body, GRID, ("SPAN", (2, 0), (2, -1))))
    assert text.count("Ethanol 7.00") == 1
    assert all(f"Town {n}" in text for n in range(12))


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (
            ["Upper weir\noffice of\nthe warden", "555-123\n555-124\n555-125", "1\n2\n3"],
            "| Upper weir office of the warden | 555-123 555-124 555-125 | 1 2 3 |",
        ),
        (
            ["Fee for visitors\nfrom abroad", "12\n14", "13\n15"],
            "| Fee for visitors from abroad | 12 14 | 13 15 |",
        ),
        (
            ["Weir Lane\nIndoor pool\nClosed Monday", "8-10\n12-14\n16-18", "4"],
            "| Weir Lane Indoor pool Closed Monday | 8-10 12-14 16-18 | 4 |",
        ),
    ],
)
def test_a_name_of_several_lines_beside_as_many_figures_is_one_row(
    cells: list[str], row: str
) -> None:
    body = [["Place", "Before", "After"], cells, ["Lido", "9", "6"], ["Quay", "7", "8"]]
    assert tabled(body, GRID)[1].split("\n")[2:] == [row, "| Lido | 9 | 6 |", "| Quay | 7 | 8 |"]


@pytest.mark.parametrize("place", ["TOP", "MIDDLE", "BOTTOM"])
def test_a_long_note_over_many_rows_stands_in_the_first(place: str) -> None:
    towns = [[f"Town {n}", f"{n}.35", Paragraph(MILL + FORGE) if not n else ""] for n in range(12)]
    spanned = ("SPAN", (2, 1), (2, -1)), ("VALIGN", (0, 0), (-1, -1), place)
    text = "\n".join(tabled([["Town", "Rate", "Note"], *towns], GRID, *spanned))
    assert f"| Town 0 | 0.35 | {MILL}{FORGE} |\n| Town 1 | 1.35 |  |" in text
    assert text.endswith(f"| Town 11 | 11.35 |  |\n{FORGE}")


def test_charts_beside_frames_of_many_lines_make_no_table() -> None:
    chart = "\n".join(f"Ethanol {n}.00 of the year" for n in range(30))
    price = "\n".join(f"Harbour {n} takes 1.{n} a day" for n in range(8))
    body = [[f"Town {n}", price, chart if not n else ""] for n in range(6)]
    text = "\n".join(tabled(body, GRID, ("SPAN", (2, 0), (2, -1))))
    assert text.count("Ethanol 7.00") == 1
    assert "| Ethanol 0.00 of the year Ethanol 1.00 of the year" not in text


def test_two_heads_of_groups_over_one_column_are_both_kept(drawn: "ReadDrawn") -> None:
    def page(canvas: Canvas) -> None:
        put_rows(canvas, [["Date", "No", "Paid", "Due"]], [60, 105, 300, 345], 716)
        put_rows(canvas, [[f"1{n}-Apr-16 cash", f"{n},300"] for n in range(5)], [60, 310])

    text = drawn(page).text
    assert all(word in text for word in ("Date", "No", "Paid", "Due"))
