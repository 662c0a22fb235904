import pytest

from qa.evidence.verifier import Verdict
from qa.question.forms import what_is_asked
from qa.question.kinds import Kind
from qa.types import Statement
from qa.ways.verdicts import with_verdict

SAID = [Statement("The pier is 240 metres long."), Statement("It may be longer.")]
ASKED = what_is_asked("Is the pier 240 metres long?", Kind.YES_NO)


@pytest.mark.parametrize(("yes", "word"), [(4.0, "Yes"), (-4.0, "No")])
def test_a_sure_verdict_stands_first(yes: float, word: str) -> None:
    first, *others = with_verdict(SAID, ASKED, Verdict(4.0, yes))
    assert first.text == f"{word}. The pier is 240 metres long."
    assert others == SAID[1:]


@pytest.mark.parametrize("verdict", [Verdict(4.0, 0.1), Verdict(-4.0, 5.0), None])
def test_where_it_is_not_sure_the_articles_speak_for_themselves(verdict: Verdict | None) -> None:
    assert with_verdict(SAID, ASKED, verdict) == SAID


def test_other_questions_get_no_verdict() -> None:
    asked = what_is_asked("How long is the pier?", Kind.FACT)
    assert with_verdict(SAID, asked, Verdict(4.0, 4.0)) == SAID
