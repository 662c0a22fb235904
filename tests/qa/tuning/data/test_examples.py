"""What the reader learns from. Shares of many records: `tests/qa/tuning/test_reader.py`."""

import random
from typing import Any

import pytest

from qa.tuning.data.examples import Example, examples

LONG = "Many boats come here in the long summer, and nobody minds them. " * 8
TEXT = f"{LONG}The harbour was opened in 1874 by Queen Ada. {LONG}"
OTHER = f"The dairy makes 900 wheels of cheese. {LONG}"
RECORD: dict[str, Any] = {
    "question": "When was the harbour opened?",
    "answers": ["1874"],
    "passages": [{"title": "Bergen - a town", "text": TEXT}, {"title": "Dairy", "text": OTHER}],
    "gold": [0],
    "answerable": True,
}
SENTENCES: dict[str, Any] = {
    **RECORD,
    "passages": [
        {"title": "", "text": " Ships come daily. "},
        {"title": "", "text": "It was opened in 1874."},
        {"title": "", "text": "   "},
        {"title": "", "text": "Nobody came."},
    ],
    "gold": [1],
}


def over_seeds(record: dict[str, Any], seeds: int = 60) -> list[Example]:
    return [example for seed in range(seeds) for example in examples([record], seed)]


def test_the_answer_of_an_example_is_where_it_says() -> None:
    answering = [example for example in over_seeds(RECORD) if example.gold]
    assert len(answering) == 60
    for example in answering:
        assert example.span is not None
        assert example.text[slice(*example.span)] == "1874"
        assert example.gold == (example.span,)


def test_passages_without_the_answer_have_none() -> None:
    others = [example for example in over_seeds(RECORD) if example.text == OTHER]
    assert len(others) > 30
    assert all(not example.gold and not example.span for example in others)


def test_titles_are_kept_for_most_and_cut_at_their_dash() -> None:
    made = over_seeds(RECORD)
    assert {example.title for example in made} == {"Bergen", "Dairy", ""}
    assert 0.5 < sum(bool(example.title) for example in made) / len(made) < 0.9


def test_a_paragraph_without_its_answer_says_it_nowhere() -> None:
    made = [example for example in over_seeds(RECORD, 100) if not example.gold]
    cut = [
        example for example in made if "opened in" not in example.text and "boats" in example.text
    ]
    bare = [example for example in cut if "The harbour was opened by Queen Ada." in example.text]
    assert bare
    assert len(cut) > len(bare)
    assert all("1874" not in example.text for example in cut)


def test_a_question_that_the_passages_do_not_answer_is_asked_over_them() -> None:
    third = {"title": "Owls", "text": f"There are 77 owls. {LONG}"}
    record = {**RECORD, "answerable": False, "gold": [], "answers": []}
    record["passages"] = [*RECORD["passages"], third]
    made = over_seeds(record)
    assert all(not example.gold for example in made)
    assert {example.text for example in made} == {TEXT, OTHER, third["text"]}
    assert sum(example.text == TEXT for example in made) == 60


@pytest.mark.parametrize(
    "change",
    [
        {"passages": []},
        {"answers": ["yes"]},
        {"answers": ["no"]},
        {"answer_type": "yesno"},
        {"answers": ["1901"], "passages": RECORD["passages"][:1]},
    ],
)
def test_records_whose_answer_is_no_part_of_a_passage_teach_nothing(
    change: dict[str, Any],
) -> None:
    assert examples([{**RECORD, **change}], seed=0) == []


def test_single_sentences_are_joined_in_any_order() -> None:
    made = over_seeds(SENTENCES)
    assert len(made) == 60
    assert len({example.text for example in made}) > 4
    for example in made:
        assert "  " not in example.text
        assert [example.text[a:b] for a, b in example.gold] in ([], ["It was opened in 1874."])
        if example.span:
            assert example.text[slice(*example.span)] == "1874"
    without = [example for example in made if not example.gold]
    assert 0 < len(without) < 30
    assert all("1874" not in example.text and example.knows_span for example in without)


def test_a_gold_sentence_without_a_short_answer_says_that_it_has_none() -> None:
    for example in over_seeds({**SENTENCES, "answers": ["in spring"]}, 10):
        assert example.span is None
        assert example.knows_span != bool(example.gold)


def test_sentences_that_were_selected_from_a_text_stay_in_their_order() -> None:
    selected = {**SENTENCES, "sentence_selection": True}
    made = over_seeds(selected, 10)
    assert {example.text for example in made} == {
        "Ships come daily. It was opened in 1874. Nobody came. "
    }
    assert not any(example.knows_span for example in made)
    assert examples([{**selected, "gold": []}], seed=0) == []


def test_a_follow_up_is_asked_with_the_words_that_it_points_back_to() -> None:
    history = [{"role": "user", "text": "Who built the lighthouse of Marrow?"}]
    made = over_seeds({**RECORD, "question": "When was it opened?", "history": history}, 20)
    assert any("lighthouse" in example.question for example in made)


def test_the_same_seed_makes_the_same_examples_in_the_same_order() -> None:
    records = [RECORD, SENTENCES] * 5
    assert examples(records, seed=7) == examples(records, seed=7)
    shuffled = random.Random(0).sample(examples(records, seed=7), 5)
    assert all(isinstance(example, Example) for example in shuffled)
    assert examples(records, seed=7) != examples(records, seed=8)
