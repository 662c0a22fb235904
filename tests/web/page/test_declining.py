from pathlib import Path

import pytest

from qa.text.words import STEM
from web.page import declining
from web.page.declining import is_spoken, shared_words, why_declined

TEXTS = {
    "declined": "Nothing.",
    "not_mentioned": "Nothing on {names}.",
    "one_side": "Not said of {names}.",
}


def say(key: str, **values: object) -> str:
    return TEXTS[key].format(**values)


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        ({"answer": "Hello.", "reason": "no-question"}, "Hello."),
        (
            {"answer": "x", "reason": "not-mentioned", "missing": ["Fuji", "1997"]},
            "Nothing on Fuji, 1997.",
        ),
        (
            {"answer": "x", "reason": "one-side", "missing": ["route 1"]},
            "Not said of route 1.",
        ),
        ({"answer": "x", "reason": "not-said", "missing": []}, "Nothing."),
        ({"answer": "x"}, "Nothing."),  # kept by an older version
    ],
)
def test_it_is_said_why_there_is_no_answer(turn: dict[str, object], told: str) -> None:
    assert why_declined(turn, say) == told


def test_what_was_not_searched_for_is_spoken() -> None:
    assert is_spoken({"reason": "other-language"})
    assert not is_spoken({"reason": "not-said"})
    assert not is_spoken({})


def test_words_that_a_question_shares_are_marked_and_all_is_escaped() -> None:
    shown = shared_words("The <b>drinking</b> stations are in it.", "Which station is it, & why?")
    assert shown == "The &lt;b&gt;drinking&lt;/b&gt; <mark>stations</mark> are in it."
    assert shared_words("nothing", "") == "nothing"


def test_a_short_word_is_marked_nowhere_and_a_form_of_a_long_one_everywhere() -> None:
    assert shared_words("A mill of RESTORATION", "mills restored") == (
        "A mill of <mark>RESTORATION</mark>"
    )


def test_the_script_of_the_page_cuts_stems_of_the_same_length() -> None:
    script = Path(declining.__file__).parent / "static" / "chat" / "declining.js"
    assert f"const STEM = {STEM};" in script.read_text("utf-8")
