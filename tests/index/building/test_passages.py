from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.building.passages import CountTokens, heading_over, headings, passage_spans, uncovered


def words(text: str) -> int:
    return len(text.split())


def letters(text: str) -> int:
    """Count as a tokenizer with one token a character does: white space costs, too."""
    return len(text)


texts = st.lists(st.text(alphabet="abc. \n", max_size=60), max_size=12).map(" ".join)
any_text = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from(".!?\n |#“”U.S.5")
    ),
    max_size=400,
)
counts: st.SearchStrategy[CountTokens] = st.sampled_from([words, letters])


@given(any_text | texts, counts, st.integers(3, 30), st.integers(0, 10))
def test_every_visible_character_lies_in_a_passage(
    text: str, count: CountTokens, size: int, overlap: int
) -> None:
    spans = passage_spans(text, count, size, overlap)
    assert uncovered(text, spans) is None
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered for i, char in enumerate(text) if not char.isspace())


@given(any_text | texts, counts, st.integers(3, 30), st.integers(0, 10))
def test_no_passage_is_over_the_bound(
    text: str, count: CountTokens, size: int, overlap: int
) -> None:
    assert all(
        count(text[start:end]) <= size for start, end in passage_spans(text, count, size, overlap)
    )


@given(any_text | texts, counts, st.integers(3, 30), st.integers(0, 10))
def test_spans_are_ordered_ranges_of_the_text_that_begin_and_end_with_ink(
    text: str, count: CountTokens, size: int, overlap: int
) -> None:
    spans = passage_spans(text, count, size, overlap)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(spans))


@pytest.mark.parametrize(
    ("spans", "gap"),
    [
        ([], (0, 14)),
        ([(0, 5)], (5, 14)),
        ([(0, 5), (9, 14)], (5, 9)),
        ([(0, 14)], None),
        ([(0, 9), (5, 14)], None),
    ],
)
def test_the_self_check_finds_what_no_passage_holds(
    spans: list[tuple[int, int]], gap: tuple[int, int] | None
) -> None:
    assert uncovered("One. Two. Six.", spans) == gap


def test_neighbours_share_whole_sentences() -> None:
    text = " ".join(f"Sentence number {i} has six words." for i in range(10))
    spans = passage_spans(text, words, size=18, overlap=6)
    assert [text[start:end].count("Sentence") for start, end in spans][:-1] == [3] * (
        len(spans) - 1
    )
    assert all(after[0] < before[1] for before, after in pairwise(spans))


def test_a_sentence_over_the_bound_is_cut_between_words() -> None:
    text = "word " * 95 + "end."
    spans = passage_spans(text, words, size=30, overlap=5)
    assert all(words(text[start:end]) <= 30 for start, end in spans)
    assert sum(words(text[start:end]) for start, end in spans) == 96


def test_a_place_stands_under_the_last_heading_above_it() -> None:
    text = "Intro.\n# Bridge\nLong.\n## Costs ##\nHigh. # not one\n#nor this\n"
    found = headings(text)
    assert [
        heading_over(found, text.index(word))
        for word in ("Intro", "# Bridge", "Long", "High", "nor")
    ] == [
        "",
        "",
        "Bridge",
        "Costs ##",
        "Costs ##",
    ]


def test_a_question_stands_with_its_answer_and_over_it() -> None:
    text = "The house is old and white.\n\n**Is there a lift?**\nYes, to the fourth floor."
    spans = passage_spans(text, words, 10, 0)
    assert [text[start:end].split("\n")[0] for start, end in spans] == [
        "The house is old and white.",
        "**Is there a lift?**",
    ]
    assert heading_over(headings(text), text.index("Yes")) == "**Is there a lift?**"
