"""Texts as LibreOffice writes them, made of their parts."""

import io
import zipfile

import pytest

from index.reading.extracted import Extracted, UnusableError
from index.reading.further.odt.odt_format import read_odt

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0" '
    f'xmlns:table="{OASIS}:table:1.0" xmlns:style="{OASIS}:style:1.0" '
    f'xmlns:draw="{OASIS}:drawing:1.0" xmlns:meta="{OASIS}:meta:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
NUMBERED = (
    '<office:automatic-styles><text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1"/>'
    "</text:list-style>"
    '<text:list-style style:name="L2">'
    '<text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="2" style:num-format="I" text:start-value="4" '
    'text:display-levels="2"/></text:list-style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    '<style:style style:name="T3" style:family="text"><style:text-properties '
    'style:text-position="-33% 58%"/></style:style>'
    '<style:style style:name="T4" style:family="text"><style:text-properties '
    'style:text-position="0% 100%"/></style:style>'
    '<style:style style:name="T5" style:family="text"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="T6" style:family="text" style:parent-style-name="T5">'
    '<style:text-properties style:text-line-through-style="none"/></style:style>'
    '<style:style style:name="T7" style:family="text"><style:text-properties '
    'text:display="none"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph"><style:text-properties '
    'text:display="none"/></style:style>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>'
    "</office:automatic-styles>"
)


def read(body: str, foot: str = "", **objects: str) -> Extracted:
    parts = {
        **{f"{name}/content.xml": text for name, text in objects.items()},
        "content.xml": f"<office:document-content {NAMES}>{NUMBERED}<office:body><office:text>"
        f"{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {NAMES}><style:master-page><style:footer>{foot}"
        "</style:footer></style:master-page></office:document-styles>",
        "meta.xml": f"<office:document-meta {NAMES}><dc:title>Mill</dc:title>"
        "<meta:creation-date>2021-05-03T10:00:00</meta:creation-date></office:document-meta>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return read_odt(file.getvalue())


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def test_headings_notes_and_white_space_are_read_and_comments_listed() -> None:
    page = read(
        '<text:h text:outline-level="2">The mill</text:h><text:p>Built<text:s/>in '
        "<text:span>1874</text:span><text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Says Ann.</text:p></text:note-body></text:note>.<text:line-break/>"
        "Red.<office:annotation><text:p>check</text:p></office:annotation></text:p>"
    )
    assert page.text == "## The mill\n\nBuilt in 1874 [1].\nRed.\n\n[1] Says Ann."
    assert (page.title, page.published) == ("Mill", "2021-05-03")
    assert [(change.rule, change.before) for change in page.changes] == [("comment", "check")]


def test_lists_are_numbered_as_they_are_shown() -> None:
    page = read(
        '<text:list text:style-name="L1"><text:list-item><text:p>First</text:p><text:list>'
        "<text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>Second</text:p></text:list-item></text:list>"
    )
    assert page.text == "1. First\n  - inner\n2. Second"


def test_tables_have_their_heads_joined_and_merged_cells_spread() -> None:
    covered = "<table:covered-table-cell/>"
    page = read(
        "<table:table><table:table-header-rows>"
        + row(cell("Winter", 'table:number-columns-spanned="2"'), covered, cell("Summer"))
        + row(cell("one"), cell("two"), cell("one"))
        + "</table:table-header-rows>"
        + row(cell("a", 'table:number-rows-spanned="2"'), cell("b"), cell("c"))
        + row(covered, cell("d", 'table:number-columns-repeated="2"'))
        + "</table:table>"
    )
    assert page.text == (
        "| Winter, one | Winter, two | Summer, one |\n|---|---|---|\n| a | b | c |\n| a | d | d |"
    )


def test_text_in_boxes_and_sections_is_read() -> None:
    page = read(
        "<text:section><text:p>Box: <draw:frame><draw:text-box><text:p>within</text:p>"
        "</draw:text-box></draw:frame>end</text:p></text:section>"
    )
    assert page.text == "Box: end\n\nwithin"


def test_deleted_text_and_contents_are_listed() -> None:
    page = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>One 3</text:p></text:index-body>"
        "</text:table-of-content><text:p>New.</text:p>"
    )
    assert page.text == "New."
    assert [(change.rule, change.before) for change in page.changes] == [
        ("deleted", "old"),
        ("table of contents", "One 3"),
    ]


def test_foots_are_read_once_without_the_numbers_of_pages() -> None:
    page = read(
        "<text:p>Text.</text:p>",
        "<text:p>Mill Trust, charity 1234</text:p>"
        "<text:p>Page <text:page-number>1</text:page-number></text:p>",
    )
    assert page.text == "Text.\n\nMill Trust, charity 1234"
    assert [change.rule.split(":")[0] for change in page.changes] == ["page number", "running head"]


def test_a_damaged_file_is_told() -> None:
    with pytest.raises(UnusableError, match="is damaged"):
        read_odt(b"PK rubbish")


def items(*texts: str, more: str = "") -> str:
    written = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)
    return f'<text:list text:style-name="L2" {more}>{written}</text:list>'


def test_a_list_goes_on_from_the_one_that_it_continues() -> None:
    more = 'text:continue-numbering="true"'
    page = read(items("one", "two") + "<text:p>x</text:p>" + items("three", more=more) + items("a"))
    assert page.text == "a) one\nb) two\n\nx\n\nc) three\n\na) a"
    page = read(
        items("one", "two", more='xml:id="n"')
        + items("a")
        + items("three", more='text:continue-list="n"')
    )
    assert page.text == "a) one\nb) two\n\na) a\n\nc) three"


