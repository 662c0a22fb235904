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


def test_nor_is_a_verdict_told_of_evidence_that_is_likely_wrong() -> None:
    assert with_verdict(SAID, ASKED, BEST, Verdict(4.0, 4.0), 0.49) == SAID
    assert with_verdict(SAID, ASKED, BEST, Verdict(4.0, 4.0), 0.51) != SAID


def test_a_number_is_held_against_a_bound_by_code() -> None:
    first, *_ = with_verdict(SAID, "Is it longer than 300 metres?", BEST, Verdict(4.0, 4.0))
    assert first.text == f"No. {TEXT}"


def test_a_bound_that_no_number_settles_gets_no_verdict() -> None:
    question = "Does it weigh more than 300 tonnes?"
    assert with_verdict(SAID, question, BEST, Verdict(4.0, 4.0)) == SAID


FARES = "The fares rose by 4 % in 2023."
DAILY = "The boat runs daily except Tuesday."


def _first(text: str, question: str, yes: float, answer: str = "") -> str:
    best = Found(Evidence(text, "a", "Boat", "b.md", 0, len(text), text, 0.9), answer=answer)
    return with_verdict([Statement(text)], question, best, Verdict(4.0, yes))[0].text


@pytest.mark.parametrize(
    ("text", "question", "yes", "word"),
    [
        (FARES, "Did the fares go up?", 0.1, "Yes"),
        (FARES, "Have the fares fallen?", -0.1, "No"),
        ("The fare stays at £2.", "Did the fare rise?", -0.1, "No"),
        (DAILY, "Does the boat run on Tuesday?", -0.1, "No"),
        ("Staff took out 60 loans, 40 % of all.", "Did staff take more than half?", 3.0, "No"),
    ],
)
def test_what_rose_stayed_is_excepted_or_bounded_is_told_by_rule(
    text: str, question: str, yes: float, word: str
) -> None:
    answer = "40 %" if "%" in text and "loans" in text else ""
    question = question.replace("half?", "half of the loans?")
    assert _first(text, question, yes, answer) == f"{word}. {text}"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (FARES, "Have the fares fallen?"),  # the verifier thinks otherwise
        (FARES, "Did the fares rise by 10 %?"),
        (FARES, "Did the fares rise in 2021?"),
        (FARES, "Did the fares not rise?"),
        (FARES, "Did the rent rise?"),
        ("No fares rose in 2023.", "Did the fares rise?"),
        ("Neither fares nor rents rose.", "Did the fares rise?"),
        ("The fares rose, then fell.", "Did the fares go up?"),
        ("Wages rose while the rent stayed at £300.", "Did the rent rise?"),
        ("The club stays at the mill.", "Did the club grow?"),
        ("Dogs are not allowed except guide dogs.", "Are guide dogs allowed?"),
        ("It is closed all week except Tuesday.", "Is it open on Tuesday?"),
        (DAILY, "Is it closed on Tuesday?"),
        (DAILY, "Does the boat run on Monday?"),
        ("Entry is free for children under 16.", "Is entry free for children under 12?"),
    ],
)
def test_what_a_rule_does_not_surely_tell_has_no_verdict(text: str, question: str) -> None:
    assert _first(text, question, 0.1) == text
