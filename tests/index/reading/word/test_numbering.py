from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.index.reading.word.conftest import ReadBody


def item(text: str, level: int = 0, num: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(number: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, more: str = "") -> str:
    held = f'<w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum>'
    return f'{held}<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}'


@pytest.mark.parametrize(
    ("form", "text", "read"),
    [
        ("decimal", "%1.", "2. Wash"),
        ("lowerLetter", "%1)", "b) Wash"),
        ("decimal", "§ %1", "§ 2 Wash"),
        ("upperRoman", "Article %1", "Article II Wash"),
        ("bullet", "\uf0b7", "- Wash"),
        ("bullet", "☐", "☐ Wash"),
        ("none", "", "Wash"),
    ],
)
def test_an_item_keeps_the_number_that_word_sets(
    read_body: "ReadBody", form: str, text: str, read: str
) -> None:
    numbering = lists(level(0, form, text))
    assert read_body(item("Dry") + item("Wash"), numbering=numbering).text.split("\n\n")[1] == read


def test_levels_start_anew_under_each_item_above(read_body: "ReadBody") -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    body = item("A") + item("B", 1) + item("C", 1) + item("D") + item("E", 1)
    read = read_body(body, numbering=numbering)
    assert read.text.split("\n\n") == ["1. A", "1.1 B", "1.2 C", "2. D", "2.1 E"]


def test_a_level_that_never_starts_anew_goes_on(read_body: "ReadBody") -> None:
    never = '<w:lvlRestart w:val="0"/>'
    numbering = lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", never))
    body = item("A") + item("B", 1) + item("C") + item("D", 1)
    read = read_body(body, numbering=numbering)
    assert read.text.split("\n\n") == ["I. A", "1. B", "II. C", "2. D"]


def test_a_list_may_start_where_it_says_and_others_go_on_with_the_count(
    read_body: "ReadBody",
) -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    more = (
        f'<w:num w:numId="2"><w:abstractNumId w:val="5"/>{start}</w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num>'
    )
    numbering = lists(level(0, "decimal", "%1."), more=more)
    body = item("A") + item("B", num=2) + item("C", num=2) + item("D", num=3)
    read = read_body(body, numbering=numbering)
    assert read.text.split("\n\n") == ["1. A", "7. B", "8. C", "9. D"]


def test_headings_get_their_numbers_from_their_style(read_body: "ReadBody") -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="Clause"/></w:pPr><w:r><w:t>Fees</w:t></w:r></w:p>'
    numbering = lists(level(0, "decimal", "%1."))
    assert read_body(body, numbering=numbering, styles=styles).text == "## 1. Fees"


def test_struck_items_count_and_items_that_were_deleted_do_not(read_body: "ReadBody") -> None:
    struck = item("B").replace("<w:r>", "<w:r><w:rPr><w:strike/></w:rPr>")
    deleted = (
        item("C")
        .replace("</w:numPr>", "</w:numPr><w:rPr><w:del/></w:rPr>")
        .replace("<w:r>", "<w:del><w:r>")
        .replace("</w:r>", "</w:r></w:del>")
    )
    read = read_body(
        item("A") + struck + deleted + item("D"), numbering=lists(level(0, "decimal", "%1."))
    )
    assert read.text.split("\n\n") == ["1. A", "3. D"]


def test_the_rows_of_a_table_keep_their_numbers(read_body: "ReadBody") -> None:
    rows = "".join(
        f"<w:tr><w:tc>{item('')}</w:tc><w:tc><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:tc></w:tr>"
        for name in ("Ines", "Tom")
    )
    read = read_body(f"<w:tbl>{rows}</w:tbl>", numbering=lists(level(0, "decimal", "%1.")))
    assert read.text == "| 1. | Ines |\n| 2. | Tom |"