def test_heads_of_lists_are_no_items_and_an_item_may_give_its_number() -> None:
    page = read(
        '<text:list text:style-name="L2"><text:list-header><text:p>Head</text:p></text:list-header>'
        '<text:list-item text:start-value="7"><text:p>seven</text:p><text:list><text:list-item>'
        "<text:p>inner</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:number>h)</text:number><text:p>eight</text:p></text:list-item></text:list>"
    )
    assert page.text == "Head\ng) seven\n  g.IV. inner\nh) eight"
    assert not page.changes


def test_numbered_paragraphs_bibliographies_and_shapes_are_read() -> None:
    page = read(
        '<text:numbered-paragraph text:style-name="L2"><text:p>Item</text:p>'
        "</text:numbered-paragraph>"
        "<text:p>x<draw:g><draw:rect><text:p>One</text:p><text:p>Two</text:p></draw:rect></draw:g>"
        "</text:p><draw:ellipse><text:p>Round</text:p></draw:ellipse>"
        "<text:bibliography><text:index-body><text:p>Ann 1999</text:p></text:index-body>"
        "</text:bibliography>"
    )
    assert page.text == "a) Item\n\nx\n\nOne\n\nTwo\n\nRound\n\nAnn 1999"


def test_readings_and_items_in_notes_keep_apart() -> None:
    page = read(
        "<text:p><text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>かんじ"
        "</text:ruby-text></text:ruby><text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{items('item 12', '34 other')}</text:note-body></text:note></text:p>"
    )
    assert page.text.startswith("漢字 (かんじ) [1]")
    assert page.text.endswith("[1] item 12 34 other")


def test_hidden_sections_and_what_else_is_left_out_are_listed() -> None:
    page = read(
        '<text:p>Seen.</text:p><text:section text:display="none"><text:p>gone</text:p>'
        "</text:section><text:strange><text:p>odd</text:p></text:strange>"
    )
    assert page.text == "Seen."
    assert [(change.rule, change.before) for change in page.changes] == [
        ("hidden", "gone"),
        ("unread part: strange", "odd"),
    ]


def test_repetitions_that_would_fill_the_memory_are_cut_and_listed() -> None:
    repeated = row(cell("x", 'table:number-columns-repeated="1000"')).replace(
        "<table:table-row>", '<table:table-row table:number-rows-repeated="1000">'
    )
    page = read(f"<table:table>{repeated * 3}</table:table>")
    assert len(page.text) < 100_000
    assert [change.before for change in page.changes] == ["a row, 999 more times"] * 3


def test_merged_cells_that_would_fill_the_memory_are_cut() -> None:
    spans = 'table:number-columns-spanned="1000" table:number-rows-spanned="1000"'
    page = read(f"<table:table>{row(cell('x', spans), cell('y'))}</table:table>")
    assert page.text == "| x | y |"
    assert [change.before for change in page.changes] == ["a merged cell, 999999 more times"]


def styled(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def test_raised_and_lowered_text_never_reads_as_a_part_of_a_number() -> None:
    page = read(
        f"<text:p>Built in 1931{styled('2', 'T1')} on 5 km{styled('2', 'T2')} by "
        f"10{styled('6', 'T1')} of H{styled('2', 'T3')}O, {styled('1874' + styled('3', 'T1'), 'B')}"
        f" and {styled('1,', 'T4')}234.</text:p>"
    )
    assert page.text == "Built in 1931 [2] on 5 km² by 10^6 of H₂O, 1874 [3] and 1,234."


def test_a_note_in_raised_text_has_its_mark_once() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Says Ann.</text:p></text:note-body></text:note>"
    )
    page = read(f"<text:p>In 1874{styled(note, 'T1')} it burnt.</text:p>")
    assert page.text == "In 1874 [1] it burnt.\n\n[1] Says Ann."


def test_what_styles_strike_out_or_hide_is_listed() -> None:
    page = read(
        '<text:p>It cost <text:span text:style-name="T5">three <text:span text:style-name="T6">or '
        'four</text:span> or five</text:span> pounds<text:span text:style-name="T7"> (ask Ann)'
        '</text:span>.</text:p><text:p text:style-name="P1">Not yet.</text:p>'
    )
    assert page.text == "It cost or four pounds."
    assert [(change.rule, change.before) for change in page.changes] == [
        ("struck out", "three"),
        ("struck out", "or five"),
        ("hidden", "(ask Ann)"),
        ("hidden", "Not yet."),
    ]


def test_what_is_left_out_leaves_no_second_space() -> None:
    page = read(f"<text:p>The {styled('old', 'T5')} price: 7  euros.</text:p>")
    assert page.text.startswith("The price: 7")


def test_the_title_of_the_text_is_a_heading() -> None:
    page = read(
        '<text:p text:style-name="P2">Mills</text:p><text:p text:style-name="X">Old.</text:p>'
    )
    assert page.text == "# Mills\n\nOld."


def frame(name: str) -> str:
    return f'<draw:frame><draw:object xlink:href="./{name}"/></draw:frame>'


def test_formulas_and_tables_of_objects_stand_where_they_are_shown() -> None:
    math = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>E</mi><mo>=</mo><mi>m</mi>'
        "<msup><mi>c</mi><mn>2</mn></msup></math>"
    )
    sheet = f"<x {NAMES}><table:table>{row(cell('a'), cell('b'))}</table:table></x>"
    page = read(
        f"<text:p>So {frame('One')} holds.</text:p><text:p>{frame('Two')}{frame('Gone')}</text:p>",
        One=math,
        Two=sheet,
    )
    assert page.text == "So E = mc² holds.\n\n| a | b |"
    assert [(change.rule, change.before) for change in page.changes] == [("object", "Gone")]
