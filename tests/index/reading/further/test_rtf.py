"""Rich Text as Word and LibreOffice write it."""

import pytest

from index.reading.extracted import UnusableError
from index.reading.further.rtf import read_rtf

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


def test_what_is_no_rich_text_is_told() -> None:
    with pytest.raises(UnusableError, match="no Rich Text"):
        read_rtf(b"Just words.")
