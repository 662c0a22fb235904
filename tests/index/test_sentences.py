from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He moved to the U.S. in 2019. It rose 3.5 billion.",
            ["He moved to the U.S. in 2019.", "It rose 3.5 billion."],
        ),
        ("See No. 5 on the list. Mr. Smith left.", ["See No. 5 on the list.", "Mr. Smith left."]),
        ("It ended.Then it began.", ["It ended.", "Then it began."]),
        ("The task is arduous. .\nNext line.", ["The task is arduous. .", "Next line."]),
        ("A headline\nThe text follows here.", ["A headline", "The text follows here."]),
        ("| a | b |\n| 1. x | 2 |", ["| a | b |", "| 1. x | 2 |"]),
        (
            "Site              2021      2022\nLittle Skerry     1,187     1,214",
            ["Site              2021      2022", "Little Skerry     1,187     1,214"],
        ),
        ("", []),
        (" \n ", []),
    ],
)
def test_borders_stand_where_a_reader_sees_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_hard_wrapped_lines_are_one_sentence() -> None:
    text = (
        "The committee met on a cold day in the\nold town hall of Bergen and decided that\n"
        "the bridge will be closed. It was late."
    )
    assert sentences(text)[0].endswith("the bridge will be closed.")
    assert len(sentences(text)) == 2


@given(st.text(alphabet=st.sampled_from("ab.! \n?”5\u4e2d")))
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert [i for i, char in enumerate(text) if i not in covered and not char.isspace()] == []
