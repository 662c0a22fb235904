from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import is_aligned, is_question, sentence_spans


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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("word " * 20_000, 1),
        ("z" * 50_000, 1),
        ("It is 7. " * 2_000, 2_000),
        ("你好。" * 500, 500),
        ("👩‍👩‍👧 has 4. 🦉 has 2.", 2),
        ("...", 1),
        ("?!\n?!", 1),
        ("One.\u2028Two.", 2),
        ("One.\r\nTwo.", 2),
    ],
)
def test_long_foreign_and_odd_texts_have_their_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "The committee met on a cold day in the\n- old town hall of Bergen and decided.",
        "# The committee met on a cold day in the\nold town hall of Bergen and decided.",
        "The committee met on a cold day in the\n\nold town hall of Bergen and decided.",
        "A short line.\nThe committee met on a cold day in the old town hall of Bergen.",
        f"The committee met on a cold day in the\nold town hall of Bergen {'and sat ' * 12}down.",
    ],
)
def test_lists_headings_gaps_and_long_lines_are_no_hard_wrapped_text(text: str) -> None:
    assert len(sentences(text)) == 2


def test_columns_are_told_by_wide_gaps() -> None:
    assert is_aligned("Skerry     1,187     1,214")
    assert not is_aligned("Skerry     1,187")
    assert not is_aligned("     Skerry is   small.")


@pytest.mark.parametrize(
    "item",
    [
        "2. Hold the red button.",
        "2.a. Hold the red button.",
        "iv. Hold the red button.",
        "b) Hold the red button.",
        "### 2. Hold the red button.",
    ],
)
def test_the_number_of_an_item_stands_with_it(item: str) -> None:
    assert sentences(f"{item} Wait.") == [item, "Wait."]


def test_an_answer_is_a_sentence_of_its_own() -> None:
    question = "**Q: When is the breakfast of the house served?**"
    answer = "A: From 7:15 to 9:45, on Sundays until 10:30."
    assert sentences(f"{question}\n{answer}") == [question, answer]


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Can I bring my dog?", True),
        ("**Q: Can I bring my dog?**", True),
        ("3. **Dogs allowed?**", True),
        ("## Is there a lift?", True),
        ("What do I do if I have lost the key of my room late at night and nobody is there?", True),
        (
            "The ballot asked all the voters of the town: shall the old bridge be closed for good?",
            False,
        ),
        ("There is a lift.", False),
        ("“Why?” she asked.", False),
        ("", False),
    ],
)
def test_a_line_that_only_asks_is_told(line: str, asks: bool) -> None:
    assert is_question(line) is asks
