import random

import pytest

from qa.text.windows import LONGEST
from qa.tuning.data.examples import Example
from qa.tuning.data.windows import windowed

FILLER = "Many boats come here in the long summer. " * 20
TEXT = f"{FILLER}The harbour was opened in 1874. {FILLER}"
GOLD = (TEXT.index("The harbour"), TEXT.index("1874.") + 5)


def test_a_long_text_is_cut_to_windows_with_the_answer_and_without() -> None:
    example = Example(
        "When was it opened?", "Bergen", TEXT, (GOLD,), (TEXT.index("1874"), TEXT.index("1874") + 4)
    )
    made = [window for seed in range(20) for window in windowed(example, random.Random(seed))]
    assert all(len(window.text) <= LONGEST for window in made)
    with_answer = [window for window in made if window.gold]
    assert len(with_answer) == 20
    assert {window.text[slice(*(window.span or ()))] for window in with_answer} == {"1874"}
    assert 0 < len(made) - 20 < 20
    assert all("1874" not in window.text for window in made if not window.gold)


def test_a_short_text_is_one_window() -> None:
    example = Example("Who?", "", "It was opened in 1874. Nobody came.", ((0, 22),), (17, 21))
    assert list(windowed(example, random.Random(0))) == [example]


@pytest.mark.parametrize("seed", range(10))
def test_the_ranges_of_a_window_are_those_of_its_own_text(seed: int) -> None:
    start = TEXT.index("1874")
    example = Example("When?", "Bergen", TEXT, (GOLD,), (start, start + 4))
    first = next(windowed(example, random.Random(seed)))
    assert [first.text[a:b] for a, b in first.gold] == ["The harbour was opened in 1874."]
    assert (first.question, first.title) == ("When?", "Bergen")
    assert first.knows_span


def test_a_text_that_does_not_answer_gives_a_window_that_does_not() -> None:
    example = Example("How many boats come to the harbour?", "Bergen", TEXT)
    (window,) = windowed(example, random.Random(0))
    assert window.gold == ()
    assert window.span is None
    assert window.knows_span
    assert window.text in TEXT
    assert len(window.text) <= LONGEST


def test_a_sentence_that_is_known_to_answer_without_a_short_answer_stays_so() -> None:
    example = Example("When?", "Bergen", TEXT, (GOLD,), None, knows_span=False)
    for seed in range(10):
        window = next(windowed(example, random.Random(seed)))
        assert window.gold
        assert not window.knows_span


def test_a_window_without_the_answer_holds_no_copy_of_it() -> None:
    twice = f"{TEXT} It was rebuilt, as in 1874. {FILLER}"
    start = twice.index("1874")
    example = Example("When was it rebuilt as before?", "", twice, (GOLD,), (start, start + 4))
    made = [w for seed in range(40) for w in windowed(example, random.Random(seed))]
    assert all("1874" not in window.text for window in made if not window.gold)
