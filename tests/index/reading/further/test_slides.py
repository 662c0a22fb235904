"""Slides, made with `python-pptx`."""

import copy
import io
from datetime import date
from typing import Any

import pptx
import pytest
from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches

from index.reading.extracted import Extracted, UnusableError
from index.reading.further.slides import read_slides


def read(deck: Presentation) -> Extracted:
    file = io.BytesIO()
    deck.save(file)
    return read_slides(file.getvalue())


SIZE = Inches(1), Inches(2), Inches(4), Inches(3)


def blank() -> tuple[Presentation, Slide]:
    deck = pptx.Presentation()
    return deck, deck.slides.add_slide(deck.slide_layouts[6])


def charted(slide: Slide, name: str = "Owls") -> Chart:
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["2019", "2020"]
    data.add_series(name, (7, 9.5))  # type: ignore[no-untyped-call]
    shown: Any = slide.shapes
    return shown.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *SIZE, data).chart  # type: ignore[no-any-return]


def write(frame: TextFrame, *runs: tuple[str, str]) -> None:
    for text, baseline in runs:
        run = frame.paragraphs[0].add_run()
        run.text = text
        run.font._element.set("baseline", baseline)


def test_titles_lists_and_notes_come_in_order() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "The mill"
    slide.placeholders[1].text = "Built in 1874\nHas 3 floors"
    slide.placeholders[1].text_frame.paragraphs[1].level = 1
    slide.notes_slide.notes_text_frame.text = "Say that it is red."
    assert read(deck).text == (
        "## The mill\n\n- Built in 1874\n  - Has 3 floors\n\nSay that it is red."
    )


def test_each_slide_that_is_shown_is_a_page() -> None:
    deck = pptx.Presentation()
    for number, name in enumerate(("Mills", "Drafts", "Locks", "Weirs"), 1):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = name
        slide.placeholders[1].text = f"They are {number} in number."
        if name == "Drafts":
            slide._element.set("show", "0")
    found = read(deck)
    assert [(found.text[start:].split()[1], page) for start, page in found.pages] == [
        ("Mills", 1),
        ("Locks", 3),
        ("Weirs", 4),
    ]


def test_boxes_are_read_from_the_top_and_from_the_left() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for text, left, top in (("low", 1, 5), ("right", 6, 2), ("left", 0.2, 2.1), ("high", 3, 0.5)):
        box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(2), Inches(1))
        box.text_frame.text = text
    assert read(deck).text.split("\n\n") == ["high", "left", "right", "low"]


def test_tables_are_markdown_with_merged_cells_spread() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    shape = slide.shapes.add_table(3, 3, Inches(1), Inches(1), Inches(5), Inches(1))
    for place, text in enumerate("Both,,C,1,2,3,4,5,6".split(",")):
        shape.table.cell(place // 3, place % 3).text = text
    shape.table.cell(0, 0).merge(shape.table.cell(0, 1))
    assert read(deck).text == ("| Both | Both | C |\n|---|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |")
    for column, text in enumerate(("north", "south", "all")):
        shape.table.cell(1, column).text = text
    assert read(deck).text.startswith("| Both, north | Both, south | C, all |\n|---|---|---|\n| 4")


def test_a_chart_is_the_table_of_its_figures() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["2019", "2020"]
    data.add_series("Owls", (7, 9.5))  # type: ignore[no-untyped-call]
    size = Inches(1), Inches(2), Inches(4), Inches(3)
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *size, data)
    assert "|  | Owls |\n|---|---|\n| 2019 | 7 |\n| 2020 | 9.5 |" in read(deck).text


def test_charts_of_points_of_several_plots_and_of_unknown_kinds_are_read() -> None:
    deck, slide = blank()
    data = XyChartData()  # type: ignore[no-untyped-call]
    points = data.add_series("Depth")  # type: ignore[no-untyped-call]
    points.add_data_point(1, 77)
    points.add_data_point(2.5, 88)
    shown: Any = slide.shapes
    shown.add_chart(XL_CHART_TYPE.XY_SCATTER, *SIZE, data)
    bars = charted(slide)._chartSpace.find(".//{*}barChart")
    line = copy.deepcopy(bars)
    line.tag = line.tag.replace("barChart", "lineChart")
    line.find(".//{*}tx//{*}v").text = "Mice"
    bars.addnext(line)
    odd = charted(slide, "Bats")._chartSpace.find(".//{*}barChart")
    odd.tag = odd.tag.replace("barChart", "ofPieChart")
    text = read(deck).text
    assert "|  | Depth |\n|---|---|\n| 1 | 77 |\n| 2.5 | 88 |" in text
    assert "|  | Owls | Mice |\n|---|---|---|\n| 2019 | 7 | 7 |\n| 2020 | 9.5 | 9.5 |" in text
    assert "|  | Bats |\n|---|---|\n| 2019 | 7 |" in text


