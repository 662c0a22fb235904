from pathlib import Path

import pytest

from index.types import WellspringError
from qa.evidence.encoding import MAX_TOKENS, encode
from qa.evidence.reader import Reader
from qa.models.finding import find, folders_of
from qa.models.known import MINILM
from qa.settings import Settings
from qa.wiring import Wellspring

PASSAGES = [
    (
        "Marrow",
        "The town lies on the river Lenn. Its bridge was opened in 1874 by Anna Holm. "
        "It has 9,000 inhabitants.",
    ),
    ("Cheese", "The cooperative makes 900 wheels a year. Milk comes from 31 farms."),
]


@pytest.fixture(params=["small", "large"])
def reader(well: Wellspring, request: pytest.FixtureRequest) -> Reader:
    return well.readers.small if request.param == "small" else well.readers.large


@pytest.mark.parametrize(
    ("question", "passage", "sentence", "answer"),
    [
        ("When was the bridge opened?", 0, "Its bridge was opened in 1874 by Anna Holm.", "1874"),
        (
            "Who opened the bridge of Marrow?",
            0,
            "Its bridge was opened in 1874 by Anna Holm.",
            "Anna Holm",
        ),
        ("How many farms give milk?", 1, "Milk comes from 31 farms.", "31"),
    ],
)
def test_the_sentence_that_answers_is_first_with_its_answer(
    reader: Reader, question: str, passage: int, sentence: str, answer: str
) -> None:
    read = reader.read(question, PASSAGES)
    best = max((s.odds, n, s) for n, sentences in enumerate(read) for s in sentences)
    text = PASSAGES[passage][1]
    assert (best[1], text[best[2].start : best[2].end]) == (passage, sentence)
    assert answer in text[best[2].answer[0] : best[2].answer[1]]


def test_a_question_about_something_else_has_low_odds(reader: Reader) -> None:
    def best(question: str) -> float:
        return max(s.odds for sentences in reader.read(question, PASSAGES) for s in sentences)

    assert best("Who won the world cup in 2018?") < 0 < best("When was the bridge opened?")


def test_what_exceeds_the_bound_is_cut_and_the_rest_keeps_its_places(reader: Reader) -> None:
    text = "The bridge is long. " * 200
    encoded = encode(reader.tokenizer, "How long?", "A title", text)
    assert len(encoded.ids) == MAX_TOKENS
    assert all(
        text[a:b].strip()
        for (a, b), s in zip(encoded.offsets, encoded.sentence, strict=True)
        if s >= 0
    )
    assert len(encoded.spans) == max(encoded.sentence) + 1


def test_of_a_question_as_long_as_allowed_the_beginning_is_read(reader: Reader) -> None:
    read = reader.read("How many farms give milk? " * 80, PASSAGES)
    assert [len(sentences) for sentences in read] == [3, 2]


@pytest.mark.parametrize("harm", ["missing", "truncated"])
def test_damaged_weights_say_what_to_do(tmp_path: Path, harm: str) -> None:
    from qa.loading import READER_WEIGHTS

    if harm == "truncated":
        (tmp_path / "reader.safetensors").write_bytes(READER_WEIGHTS.read_bytes()[:1000])
    with pytest.raises(WellspringError, match="Restore the file"):
        Reader(find(MINILM, folders_of(Settings())).folder, tmp_path / "reader.safetensors")
