from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.index.reading.word.conftest import ReadBody


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def cell(text: str) -> str:
    return f"<w:tc>{par(text)}</w:tc>"


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_content_controls_are_read_wherever_they_stand(read_body: "ReadBody") -> None:
    rows = f"<w:tr>{cell('Name')}{control(cell('Pepper'))}</w:tr>" + control(
        f"<w:tr>{cell('Born')}{cell('2 May 2020')}</w:tr>"
    )
    body = (
        control(control(par("The rent is 1,140 pounds.")))
        + f"<w:p>{run('It is due on ')}{control(run('3 May'))}{run('.')}</w:p>"
        + control(f"<w:tbl>{rows}</w:tbl>")
    )
    assert read_body(body).text.split("\n\n") == [
        "The rent is 1,140 pounds.",
        "It is due on 3 May.",
        "| Name | Pepper |\n| Born | 2 May 2020 |",
    ]


def test_words_that_ask_to_fill_in_a_control_are_listed(read_body: "ReadBody") -> None:
    empty = control(run("Click here to enter text."), "<w:showingPlcHdr/>")
    read = read_body(f"<w:p>{run('Name: ')}{empty}</w:p>")
    assert read.text.strip() == "Name:"
    assert [change.before for change in read.changes] == ["Click here to enter text."]


@pytest.mark.parametrize(("state", "box"), [("1", "☒"), ("0", "☐")])
def test_check_boxes_are_read_by_their_state(read_body: "ReadBody", state: str, box: str) -> None:
    kind = f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
    older = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
        f'<w:checked w:val="{state}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    )
    read = read_body(f"<w:p>{control(run('X'), kind)}{run(' Paid ')}{older}{run(' Sent')}</w:p>")
    assert read.text == f"{box} Paid {box} Sent"


def test_a_text_box_is_a_paragraph_of_its_own_and_read_once(read_body: "ReadBody") -> None:
    box = f"<w:txbxContent>{par('Blasting is on Tuesdays.')}</w:txbxContent>"
    shape = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    inspected = f"<w:p>{run('The face was inspected ')}{shape}{run('on 3 March.')}</w:p>"
    assert read_body(inspected).text.split("\n\n") == [
        "The face was inspected on 3 March.",
        "Blasting is on Tuesdays.",
    ]
    row = f"<w:tr><w:tc><w:p>{shape}{run('Face')}</w:p></w:tc>{cell('high')}</w:tr>"
    assert read_body(f"<w:tbl>{row}</w:tbl>").text.split("\n\n") == [
        "| Face | high |",
        "Blasting is on Tuesdays.",
    ]


def test_moved_text_stands_at_its_new_place_only(read_body: "ReadBody") -> None:
    dogs = run("Dogs travel free.")
    body = f"<w:p><w:moveFrom>{dogs}</w:moveFrom></w:p>{par('Board early.')}"
    read = read_body(f"{body}<w:p><w:moveTo>{dogs}</w:moveTo></w:p>")
    assert read.text.split("\n\n") == ["Board early.", "Dogs travel free."]
    assert [change.before for change in read.changes] == ["Dogs travel free."]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(read_body: "ReadBody") -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('It is ')}</w:p>"
    assert read_body(first + par("240 metres long.")).text == "It is 240 metres long."


def test_rows_that_were_deleted_are_listed(read_body: "ReadBody") -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('Oak')}{cell('41')}</w:tr>"
    read = read_body(f"<w:tbl>{gone}<w:tr>{cell('Ash')}{cell('23')}</w:tr></w:tbl>")
    assert read.text == "| Ash | 23 |"
    assert [change.before for change in read.changes] == ["Oak", "41"]


@pytest.mark.parametrize("struck", ["<w:strike/>", '<w:dstrike w:val="1"/>'])
def test_struck_text_is_listed_and_no_text(read_body: "ReadBody", struck: str) -> None:
    line = f"{run('It costs ')}{run('7 euros', struck)}{run(' ')}{run('9 euros.')}"
    read = read_body(f"<w:p>{line}</w:p>")
    assert read.text == "It costs 9 euros."
    assert [(one.rule, one.before) for one in read.changes] == [("struck out", "7 euros")]


def test_styles_raise_and_strike_text_as_well(read_body: "ReadBody") -> None:
    styles = (
        '<w:style w:type="character" w:styleId="A"><w:name w:val="A"/><w:rPr>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="B"><w:name w:val="B"/>'
        '<w:basedOn w:val="A"/></w:style>'
    )
    raised = run("2", '<w:rStyle w:val="B"/>')
    flat = run("7", '<w:rStyle w:val="B"/><w:vertAlign w:val="baseline"/>')
    read = read_body(f"<w:p>{run('In 193')}{flat}{raised}{run(' by men.')}</w:p>", styles=styles)
    assert read.text == "In 1937 [2] by men."


def test_an_equation_stands_in_its_sentence(read_body: "ReadBody") -> None:
    equation = "<m:oMath><m:r><m:t>Q=48</m:t></m:r></m:oMath>"
    read = read_body(f"<w:p>{run('The flow is')}{equation}{run('litres.')}</w:p>")
    assert read.text == "The flow is Q = 48 litres."


def test_an_equation_of_another_program_leaves_a_gap_that_is_told(read_body: "ReadBody") -> None:
    other = '<w:r><w:object><o:OLEObject ProgID="Equation.DSMT4"/></w:object></w:r>'
    read = read_body(f"<w:p>{run('It is ')}{other}{run(' high.')}</w:p>")
    assert read.text == "It is […] high."
    assert [change.before for change in read.changes] == ["equation (Equation.DSMT4)"]


def test_a_table_of_contents_is_listed(read_body: "ReadBody") -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    read = read_body(control(par("Fees 12"), gallery) + par("Text."))
    assert read.text == "Text."
    assert [change.before for change in read.changes] == ["Fees 12"]


def test_a_frame_of_one_cell_holds_paragraphs(read_body: "ReadBody") -> None:
    frame = f"<w:tbl><w:tr><w:tc>{par('One.')}{par('Two.')}</w:tc></w:tr></w:tbl>"
    assert read_body(frame).text == "One.\n\nTwo."


def test_a_table_in_a_cell_stands_below_the_table(read_body: "ReadBody") -> None:
    inner = f"<w:tbl><w:tr>{cell('in')}{cell('ner')}</w:tr></w:tbl>"
    row = f"<w:tr>{cell('a|b')}<w:tc>{inner}{par('2')}</w:tc></w:tr>"
    read = read_body(f"<w:tbl>{row}</w:tbl>")
    assert read.text.split("\n\n") == ["| a¦b | 2 |", "| in | ner |"]
    assert [change.before for change in read.changes] == ["a|b"]


def test_tables_in_tables_are_read_to_the_innermost(read_body: "ReadBody") -> None:
    nest = "<w:tbl><w:tr><w:tc>" * 60 + par("The deepest says 42.") + "</w:tc></w:tr></w:tbl>" * 60
    assert read_body(nest).text == "The deepest says 42."