def test_a_chart_is_told_by_its_title_and_those_of_its_axes() -> None:
    deck, slide = blank()
    chart: Any = charted(slide)
    chart.chart_title.text_frame.text = "Owls in the wood"
    chart.value_axis.axis_title.text_frame.text = "pairs"
    assert read(deck).text.startswith("Owls in the wood; pairs\n\n|  | Owls |\n")


def test_a_chart_tells_days_and_shares_as_it_shows_them_and_labels_of_points() -> None:
    deck, slide = blank()
    data = CategoryChartData(number_format="0.0%")  # type: ignore[no-untyped-call]
    data.categories = [date(2002, 1, 5), date(2002, 1, 6)]
    data.add_series("Full", (0.125, 1))  # type: ignore[no-untyped-call]
    shown: Any = slide.shapes
    chart = shown.add_chart(XL_CHART_TYPE.LINE, *SIZE, data).chart
    chart.plots[0].series[0].points[0].data_label.text_frame.text = "after the flood"
    text = read(deck).text
    assert "after the flood" in text
    assert "| 2002-01-05 | 12.5% |\n| 2002-01-06 | 100.0% |" in text


def dated(texts: list[str], counted_from_1904: str = "0") -> list[str]:
    """Return the rows of a chart whose days are stored as these texts."""
    deck, slide = blank()
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [date(2002, 1, 1 + n) for n in range(len(texts))]
    data.add_series("Full", range(len(texts)))  # type: ignore[no-untyped-call]
    shown: Any = slide.shapes
    space = shown.add_chart(XL_CHART_TYPE.LINE, *SIZE, data).chart._chartSpace
    space.find("{*}date1904").set("val", counted_from_1904)
    for value, text in zip(space.iterfind(".//{*}cat//{*}v"), texts, strict=True):
        value.text = text
    return [row.split("|")[1].strip() for row in read(deck).text.split("\n")[2:]]


def test_days_of_a_chart_that_no_calendar_has_stay_numbers() -> None:
    odd = ["37261", "99999999", "-99999999", "1e300", "inf", "nan"]
    assert dated(odd) == ["2002-01-05", *odd[1:]]


def test_days_of_a_chart_are_counted_from_1904_where_it_says_so() -> None:
    assert dated(["35799"], "1") == dated(["37261"]) == ["2002-01-05"]


def test_figures_of_a_chart_without_a_format_are_told_short_and_labels_as_they_are() -> None:
    deck, slide = blank()
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["007", "0.30000000000000004"]
    data.add_series("Full", (0.1 + 0.2, 2002))  # type: ignore[no-untyped-call]
    shown: Any = slide.shapes
    space = shown.add_chart(XL_CHART_TYPE.LINE, *SIZE, data).chart._chartSpace
    for style in list(space.iter("{*}formatCode")):
        style.getparent().remove(style)
    assert "| 007 | 0.3 |\n| 0.30000000000000004 | 2002 |" in read(deck).text


def test_comments_are_listed() -> None:
    deck, slide = blank()
    slide.shapes.add_textbox(*SIZE).text_frame.text = "The mill"
    said = b'<p:cmLst xmlns:p="urn:p"><p:cm><p:text>Is that so?</p:text></p:cm></p:cmLst>'
    name = PackURI("/ppt/comments/comment1.xml")
    part = Part(name, "application/xml", deck.part.package, said)
    slide.part.relate_to(part, "http://x.example/comments")
    page = read(deck)
    assert page.text == "The mill"
    assert [(it.rule, it.before) for it in page.changes] == [("comment", "Is that so?")]


def test_a_chart_without_figures_is_listed_and_costs_nothing_else() -> None:
    deck, slide = blank()
    space = charted(slide)._chartSpace
    for series in list(space.iter("{*}ser")):
        series.getparent().remove(series)
    slide.shapes.add_textbox(*SIZE).text_frame.text = "The mill"
    page = read(deck)
    assert page.text == "The mill"
    assert [change.rule for change in page.changes] == ["chart"]


