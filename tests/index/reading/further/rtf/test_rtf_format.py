"""Rich Text as Word and LibreOffice write it."""

import pytest

from index.reading.extracted import UnusableError
from index.reading.further.rtf.rtf_format import read_rtf

TEXT = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}
{\info{\title The M\'fchle}{\author Ann}}
{\header\pard Mill Trust\par}
\pard Die Br\'fccke wurde 1874 er\u246?ffnet.\par It is {\b 240} metres long.{\footnote\chftn Says
 {\i Ann}.}\par {\v hidden}
\trowd\cellx1000\cellx2000 Day\cell Hours\cell\row\trowd\cellx1000\cellx2000 Mon\cell 9-17\cell\row
\pard After.\par {\*\generator X;}}"""


def test_text_tables_notes_and_heads_are_read_and_hidden_text_is_listed() -> None:
    page = read_rtf(TEXT)
    assert page.title == "The Mühle"
    assert page.text.split("\n\n") == [
        "Die Brücke wurde 1874 eröffnet.\nIt is 240 metres long.[1]",
        "| Day | Hours |\n|---|---|\n| Mon | 9-17 |",
        "After.",
        "[1] Says Ann.",
        "Mill Trust",
    ]
    assert [(change.rule, change.before) for change in page.changes] == [
        ("hidden", "hidden"),
        ("running head", "Mill Trust"),
    ]


def test_text_of_another_code_page_is_read_in_it() -> None:
    raw = (
        rb"{\rtf1\ansi\ansicpg1251\pard "
        + b"".join(b"\\'%02x" % byte for byte in "Мост".encode("cp1251"))
        + rb"\par}"
    )
    assert read_rtf(raw).text == "Мост"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (rb"Built in 1931{\super 2} here.", "Built in 1931 [2] here."),
        (rb"On 5 km\super 2\nosupersub  of land.", "On 5 km² of land."),
        (rb"H{\fs20\sub 2}O and 10{\up6 6}.", "H₂O and 10^6."),
        (rb"In 1931{\super {\b 2}}\plain  it burnt.", "In 1931 [2] it burnt."),
        (rb"No 1{\super0 2} of it.", "No 12 of it."),
        (rb"In 1931{\super\chftn}{\footnote A fire.} it.", "In 1931 [1] it.\n\n[1] A fire."),
    ],
)
def test_raised_text_never_reads_as_a_part_of_a_number(written: bytes, text: str) -> None:
    assert read_rtf(rb"{\rtf1\ansi\pard " + written + rb"\par}").text == text


@pytest.mark.parametrize(
    ("written", "text", "hidden"),
    [
        (rb"C:\\v 2 stays.", r"C:\v 2 stays.", []),
        (rb"C:\\{\v gone} stays.", "C:\\ stays.", ["gone"]),
        (rb"Here {\v gone {\b more} tail}stays.", "Here stays.", ["gone more tail"]),
        (rb"Here \v gone {\v0 seen} tail\v0 stays.", "Here seenstays.", ["gone", "tail"]),
        (rb"Here \v gone\plain stays.", "Here stays.", ["gone"]),
        (rb"Here {\v gone \{a\}}stays.", "Here stays.", ["gone {a}"]),
        (rb"The {\strike old} price.  It is 3.", "The price.  It is 3.", ["old"]),
    ],
)
def test_hidden_text_is_listed_whole_and_nothing_else_with_it(
    written: bytes, text: str, hidden: list[str]
) -> None:
    page = read_rtf(rb"{\rtf1\ansi\pard " + written + rb"\par}")
    assert page.text == text
    assert [change.before for change in page.changes] == hidden


def test_notes_and_heads_are_read_in_their_fonts() -> None:
    word = b"".join(b"\\'%02x" % byte for byte in "Мост".encode("cp1251"))
    page = read_rtf(
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}"
        rb"{\header\pard\f1 " + word + rb"\par}Text{\footnote\f1 " + word + rb" x} here.\par}"
    )
    assert page.text == "Text [1] here.\n\n[1] Мост x\n\nМост"


def test_what_is_no_rich_text_is_told() -> None:
    with pytest.raises(UnusableError, match="no Rich Text"):
        read_rtf(b"Just words.")


def row(edges: str, *cells: str) -> bytes:
    """Write a row: `edges` are the words that end each cell's definition."""
    written = "".join(f"\\pard\\intbl {text}\\cell" for text in cells)
    return f"\\trowd{edges}{written}\\row".encode()


def test_merged_cells_stand_in_each_column_that_they_reach_over() -> None:
    three = "\\cellx1000\\cellx2000\\cellx3000"
    written = (
        row("\\clvmgf\\cellx1010\\cellx3000", "Part", "Men")
        + row(f"\\clvmrg{three}", "", "north", "south")
        + row(three, "Mole", "4", "7")
        + row("\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000", "Quay", "9", "")
    )
    assert read_rtf(rb"{\rtf1\ansi " + written + rb"\pard}").text == (
        "| Part | Men, north | Men, south |\n|---|---|---|\n| Mole | 4 | 7 |\n| Quay | 9 | 9 |"
    )


def test_several_paragraphs_of_a_cell_are_one_line_of_the_table() -> None:
    written = (
        rb"{\trowd\cellx9\cellx99\intbl{{\pard\intbl a\par}\cell}{\pard\intbl b\par c\cell}\row}"
    )
    assert (
        read_rtf(rb"{\rtf1\ansi " + written + rb"\pard after\par}").text == "| a | b c |\n\nafter"
    )


def test_headings_are_marked_and_struck_text_is_listed() -> None:
    page = read_rtf(
        rb"{\rtf1\ansi\pard\outlinelevel0 One\par Two\par\pard "
        rb"It cost {\strike 3}{\striked1 0} 4.\par"
        rb"\pard\outlinelevel8\b Deep\par\pard\outlinelevel9 Body\par}"
    )
    lines = [line for line in page.text.split("\n") if line]
    assert lines == ["# One", "# Two", "It cost 4.", "###### Deep", "Body"]
    assert [(change.rule, change.before) for change in page.changes] == [
        ("struck out", "3"),
        ("struck out", "0"),
    ]


def test_the_words_of_a_link_are_read_however_its_group_is_marked() -> None:
    field = rb"{\field{\*\fldinst HYPERLINK \"http://a.org\"}{\*\fldrslt the page}}"
    assert read_rtf(rb"{\rtf1\ansi See " + field + rb".}").text == "See the page."
