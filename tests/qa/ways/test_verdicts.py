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