def test_raised_text_never_reads_as_a_part_of_a_number() -> None:
    deck, slide = blank()
    frame = slide.shapes.add_textbox(*SIZE).text_frame
    write(frame, ("Built in 1931", "0"), ("2", "30000"), (" on 5 km", "0"), ("2", "30000"))
    table = slide.shapes.add_table(1, 1, Inches(1), Inches(6), Inches(5), Inches(1)).table
    write(table.cell(0, 0).text_frame, ("H", "0"), ("2", "-25000"), ("O, 10", "0"), ("6", "30000"))
    assert read(deck).text == "Built in 1931 [2] on 5 km²\n\n| H₂O, 10^6 |"


def test_a_box_with_the_number_of_the_title_is_read() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "The mill"
    box = slide.shapes.add_textbox(*SIZE)
    box.text_frame.text = "It is red."
    box._element.nvSpPr.cNvPr.set("id", str(slide.shapes.title.shape_id))
    assert read(deck).text == "## The mill\n\nIt is red."


def test_the_first_of_alternative_shapes_is_read() -> None:
    deck, slide = blank()
    box = slide.shapes.add_textbox(*SIZE)
    box.text_frame.text = "New form"
    tree, mc = (
        box._element.getparent(),
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
    )
    either = etree.SubElement(tree, f"{{{mc}}}AlternateContent")
    old = copy.deepcopy(box._element)
    etree.SubElement(either, f"{{{mc}}}Choice").append(box._element)
    etree.SubElement(either, f"{{{mc}}}Fallback").append(old)
    assert read(deck).text == "New form"


def test_a_hidden_slide_is_listed() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Secret"
    slide._element.set("show", "0")
    page = read(deck)
    assert (page.text, page.changes[0].rule) == ("", "hidden slide 1")


def test_a_group_is_read_in_its_place() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    group = slide.shapes.add_group_shape()
    box = group.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    box.text_frame.text = "in the group"
    assert read(deck).text == "in the group"


def test_a_damaged_file_is_told() -> None:
    with pytest.raises(UnusableError, match="is damaged"):
        read_slides(b"PK rubbish")


A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def paragraph(frame: TextFrame, text: str, about: str = "", **look: str) -> None:
    added = frame.add_paragraph() if frame.text else frame.paragraphs[0]  # type: ignore[no-untyped-call]
    run = added.add_run()
    run.text = text
    for name, value in look.items():
        run.font._element.set(name, value)
    if about:
        added._p.insert(0, etree.fromstring(f'<a:pPr xmlns:a="{A}" {about}</a:pPr>'))


def test_items_have_the_numbers_that_the_slide_shows() -> None:
    deck = pptx.Presentation()
    frame = deck.slides.add_slide(deck.slide_layouts[1]).placeholders[1].text_frame
    numbered, letters = (
        '><a:buAutoNum type="arabicPeriod"/>',
        '><a:buAutoNum type="alphaLcParenR"/>',
    )
    paragraph(frame, "Dig", numbered)
    paragraph(frame, "by hand", f'lvl="1" {letters}')
    paragraph(frame, "by crane", f'lvl="1" {letters}')
    paragraph(frame, "Fill", numbered)
    paragraph(frame, "Rest", "><a:buNone/>")
    paragraph(frame, "Tools")
    paragraph(frame, "Fifth", '><a:buAutoNum type="romanUcParenBoth" startAt="5"/>')
    assert read(deck).text.split("\n") == [
        *("1. Dig", "  a) by hand", "  b) by crane", "2. Fill", "Rest", "- Tools", "(V) Fifth")
    ]


def test_struck_text_is_listed_and_formulas_are_read() -> None:
    deck, slide = blank()
    frame = slide.shapes.add_textbox(*SIZE).text_frame
    paragraph(frame, "It cost ")
    paragraph(frame, "three", strike="sngStrike")
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    frame.paragraphs[0]._p.append(
        etree.fromstring(
            f'<m:oMathPara xmlns:m="{math}"><m:oMath><m:r><m:t>4</m:t></m:r></m:oMath>'
            "</m:oMathPara>"
        )
    )
    page = read(deck)
    assert page.text == "It cost 4"
    assert [(change.rule, change.before) for change in page.changes] == [("struck out", "three")]
