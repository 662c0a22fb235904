"""Text boxes and charts of spreadsheets, made with `openpyxl`; text boxes are put in by hand."""

import io
import zipfile

import openpyxl
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.workbook import Workbook

from index.reading.extracted import Extracted
from index.reading.further.xlsx.xlsx_format import read_sheets

_BOX = (
    '<xdr:twoCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/'
    'spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:from>'
    "<xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:bodyPr/>"
    "<a:p><a:r><a:t>Prices are those of </a:t></a:r><a:r><a:t>May 2024.</a:t></a:r></a:p>"
    "<a:p><a:r><a:t>Dogs go free.</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
)
_FIGURES = "| Pier | Boats |\n|---|---|\n| North | 12 |\n| South | 31 |"


def harbour(title: str = "Boats") -> Workbook:
    """Return a workbook with a sheet of figures."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = title
    for row in (["Pier", "Boats"], ["North", 12], ["South", 31]):
        book.active.append(row)
    return book


def chart_of(book: Workbook, title: str = "Boats at the piers", sheet: str = "Boats") -> BarChart:
    """Return a chart with titles over the figures of a sheet."""
    chart = BarChart()
    chart.title, chart.x_axis.title, chart.y_axis.title = title, "pier", "boats a day"
    chart.add_data(Reference(book[sheet], min_col=2, min_row=1, max_row=3), titles_from_data=True)
    chart.set_categories(Reference(book[sheet], min_col=1, min_row=2, max_row=3))
    return chart


def written(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def changed(raw: bytes, part: str, old: str, new: str) -> Extracted:
    """Read a workbook with one part changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as packed, zipfile.ZipFile(file, "w") as made:
        for name in packed.namelist():
            text = packed.read(name)
            assert name != part or old.encode() in text
            made.writestr(name, text.replace(old.encode(), new.encode()) if name == part else text)
    return read_sheets(file.getvalue())


def test_a_chart_is_told_by_its_title_and_those_of_its_axes() -> None:
    book = harbour()
    book["Boats"].add_chart(chart_of(book), "D2")
    told = "Chart: Boats at the piers; pier; boats a day"
    assert read_sheets(written(book)).text == f"## Boats\n\n{_FIGURES}\n\n{told}"


def test_a_text_box_stands_below_the_cells_of_its_sheet() -> None:
    book = harbour()
    book["Boats"].add_chart(chart_of(book), "D2")
    drawing = "xl/drawings/drawing1.xml"
    read = changed(written(book), drawing, "</wsDr>", f"{_BOX}</wsDr>")
    box = "Prices are those of May 2024.\nDogs go free."
    told = "Chart: Boats at the piers; pier; boats a day"
    assert read.text == f"## Boats\n\n{_FIGURES}\n\n{box}\n\n{told}"


def test_a_chart_on_a_sheet_of_its_own_is_read() -> None:
    book = harbour()
    book.create_chartsheet("Picture").add_chart(chart_of(book, "The year"))
    told = "## Picture\n\nChart: The year; pier; boats a day"
    assert read_sheets(written(book)).text == f"## Boats\n\n{_FIGURES}\n\n{told}"


def test_the_figures_of_a_chart_over_a_hidden_sheet_are_read_from_the_chart() -> None:
    book = harbour("Kept")
    shown = book.create_sheet("Shown")
    chart = LineChart()
    chart.title = "Boats"
    chart.add_data(Reference(book["Kept"], min_col=2, min_row=2, max_row=3))
    shown.add_chart(chart, "A1")
    book["Kept"].sheet_state = "hidden"
    book.active = 1
    points = '<numCache><pt idx="0"><v>12</v></pt><pt idx="1"><v>31</v></pt></numCache></numRef>'
    read = changed(written(book), "xl/charts/chart1.xml", "</numRef>", points)
    assert read.text == "## Shown\n\nChart: Boats\n\n|  |  |\n|---|---|\n| 1 | 12 |\n| 2 | 31 |"
    hidden = [change.before for change in read.changes if change.rule == "hidden sheet"]
    assert hidden == ["Kept\nPier | Boats\nNorth | 12\nSouth | 31"]


def test_a_damaged_drawing_costs_no_cells() -> None:
    book = harbour()
    book["Boats"].add_chart(chart_of(book), "D2")
    read = changed(written(book), "xl/drawings/drawing1.xml", "</wsDr>", "")
    assert read.text == f"## Boats\n\n{_FIGURES}"
    assert "unread drawing" in {change.rule for change in read.changes}


def test_heads_and_feet_of_printed_pages_are_read_but_numbers_of_pages() -> None:
    book = harbour()
    book["Boats"].oddHeader.left.text = "Valid from 1 March 2024"
    book["Boats"].oddFooter.center.text = "Page &[Page] of &[Pages]"
    told = f"## Boats\n\n{_FIGURES}\n\nValid from 1 March 2024"
    assert read_sheets(written(book)).text == told
