"""What eight threads get of the shared tokenizers and models is what each would get alone."""

from collections.abc import Callable
from typing import Any

import pytest

from qa.evidence.encoding import encode
from qa.evidence.reader import ReadSentence
from qa.types import Evidence, Found
from qa.wiring import Wellspring
from qa.writing.tuned import TunedGenerator

Together = Callable[..., list[tuple[Any, Any]]]
SHORT = "When was the bridge opened?"
LONG = (
    "How many wheels of cheese did the cooperative of the valley make, and who bought them, "
    "in each of the years? "
) * 6


@pytest.fixture(scope="module")
def passages(well: Wellspring) -> list[tuple[str, str]]:
    """Titles and texts of different lengths, some longer than the reader reads."""
    texts = [(article.title, article.text) for article in well.index.articles()]
    return [
        (title, text[start : start + length])
        for title, text in texts
        for start, length in ((0, 300), (500, 1000), (900, 2500))
    ]


def found(passages: list[tuple[str, str]], first: int) -> list[Found]:
    return [
        Found(Evidence(text[:200], "a", title, "s", 0, 200, text, 0.5))
        for title, text in passages[first : first + 4]
    ]


def test_no_passage_is_cut_because_another_thread_cuts(
    well: Wellspring, passages: list[tuple[str, str]], together: Together
) -> None:
    asked = [(question, *passage) for question in (SHORT, LONG) for passage in passages]
    alone = {item: encode(well.readers.small.tokenizer, *item) for item in asked}
    found = together(lambda item: encode(well.readers.small.tokenizer, *item), asked, 6)
    assert len(found) == 8 * 6 * len(asked)
    assert [item for item, encoded in found if encoded != alone[item]] == []


@pytest.mark.parametrize("size", ["small", "large"])
def test_a_reader_judges_as_it_does_alone(
    well: Wellspring, passages: list[tuple[str, str]], together: Together, size: str
) -> None:
    reader = well.readers.small if size == "small" else well.readers.large
    asked = [(question, first) for question in (SHORT, LONG) for first in (0, 10)]

    def read(item: tuple[str, int]) -> list[ReadSentence]:
        return [
            sentence
            for found in reader.read(item[0], passages[item[1] : item[1] + 3])
            for sentence in found
        ]

    alone = {item: read(item) for item in asked}
    for item, sentences in together(read, asked):
        assert [(s.start, s.end, s.answer) for s in sentences] == [
            (s.start, s.end, s.answer) for s in alone[item]
        ]
        assert [(s.odds, s.answer_odds) for s in sentences] == [
            pytest.approx((s.odds, s.answer_odds), abs=1e-4) for s in alone[item]
        ]


def test_tokens_are_counted_as_they_are_alone(
    well: Wellspring, passages: list[tuple[str, str]], together: Together
) -> None:
    texts = [text for _, text in passages]
    alone = {text: well.generator.count_tokens(text) for text in texts}
    assert [
        text
        for text, count in together(well.generator.count_tokens, texts, 20)
        if count != alone[text]
    ] == []


def test_the_drafts_are_those_of_one_thread(
    well: Wellspring, passages: list[tuple[str, str]], together: Together
) -> None:
    generator = well.generator
    assert isinstance(generator, TunedGenerator)

    def draft(first: int) -> str:
        return "".join(next(generator.drafts(SHORT, found(passages, first)[:1], 6)))

    asked = [0, 4]
    alone = {first: draft(first) for first in asked}
    assert all(alone.values())
    assert [first for first, drafted in together(draft, asked) if drafted != alone[first]] == []
