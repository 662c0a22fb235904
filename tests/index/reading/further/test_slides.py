"""Slides, made with `python-pptx`."""

import io

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation
from pptx.util import Inches

from index.reading.extracted import Extracted, UnusableError
from index.reading.further.slides import read_slides


def read(deck: Presentation) -> Extracted:
    file = io.BytesIO()
    deck.save(file)
    return read_slides(file.getvalue())


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
    for place, text in enumerate("Both,,C,a,b,c,d,e,f".split(",")):
        shape.table.cell(place // 3, place % 3).text = text
    shape.table.cell(0, 0).merge(shape.table.cell(0, 1))
    assert read(deck).text == ("| Both | Both | C |\n|---|---|---|\n| a | b | c |\n| d | e | f |")


def test_a_chart_is_the_table_of_its_figures() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["2019", "2020"]
    data.add_series("Owls", (7, 9.5))  # type: ignore[no-untyped-call]
    size = Inches(1), Inches(2), Inches(4), Inches(3)
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *size, data)
    assert "|  | Owls |\n|---|---|\n| 2019 | 7 |\n| 2020 | 9.5 |" in read(deck).text


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
