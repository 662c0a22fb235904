"""Say "Yes" or "No" before what proves it, by rule, or where the verifier is sure."""

from collections.abc import Sequence
from dataclasses import replace

from index.language.english.claims import FORBIDS, GOVERNS
from index.language.english.comparing.reckoning import RECKONING
from index.language.english.comparing.whether import GOES_DOWN, GOES_UP, STAYS
from index.language.english.questions import EXCEPT, SHUT, VERDICTS
from qa.evidence.verifier import Verdict
from qa.question.comparing.reckoned import change_of
from qa.text.forms import beside
from qa.text.words import content_words, unmet
from qa.types import Found, Statement
from qa.writing.comparing.bounds import bound_of, is_kept

# Log odds that the question is settled, and of the verdict.
_SETTLED, _SURE = -0.5, 2.0
_LEAST = 0.5  # how sure an answer must be that is more than a quote


def with_verdict(
    said: Sequence[Statement],
    question: str,
    best: Found,
    verdict: Verdict | None,
    confidence: float = 1.0,
) -> list[Statement]:
    """Return the statements, the first one after "Yes" or "No" where the best evidence says so.

    And where it is more likely than not that it is the right evidence.
    """
    if verdict is None or verdict.settled < _SETTLED or confidence < _LEAST:
        return list(said)
    told = _told(question, best, verdict.yes)
    if told is None:
        return list(said)
    first, *others = said
    return [replace(first, text=f"{VERDICTS[told]}. {first.text}", short=VERDICTS[told]), *others]


def _told(question: str, best: Found, yes: float) -> bool | None:
    """Return the verdict, None where there is none.

    A number that a question bounds is for a rule, which needs no verifier where it has a unit; of
    what else a rule tells the verifier must think alike.
    """
    sure = yes > 0 if abs(yes) >= _SURE else None
    bound = bound_of(question)
    ruled = is_kept(bound, best) if bound else _by_rule(question, best.evidence.text)
    if bound and bound.firm and (ruled is None or bound.unit):
        return ruled
    return sure if ruled is None else ruled if ruled is (yes > 0) else None


def _by_rule(question: str, text: str) -> bool | None:
    """Tell whether something rose or fell as is asked, or is excepted; None where no rule does.

    The text has all that the question has, and says it plainly.
    """
    shut = any(shape.search(said) for shape in (FORBIDS, SHUT) for said in (question, text))
    excepted = EXCEPT.search(text)
    if excepted and not EXCEPT.search(question) and not shut:
        words = content_words(excepted["what"])
        return False if words and not beside(words, question) else None
    asked = change_of(question)
    words = content_words(question) - RECKONING
    if not asked or shut or GOVERNS.search(text) or beside(words, text) or unmet(question, text):
        return None
    went = bool(GOES_UP.search(text)) - bool(GOES_DOWN.search(text))
    stays = bool(STAYS.search(text))
    if bool(went) == stays:
        return None
    return went == asked
