"""The messages of an OpenAI-compatible client, read as a question with the turns before it."""

from typing import Any

import pytest
from pydantic import ValidationError

from index.problems import Problem
from index.types import WellspringError
from qa.question.refused import MAX_QUESTION
from qa.types import Turn
from web.desk.question import MAX_TURNS, Question
from web.routes.messages import MAX_CHARACTERS, SOURCES, ChatIn, read_question

USER = {"role": "user", "content": "When?"}


def asked(*messages: dict[str, Any], **more: Any) -> Question:
    return read_question(ChatIn.model_validate({"messages": messages, **more}))


def answer(text: str) -> dict[str, str]:
    return {"role": "assistant", "content": text}


def test_the_last_message_is_the_question_and_the_pairs_before_it_are_turns() -> None:
    question = asked({"role": "system", "content": "Be brief."}, USER, answer("In 1874."), USER)
    assert (question.text, question.turns) == ("When?", [Turn("When?", "In 1874.")])


def test_the_quotes_below_an_answer_are_no_part_of_it() -> None:
    (turn,) = asked(USER, answer(f"In 1874. [1]{SOURCES}[1] “It opened in 1874.”"), USER).turns
    assert turn.answer == "In 1874. [1]"


def test_an_answer_belongs_to_the_question_before_it() -> None:
    why = {"role": "user", "content": "Why?"}
    assert asked(answer("Hello."), USER).turns == []
    assert asked(USER, why, answer("So."), answer("Also."), USER).turns == [Turn("Why?", "So.")]


def test_of_a_long_conversation_the_last_turns_are_read() -> None:
    pairs = [it for n in range(MAX_TURNS + 5) for it in (USER, answer(str(n)))]
    turns = asked(*pairs, USER).turns
    assert [turn.answer for turn in turns] == [str(n) for n in range(5, MAX_TURNS + 5)]


def test_an_earlier_question_is_cut_to_the_longest_that_can_be_asked() -> None:
    (turn,) = asked({**USER, "content": "x" * 3000}, answer("Yes."), USER).turns
    assert len(turn.question) == MAX_QUESTION


def test_of_a_message_in_parts_the_text_is_read() -> None:
    image = {"type": "image_url", "image_url": {"url": "data:,"}}
    parts = [{"type": "text", "text": "When"}, image, {"type": "text", "text": "opened?"}]
    assert asked({"role": "user", "content": parts}).text == "When\nopened?"
    assert asked({"role": "user", "content": None}).text == ""


@pytest.mark.parametrize(
    ("messages", "more", "problem"),
    [
        ([USER], {"model": "gpt"}, Problem.UNKNOWN_MODEL),
        ([USER], {"n": 2}, Problem.UNSUPPORTED_REQUEST),
        ([USER, answer("In 1874.")], {}, Problem.NO_QUESTION),
        ([answer("x" * MAX_CHARACTERS), USER], {}, Problem.MESSAGES_TOO_LONG),
    ],
)
def test_what_cannot_be_answered_is_refused(
    messages: list[dict[str, str]], more: dict[str, Any], problem: Problem
) -> None:
    with pytest.raises(WellspringError) as refused:
        asked(*messages, **more)
    assert refused.value.code is problem


def test_options_of_sampling_are_taken_and_no_messages_are_not() -> None:
    assert asked(USER, temperature=0.2, n=None, user="me").text == "When?"
    with pytest.raises(ValidationError):
        asked()
