import pytest

from index.sentences import sentence_spans
from qa.text.windows import LONGEST, around, before, window

SENTENCES = [f"Sentence number {n} tells of the harbour and of its boats for a while." for n in range(12)]
TEXT = " ".join(SENTENCES)


def test_a_window_holds_whole_neighbours_on_both_sides() -> None:
    at = TEXT.index("Sentence number 6")
    start, end = around(TEXT, at)
    assert LONGEST - 80 < end - start <= LONGEST
    assert TEXT[start:end].startswith("Sentence number ")
    assert TEXT[start:end].endswith("while.")
    assert start < at < end - 100


@pytest.mark.parametrize(("number", "numbers"), [(0, (0, 6)), (11, (6, 12))])
def test_at_an_end_the_window_grows_to_the_other_side(number: int, numbers: tuple[int, int]) -> None:
    assert window(sentence_spans(TEXT), number) == numbers


def test_a_sentence_that_is_longer_stands_alone() -> None:
    long = f"{'very ' * 120}long."
    text = f"Short. {long} Short."
    assert text[slice(*around(text, 8))] == long


def test_the_sentence_before() -> None:
    assert before(TEXT, TEXT.index(SENTENCES[3])) == SENTENCES[2]
    assert before(TEXT, 0) == ""
