import pytest

from index.sentences import sentence_spans
from qa.text.windows import LONGEST, around, before, whole, window

SENTENCES = [
    f"Sentence number {n} tells of the harbour and of its boats for a while." for n in range(12)
]
TEXT = " ".join(SENTENCES)


def test_a_window_holds_whole_neighbours_on_both_sides() -> None:
    at = TEXT.index("Sentence number 6")
    part = around(TEXT, at)
    assert LONGEST - 80 < len(part.text) <= LONGEST
    assert part.text == TEXT[part.start : part.end]
    assert [part.text[a:b] for a, b in part.spans] == [s for s in SENTENCES if s in part.text]
    assert part.start < at < part.end - 100


@pytest.mark.parametrize(("number", "numbers"), [(0, (0, 6)), (11, (6, 12))])
def test_at_an_end_the_window_grows_to_the_other_side(
    number: int, numbers: tuple[int, int]
) -> None:
    assert window(sentence_spans(TEXT), number) == numbers


def test_a_sentence_that_is_longer_stands_alone() -> None:
    long = f"{'very ' * 120}long."
    text = f"Short. {long} Short."
    assert around(text, 8).text == long


def test_the_sentence_before() -> None:
    assert before(TEXT, TEXT.index(SENTENCES[3])) == SENTENCES[2]
    assert before(TEXT, 0) == ""


def test_the_sentences_of_a_window_are_those_of_its_passage() -> None:
    lines = [
        f"line {n} of the register is a line that stands by itself and is long enough"
        for n in range(6)
    ]
    unwrapped = (
        "the last line of it is much longer than a hundred characters, "
        "so that none of them was wrapped by hand at all"
    )
    passage = "\n".join([*lines, unwrapped])
    part = around(passage, passage.index("line 2"))
    assert [part.text[a:b] for a, b in part.spans][:2] == lines[:2]


def test_a_short_text_is_a_window_of_all_its_sentences() -> None:
    all_of_it = whole(TEXT)
    assert (all_of_it.start, all_of_it.end, all_of_it.text) == (0, len(TEXT), TEXT)
    assert [TEXT[a:b] for a, b in all_of_it.spans] == SENTENCES
