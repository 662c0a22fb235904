"""A question and an answer, made by hand, become a row."""

from dataclasses import replace
from typing import Any

import pytest

from eval.measuring.judging import judge, with_fault
from eval.types import Gold, Question
from qa.types import Answer, Citation, Evidence

SENTENCE = "Eight bells hang in the tower of Marrow."
PASSAGE = f"The tower is old. {SENTENCE}"
QUESTION = Question(
    id="q-1",
    question="How many bells hang in the tower?",
    kind="number",
    split="dev",
    answerable=True,
    answers=(("eight", "8"),),
    evidence=(Gold("tower.txt", SENTENCE),),
)
NEAR_MISS = replace(QUESTION, kind="near-miss", answerable=False, answers=(), evidence=())
QUOTE = Evidence(SENTENCE, "a", "The tower", "tower.txt", 18, 18 + len(SENTENCE), PASSAGE, 1.0)
ANSWER = Answer(
    question=QUESTION.question,
    standalone_question=QUESTION.question,
    text="Eight bells hang there. [1]",
    answered=True,
    confidence=0.9,
    citations=(Citation(1, QUOTE),),
    hits=(),
    timings_ms={"total": 5},
    models={},
)
DECLINED = replace(
    ANSWER, text="The articles do not say.", answered=False, confidence=0.2, citations=()
)


def test_a_right_answer_with_its_gold_sentence_has_no_fault() -> None:
    row = judge(QUESTION, ANSWER, ["Another passage.", PASSAGE])
    assert (row.id, row.question, row.kind, row.split) == ("q-1", ANSWER.question, "number", "dev")
    assert (row.right, row.items, row.cited, row.precise) == (True, 1.0, 1.0, 1.0)
    assert (row.quotes, row.gold, row.gold_ranks) == ((SENTENCE,), (SENTENCE,), (2,))
    assert (row.unsupported, row.fault) == ((), "")
    assert (row.confidence, row.timings_ms) == (0.9, {"total": 5})


def test_the_short_answer_is_compared_word_for_word_where_there_is_one() -> None:
    whole, short = judge(QUESTION, ANSWER, []), judge(QUESTION, _short("Eight"), [])
    assert (whole.exact, short.exact) == (0.0, 1.0)
    assert whole.f1 < short.f1 == 1.0
    assert judge(QUESTION, replace(_short("Eight"), answered=False), []).exact == 0.0


def test_several_items_are_compared_as_one_text() -> None:
    listed = replace(QUESTION, kind="list", answers=(("bells", "the bells"), ("a clock",)))
    row = judge(listed, replace(ANSWER, text="bells, a clock"), [])
    assert (row.right, row.items, row.f1) == (True, 1.0, 1.0)


def test_what_is_said_and_not_quoted_is_listed_in_order() -> None:
    loose = replace(ANSWER, text="Eight bells hang there since 1874, says Anna Holm. [1]")
    assert judge(QUESTION, loose, [PASSAGE]).unsupported == ("1874", "anna", "holm")


def test_a_decline_states_nothing_and_is_not_compared() -> None:
    row = judge(QUESTION, DECLINED, [PASSAGE])
    assert (row.answered, row.right, row.items, row.f1) == (False, False, 0.0, 0.0)
    assert (row.answer, row.quotes, row.unsupported) == (DECLINED.text, (), ())
    assert (row.fault, row.held_back) == ("wrong decline", None)


@pytest.mark.parametrize(
    ("held_back", "right"),
    [
        (ANSWER, True),
        (replace(ANSWER, text="Nine bells hang there. [1]"), False),
        (replace(ANSWER, text="Eight. The articles do not say.", answered=False), False),
    ],
)
def test_an_answer_that_was_held_back_is_judged_as_if_it_were_shown(
    held_back: Answer, right: bool
) -> None:
    row = judge(QUESTION, DECLINED, [PASSAGE], held_back)
    assert (row.held_back, row.right, row.answer) == (right, False, DECLINED.text)


def test_no_answer_to_a_question_without_one_is_right() -> None:
    row = judge(NEAR_MISS, ANSWER, [])
    assert (row.right, row.exact, row.f1, row.fault) == (False, 0.0, 0.0, "wrong answer")
    assert (row.gold, row.gold_ranks) == ((), ())
    assert judge(NEAR_MISS, DECLINED, []).fault == ""


@pytest.mark.parametrize(
    ("what", "fields", "fault"),
    [
        ((), {}, ""),
        (("wrong",), {}, "evidence"),
        (("wrong",), {"cited": 1.0}, "generation"),
        (("wrong",), {"gold_ranks": (None,)}, "retrieval"),
        (("wrong",), {"gold_ranks": (7,)}, "retrieval"),
        (("declined",), {}, "wrong decline"),
        (("declined",), {"gold_ranks": (7,)}, "retrieval"),
        (("unanswerable",), {}, "wrong answer"),
        (("unanswerable", "declined"), {}, ""),
    ],
)
def test_what_went_wrong_is_named(
    make_row: Any, what: tuple[str, ...], fields: dict[str, Any], fault: str
) -> None:
    assert with_fault(make_row(1, *what, **fields)).fault == fault


def _short(text: str) -> Answer:
    return replace(ANSWER, short_answer=text)


@pytest.mark.parametrize("kind", ["small-talk", "other-language"])
def test_what_is_not_about_the_articles_is_right_when_it_is_met_in_other_words(kind: str) -> None:
    greeting = replace(NEAR_MISS, kind=kind)
    assert judge(greeting, replace(DECLINED, text="Hello! Ask about the articles."), []).right
    assert not judge(greeting, DECLINED, []).right
    assert not judge(greeting, ANSWER, []).right
