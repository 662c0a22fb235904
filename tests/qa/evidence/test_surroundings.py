import pytest

from qa.evidence.surroundings import row_lacks, surroundings
from qa.types import Evidence

HEADS = "| Station | Rain in mm | Days of frost |"
ROWS = [f"| Station of the valley {n} | {400 + n} | {20 + n} |" for n in range(20)]
PASSAGE = "\n".join(["What was measured in 2021.", "", HEADS, "|---|---|---|", *ROWS])


def sentence(text: str, passage: str = PASSAGE) -> Evidence:
    at = passage.index(text)
    return Evidence(text, "a", "Weather", "w.md", at, at + len(text), passage, 0.5, at=at)


def test_a_row_far_below_is_read_under_the_heads_of_its_columns() -> None:
    item = sentence(ROWS[17])
    window = surroundings(item)
    assert window.text.startswith(f"{HEADS}\n| Station")
    at = item.at - window.start
    assert window.text[at : at + len(item.text)] == item.text
    read = [window.text[a:b] for a, b in window.spans]
    assert read[0] == HEADS
    assert item.text in read


def test_heads_that_are_read_anyway_stand_once() -> None:
    assert surroundings(sentence(ROWS[0])).text.count(HEADS) == 1


def test_a_sentence_is_read_among_its_neighbours() -> None:
    item = sentence("What was measured in 2021.")
    assert surroundings(item).text.startswith(item.text)


RELEASES = "\n".join(
    [
        "## What a server needs",
        "",
        "The needs grew.",
        "",
        "| Need | 4.1 | 4.2 |",
        "|---|---|---|",
        "| Memory | 512 MB | 768 MB |",
    ]
)


@pytest.mark.parametrize(
    ("question", "row", "passage"),
    [
        ("How much memory did release 4.0 need?", "| Memory | 512 MB | 768 MB |", RELEASES),
        ("How much memory did Orbis 4.0 need?", "| Memory | 512 MB | 768 MB |", RELEASES),
        ("How much memory does version 1.2 need?", "| Memory | 512 MB | 768 MB |", RELEASES),
    ],
)
def test_a_row_that_tells_of_something_else_lacks_what_is_asked(
    question: str, row: str, passage: str
) -> None:
    assert row_lacks(question, sentence(row, passage))


@pytest.mark.parametrize(
    ("question", "row", "passage"),
    [
        ("How much memory does 4.2 need?", "| Memory | 512 MB | 768 MB |", RELEASES),
        ("How much memory is 4.0 GB?", "| Memory | 512 MB | 768 MB |", RELEASES),
        ("How much rain fell at station 3?", ROWS[3], PASSAGE),
        ("When does the 4.30 boat to Lund leave?", "| Memory | 512 MB | 768 MB |", RELEASES),
        ("What happened at Lund 2.50 km away?", "| Memory | 512 MB | 768 MB |", RELEASES),
    ],
)
def test_a_row_whose_table_has_what_is_asked_lacks_nothing(
    question: str, row: str, passage: str
) -> None:
    assert not row_lacks(question, sentence(row, passage))
