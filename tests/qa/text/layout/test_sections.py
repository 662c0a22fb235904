"""Sections are found in Markdown and below plain lines."""

from qa.text.layout.sections import matched, sections

MINUTES = """TOWN COUNCIL
Minutes of the meeting of 3 May

1. Milk and prices

The members delivered more milk.

2. Cellar robot

It was put off. The floor is weak.
"""


def test_plain_lines_between_empty_ones_head_sections() -> None:
    assert [section.name for section in sections(MINUTES)] == [
        "1. Milk and prices",
        "2. Cellar robot",
    ]
    [_, robot] = sections(MINUTES)
    assert MINUTES[robot.start : robot.end].strip() == "It was put off. The floor is weak."


def test_markdown_headings_head_sections() -> None:
    found = sections("# Mill\n\nIt grinds.\n\n## Prices\nA sack costs 2.\n")
    assert [section.name for section in found] == ["Mill", "Prices"]


def test_a_text_of_sentences_or_rows_has_no_sections() -> None:
    assert sections("It grinds. It stands still.\n\nIt grinds again.\n") == []
    assert sections("| Name | Since |\n|---|---|\n| Ada | 2011 |\n") == []
    assert sections("A heading with nothing below it") == []


def test_words_match_in_their_forms() -> None:
    assert matched({"club", "ferry", "steps"}, "Clubs and ferries") == {"club", "ferry"}
