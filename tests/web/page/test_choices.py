"""How somebody wants to be answered, as a browser keeps it."""

from http.cookies import SimpleCookie

import pytest
from fastapi import Request

from qa.ways.inquiry import EVERY_STEP, Flow
from web.page.choices import COOKIE, Choices, Length, choices_of


def request_with(value: str) -> Request:
    cookie = SimpleCookie({COOKIE: value}).output(header="").strip()
    return Request({"type": "http", "headers": [(b"cookie", cookie.encode())]})


@pytest.mark.parametrize(
    "choices", [Choices(), Choices(length=Length.QUOTES), Choices(min_confidence=0.75)]
)
def test_choices_come_back_as_they_were_kept(choices: Choices) -> None:
    assert choices_of(request_with(choices.as_cookie())) == choices


@pytest.mark.parametrize("kept", ["", "length=long", "min_confidence=2", "nonsense", "length="])
def test_what_is_no_choice_counts_as_none(kept: str) -> None:
    assert choices_of(request_with(kept)) == Choices()


def test_each_choice_is_a_way_to_answer() -> None:
    assert Choices().flow() == EVERY_STEP
    assert Choices(length=Length.QUOTES).flow() == Flow(generate=False)
    assert Choices(length=Length.CONTEXT).flow() == Flow(around=True)
    assert Choices(min_confidence=0.9).flow() == Flow(min_confidence=0.9)


def test_the_page_sends_only_what_differs_from_the_usual() -> None:
    assert Choices().as_json() == "{}"
    assert Choices(length=Length.QUOTES).as_json() == '{"length": "quotes"}'
