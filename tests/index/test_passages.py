from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.passages import passage_spans


def words(text: str) -> int:
    return len(text.split())


texts = st.lists(st.text(alphabet="abc. \n", max_size=60), max_size=12).map(" ".join)


@given(texts, st.integers(3, 30), st.integers(0, 10))
def test_passages_cover_the_text_within_the_bound(text: str, size: int, overlap: int) -> None:
    spans = passage_spans(text, words, size, overlap)
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered for i, char in enumerate(text) if not char.isspace()) or not spans
    assert all(words(text[start:end]) <= size + sum(c in ".\n" for c in text[start:end]) for start, end in spans)
    assert spans == sorted(spans)
    assert spans == passage_spans(text, words, size, overlap)


def test_neighbours_share_whole_sentences() -> None:
    text = " ".join(f"Sentence number {i} has six words." for i in range(10))
    spans = passage_spans(text, words, size=18, overlap=6)
    assert [text[start:end].count("Sentence") for start, end in spans][:-1] == [3] * (len(spans) - 1)
    assert all(after[0] < before[1] for before, after in pairwise(spans))


def test_a_sentence_over_the_bound_is_cut_between_words() -> None:
    text = "word " * 95 + "end."
    spans = passage_spans(text, words, size=30, overlap=5)
    assert all(words(text[start:end]) <= 30 for start, end in spans)
    assert sum(words(text[start:end]) for start, end in spans) == 96
