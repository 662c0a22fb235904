import random

import pytest

from qa.tuning.data.noise import (
    changed_question,
    noisy_question,
    question_names,
    swapped_question,
    without_detail,
    worn_text,
)


def test_a_changed_question_asks_for_something_its_text_does_not_hold() -> None:
    text = "The bridge over the Sarn was opened in March 1874 by Queen Ada."
    for seed in range(30):
        changed = changed_question(
            "Who opened the bridge of Queen Ada in March 1874?",
            text,
            ["Lord Pell"],
            random.Random(seed),
        )
        assert changed
        assert changed != "Who opened the bridge of Queen Ada in March 1874?"
        new = set(changed.rstrip("?").split()) - set(
            "Who opened the bridge of Queen Ada in March 1874".split()
        )
        assert new
        assert not any(word in text for word in new)


def test_a_question_with_nothing_to_change_or_whose_text_holds_the_other_stays() -> None:
    assert (
        changed_question("How does it work?", "It works well.", ["Oslo"], random.Random(0)) is None
    )
    months = "January February March April May June July August September October November December"
    assert changed_question("What happened in May?", months, ["Oslo"], random.Random(0)) is None


def test_noise_keeps_a_question_recognisable() -> None:
    question = "How many villages received electronic equipment in Marrow?"
    noisy = {noisy_question(question, random.Random(seed)) for seed in range(40)}
    assert len(noisy) > 10
    assert question.lower().rstrip("?") in noisy
    assert all(
        len(set(text.lower().split()) & set(question.lower().split())) >= 3 for text in noisy
    )


def test_worn_text_loses_articles_and_nothing_else() -> None:
    worn = worn_text("The king opened the harbour and a bridge in 1874.", random.Random(1))
    assert [
        word for word in worn.split() if word not in ("the", "a")
    ] == "The king opened harbour and bridge in 1874.".split()


def test_names_inside_questions_are_found() -> None:
    assert question_names(["Where is Lord Pell buried?"]) == ["Lord Pell"]


def test_a_question_is_swapped_to_another_name_of_its_text() -> None:
    text = "The bridge was paid for by Ada Lovell and drawn by Bert Cole."
    assert (
        swapped_question("When was the bridge of Ada Lovell opened?", text, random.Random(0))
        == "When was the bridge of Bert Cole opened?"
    )
    assert swapped_question("When was the bridge opened?", text, random.Random(0)) is None


@pytest.mark.parametrize(
    ("text", "detail", "left"),
    [
        ("It was opened in 1874 by Queen Ada.", "1874", "It was opened by Queen Ada."),
        ("It was opened by Queen Ada.", "Queen Ada", "It was opened."),
        ("The head, Franz Ober, came late.", "Franz Ober", "The head came late."),
        ("The bridge cost 3 million.", "3 million", None),  # the sentence cannot do without it
        (
            "Opened in 1874, it closed. Nobody minded in 1874.",
            "1874",
            None,
        ),  # it stands there again
    ],
)
def test_a_detail_is_taken_out_of_a_sentence_that_can_do_without(
    text: str, detail: str, left: str | None
) -> None:
    start = text.index(detail)
    assert without_detail(text, start, start + len(detail)) == left
