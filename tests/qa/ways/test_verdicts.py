import pytest

from qa.evidence.verifier import Verdict
from qa.types import Evidence, Found, Statement
from qa.ways.verdicts import with_verdict

TEXT = "The pier is 240 metres long."
BEST = Found(Evidence(TEXT, "a", "Pier", "p.md", 0, len(TEXT), TEXT, 0.9), answer="240 metres")
SAID = [Statement(TEXT), Statement("It may be longer.")]
ASKED = "Does the pier have 240 metres?"


@pytest.mark.parametrize(("yes", "word"), [(4.0, "Yes"), (-4.0, "No")])
def test_a_sure_verdict_stands_first(yes: float, word: str) -> None:
    first, *others = with_verdict(SAID, ASKED, BEST, Verdict(4.0, yes))
    assert (first.text, first.short) == (f"{word}. {TEXT}", word)
    assert others == SAID[1:]


@pytest.mark.parametrize(
    "verdict", [Verdict(4.0, 0.1), Verdict(1.0, -1.9), Verdict(-0.6, 9.0), None]
)
def test_where_it_is_not_sure_the_articles_speak_for_themselves(verdict: Verdict | None) -> None:
    assert with_verdict(SAID, ASKED, BEST, verdict) == SAID


def test_a_number_is_held_against_a_bound_by_code() -> None:
    first, *_ = with_verdict(SAID, "Is it longer than 300 metres?", BEST, Verdict(4.0, 4.0))
    assert first.text == f"No. {TEXT}"


def test_a_bound_that_no_number_settles_gets_no_verdict() -> None:
    question = "Does it weigh more than 300 tonnes?"
    assert with_verdict(SAID, question, BEST, Verdict(4.0, 4.0)) == SAID


@pytest.mark.parametrize(
    ("text", "question", "yes", "word"),
    [
        ("The fares rose by 4 %.", "Did the fares go up?", 0.1, "Yes"),
        ("The fares rose by 4 %.", "Have the fares fallen?", 0.1, "No"),
        ("The fares rose by 4 %.", "Have the fares fallen?", 3.0, ""),  # the verifier is sure
        ("The fares did not rise, they say.", "Did the fares go up?", 0.1, ""),
        ("The fare stays at £2.", "Will I pay more for it?", 0.1, "No"),
        ("The fares rose, then fell.", "Did the fares go up?", 0.1, ""),
        ("The boat runs daily except Tuesday.", "Does the boat run on Tuesday?", 0.1, "No"),
        ("The boat runs daily except Tuesday.", "Does the boat run on Monday?", 0.1, ""),
    ],
)
def test_what_rose_or_is_excepted_is_told_by_rule(
    text: str, question: str, yes: float, word: str
) -> None:
    best = Found(Evidence(text, "a", "Boat", "b.md", 0, len(text), text, 0.9))
    first, *_ = with_verdict([Statement(text)], question, best, Verdict(4.0, yes))
    assert first.text == (f"{word}. {text}" if word else text)
